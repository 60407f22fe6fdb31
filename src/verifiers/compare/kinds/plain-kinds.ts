import type { Row } from '../table.js';
import { baseNumeralRows } from './base-numeral.js';
import { choiceRows } from './choice.js';
import { dateRows } from './date.js';
import { decimalCommaRows } from './decimal-comma.js';
import { labelledRows } from './labelled.js';
import { quantityRows } from './quantity.js';
import { ratioRows } from './ratio.js';
import { timeRows } from './time.js';
import { truthLetterRows, wordRows } from './words.js';

/** Rows of the kinds that are not mathematical structures: quantities, ratios, times, choices, words. */
export const plainRows: readonly Row[] = [
  ...quantityRows,
  ...ratioRows,
  ...decimalCommaRows,
  ...baseNumeralRows,
  ...timeRows,
  ...dateRows,
  ...labelledRows,
  ...truthLetterRows,
  ...choiceRows,
  ...wordRows,
];
