import { wordEnd } from './alternative.js';
import { isCapital, isCjk, isLetter, isOneOf, isSpace } from './characters.js';
import { orWords } from './cues.js';

/** Letters that name options. */
export const isOptionLetter = (code: number): boolean => isCapital(code) && code <= 74;

/** True when the capital at `at` stands alone, as an option's letter does. */
export function standsAlone(text: string, at: number, start: number, end: number, choice: boolean): boolean {
  if (!isOptionLetter(text.charCodeAt(at))) return false;
  const before = text.charCodeAt(at - 1);
  if (at > start && ((isLetter(before) && !isCjk(before)) || isOneOf('$\\_^', text, at - 1))) return false;
  if (at + 1 >= end) return true;
  const next = text.charCodeAt(at + 1);
  if (isOneOf('.,;:)。．，、；：）*', text, at + 1)) return true;
  return choice && (isSpace(next) || isCjk(next) || (text[at + 1] === '!' && !isOneOf('=!', text, at + 2)));
}

/** "A square …": the article, unless a verb or reason follows ("A is right", "A because …"). */
export const isArticle = (text: string, at: number): boolean =>
  /^I(?: [a-z]|['’])/.test(text.slice(at, at + 3)) ||
  (text[at] === 'A' &&
    /^A [a-z]/.test(text.slice(at, at + 3)) &&
    !orWords.has(text.slice(at + 2, wordEnd(text, at + 2, at + 14))) &&
    !/^A (?:is|since|because|as|would|must|non|not|and|or|fails|works|has|gives)\b/.test(
      text.slice(at, at + 10),
    ));
