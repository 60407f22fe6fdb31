import type { Range } from './clean.js';
import type { Page } from './page.js';
import { runAt } from './run.js';
import { apart, withUnit } from './value.js';

/** Words that open what is said of a value right before them: why, where, for what; or put another value aside. */
const REMARK =
  /^\*{0,2}["”]?\s?[,;—–-]?\s?(?:because|since|car |puisque|parce qu|porque|ya que|pues |weil |da |denn |потому что|так как|поскольку|pois |perché|poiché|因为|なぜなら|as (?!well|much|many)|when |whenever |where |for (?:all|every|any|the)|assuming|given|provided|considering|due to|under the|and (?:the|so|hence|we|this|that|not)\b|rather than|instead of)/i;

/** ", which is 2 less than 14", ", with equality when x = 3": words after a comma or dash that add no value to the one before. */
const COMPARED =
  /^\*{0,2}(?:,| [—–-])\s(?!(?:and|or|plus|minus|times|divided|then|followed|so|thus|hence|therefore|giving|yielding|making|leaving|for|if|unless|when|where|but|else|otherwise|namely|not|respectively|per|in|as (?:well|much|many))\b)[a-z]{2,}\s/i;
const OPEN = /\b(?:could|might|may|possible|possibly|perhaps|maybe|also)\b/i;
const VARIABLE = /(?:^|[^a-z\\])[a-z](?![a-z])/i;

/** "12 because there are 4 rows of 3": the value that a statement begins with, when such words follow it. */
export function leadingValue(page: Page, start: number, end: number): Range | null {
  const run = runAt(page, start, end);
  if (run === null) return null;
  const range = withUnit(page, run, end);
  const rest = page.text.slice(range.end, Math.min(end, range.end + 120));
  const value = page.text.slice(range.start, range.end);
  const isSetAgainst = COMPARED.test(rest) && !OPEN.test(rest) && /\d/.test(value) && !VARIABLE.test(value);
  if (!isSetAgainst && !REMARK.test(rest.slice(0, 24))) return null;
  if (!page.isAnswer(value)) return null;
  return apart(page, range, start, end, true);
}

/** ", since there are 6 rows", ", which is 2 less than 14": with such words a statement is no list. */
const REASONED =
  /\d[^a-z]{0,8},\s(?:since|because|as(?! (?:well|much|many))|which|while|whereas|though|although|after|compared)\s/i;

/** {@link leadingValue}, of a statement that goes on in words of reason. */
export const reasonedValue = (page: Page, start: number, end: number): Range | null =>
  REASONED.test(page.text.slice(start, Math.min(end, start + 80))) ? leadingValue(page, start, end) : null;
