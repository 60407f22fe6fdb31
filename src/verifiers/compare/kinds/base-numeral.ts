import type { BaseNumeralAnswer } from '../../answer.js';
import { integer, type NumberNode } from '../../expr.js';
import { different, equal } from '../../verdict.js';
import { type Row, row } from '../table.js';

/** The value of a numeral: at most 400 digits, so one multiplication a digit. */
export function valueOfNumeral({ digits, base }: BaseNumeralAnswer): NumberNode {
  let value = 0n;
  for (const digit of digits) value = value * BigInt(base) + BigInt(Number.parseInt(digit, base));
  return integer(value);
}

/** Numerals with a named base: the same digits in the same base; base ten is the number itself. */
export const baseNumeralRows: readonly Row[] = [
  row('base-numeral', 'base-numeral', (a, b) => {
    if (a.base !== b.base)
      return different('number-base', 'proved', { at: {}, gold: `base ${a.base}`, given: `base ${b.base}` });
    return a.digits === b.digits ? equal('number-base') : different('number-base');
  }),
  row('base-numeral', 'expression', (a, b, _context, recurse) =>
    a.base === 10 ? recurse({ kind: 'expression', expr: valueOfNumeral(a) }, b) : different('number-base'),
  ),
];
