import { closing, isOneOf, skipSpaces, trimSpaces } from './characters.js';
import type { Range } from './clean.js';
import type { Page } from './page.js';
import { isCjkNumeral } from './stretch.js';

/** How a number in English words begins, up to the next word. */
const NUMBER_WORD =
  /^(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|minus|negative)(?:$|[- ])/i;

/** Most words of a number before a bracket, and most characters. */
const wordLimit = 4;
const reach = 48;

const isNumberInWords = (text: string): boolean =>
  text.length <= reach && (isCjkNumeral(text) || NUMBER_WORD.test(text));

/**
 * "forty-three (42)", `42 (四十三)`: a number in words on the other side of a bracket that is not known to be the value:
 * one of the two is wrong, and the sentence does not say which.
 */
export const isContradictedAside = (page: Page, value: Range, start: number, end: number): boolean =>
  [...wordsBefore(page.text, value, start), ...wordsAfter(page.text, value, end)].some(
    (words) =>
      isNumberInWords(words) &&
      page.isAnswer(words) &&
      page.options.sameAnswer?.(page.text.slice(value.start, value.end), words) !== true,
  );

/** The words, longest first, that stand before a value in brackets; the longest number among them counts. */
function wordsBefore(text: string, value: Range, start: number): readonly string[] {
  const inside = text[value.start] === '(' ? value.start : value.start - 1;
  if (text[inside] !== '(') return [];
  const to = trimSpaces(text, inside, start);
  const found: string[] = [];
  let from = to;
  for (let words = 0; words < wordLimit && from > start && to - from < reach; words += 1) {
    from = trimSpaces(text, from, start);
    while (from > start && !isOneOf(' \n\t=:,(', text, from - 1)) from -= 1;
    const phrase = text.slice(from, to);
    if (isNumberInWords(phrase)) found.unshift(phrase);
  }
  return found.slice(0, 1);
}

/** What brackets right after a value hold. */
function wordsAfter(text: string, value: Range, end: number): readonly string[] {
  const open = skipSpaces(text, value.end, end);
  if (text[open] !== '(' || open >= end) return [];
  const close = closing(text, open, end, reach);
  return close < 0 ? [] : [text.slice(open + 1, close).trim()];
}
