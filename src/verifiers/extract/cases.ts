import { fold, isOneOf, skipSpaces } from './characters.js';
import { type Cues, cueList, hasCue } from './cue-list.js';

/** What a value is said to hold under: a condition, a probability, a base. */
const OPENER = /^[,(]?\s?(?:if|when|whenever|for|in|with|under|\((?:confidence|probability|with))\b/;

/** Another value with a condition of its own: ", 8 if n is odd", "and 6 when", "6 otherwise", "13 (confidence". */
const OTHER_CASE =
  /(?:[,;]|\b(?:and|but|or|while))\s+(?:it is |it's |the answer is |else |otherwise )?[$(*]*(?:-?\d[\d./]*|[A-J])[$)*]*\s+(?:if|when|whenever|for|with|otherwise|else|\((?:confidence|probability|if|when))\b/;

/** Words by which a condition has another side. */
const sides: Cues = cueList(['if', 'otherwise', 'else']);

/** "else C", "otherwise 8": what holds where the condition does not. */
const ELSE = /\b(?:else|otherwise)\b[,:]?\s+(?:it is |it's |the answer is )?[$(*]*(?:-?\d|[A-J]\b)/i;

/** Characters after a value in which its other case is looked for. */
const reach = 400;

/** "7 if n is even, 8 if n is odd", "7 with probability 1/2, 8 with probability 1/2": one case of several. */
export function isOneCase(text: string, after: number, end: number): boolean {
  let at = skipSpaces(text, after, end);
  while (at < end && isOneOf('$*)', text, at)) at += 1;
  at = skipSpaces(text, at, end);
  if (at >= end) return false;
  const rest = text.slice(at, Math.min(end, at + reach));
  if (!OPENER.test(rest)) return false;
  return (
    OTHER_CASE.test(rest) || ELSE.test(rest) || (rest.startsWith('if ') && hasCue(fold(rest.slice(3)), sides))
  );
}

/** "If n is odd, it is 13; if n is even," right before a value: the other case stands before it. */
const CASE_BEFORE =
  /\bif\s[^.]{1,160}[;,]\s(?:and |but )?(?:if\b[^.;,]{1,60},|otherwise,?|else,?)\s*(?:it is |the answer is )?[$*\\([]*$/i;

/** True when the words right before a value make it the second case of several. */
export const isOtherCase = (before: string): boolean => CASE_BEFORE.test(before);
