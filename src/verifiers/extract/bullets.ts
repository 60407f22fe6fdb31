import { lineEnd, lineStart } from './characters.js';
import { cleanRange, type Range, tidy } from './clean.js';
import type { Page } from './page.js';
import { proseWords } from './reading.js';

/** A bullet that opens a line. */
const BULLET = /^[ \t]*[-*•][ \t]+/;

/** "1. 7", and in the next line "2. 8". */
const opensNumberedList = (text: string, start: number, end: number): boolean =>
  /^1[.)] /.test(text.slice(start, start + 3)) && secondItem(text, lineEnd(text, start, end));

const secondItem = (text: string, at: number): boolean => /^\n[ \t]*2[.)] /.test(text.slice(at, at + 9));

const isValue = (page: Page, text: string): boolean =>
  page.isAnswer(tidy(text)) || (/\d/.test(text) && proseWords(text, 1) === 0);

/** "- 7", and in the next line "- 8": the value, whose sentence ends at `stop`, is the first of a list of others. */
export function opensList(page: Page, range: Range, stop: number): boolean {
  const { text, end } = page;
  if (opensNumberedList(text, range.start, end)) return true;
  const line = lineStart(text, range.start, page.start);
  if (text[stop] !== '\n' || !BULLET.test(text.slice(line, line + 8))) return false;
  const bullet = BULLET.exec(text.slice(stop + 1, stop + 9));
  if (bullet === null) return false;
  const next = cleanRange(text, stop + 1 + bullet[0].length, lineEnd(text, stop + 1, end));
  const [value, other] = [text.slice(range.start, range.end), text.slice(next.start, next.end)];
  return other !== value && isValue(page, other) && page.options.sameAnswer?.(value, other) !== true;
}
