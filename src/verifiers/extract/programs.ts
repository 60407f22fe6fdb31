import { lineEnd } from './characters.js';
import type { Range } from './clean.js';
import type { Page } from './page.js';

/** Languages of code fences that hold programs. */
const programs: ReadonlySet<string> = new Set(
  'python py python3 js javascript ts c cpp c++ java rust go matlab r julia sage bash sh haskell lean wolfram mathematica'.split(
    ' ',
  ),
);

/** Code fences of programs: what a program's comments say is no statement of the reply. */
export function programRanges(page: Page, from: number): Range[] {
  const { text, end } = page;
  const found: Range[] = [];
  for (let at = text.indexOf('```', from); at >= 0 && at < end; ) {
    const close = text.indexOf('```', at + 3);
    if (close < 0 || close >= end) break;
    const language = text
      .slice(at + 3, Math.min(lineEnd(text, at, end), at + 20))
      .trim()
      .toLowerCase();
    if (programs.has(language)) found.push({ start: at, end: close });
    at = text.indexOf('```', close + 3);
  }
  return found;
}
