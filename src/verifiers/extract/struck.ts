import { isOneOf, isSpace, lineStart } from './characters.js';

/** What opens around struck-out text, or text that is not shown. */
const openers: readonly string[] = [
  '<s>',
  '<del>',
  '<strike>',
  '\\cancel{',
  '\\bcancel{',
  '\\xcancel{',
  '\\sout{',
  '\\st{',
  'phantom{',
];

/** Characters that may stand between the opener and what is struck out. */
const between = '$*([\\';

/** True when the statement that begins at `start` is struck out: Markdown's `~~`, HTML's `<s>` or `<del>`, LaTeX's `\\cancel`. */
export function isStruck(text: string, start: number): boolean {
  let at = text[start] === '>' ? start + 1 : start;
  while (at > 0 && (isSpace(text.charCodeAt(at - 1)) || isOneOf(between, text, at - 1))) at -= 1;
  const mark = text[at - 1];
  if (mark === '>' || mark === '{') {
    const before = text.slice(Math.max(0, at - 9), at).toLowerCase();
    return openers.some((opener) => before.endsWith(opener));
  }
  return mark === '~' && opensStrike(text, at);
}

/** True when the sentence at `start` begins with a mark that strikes it out. */
export function opensStruck(text: string, start: number): boolean {
  const opening = text
    .slice(start, start + 12)
    .trimStart()
    .toLowerCase();
  return (
    opening.startsWith('~~') || openers.some((opener) => opening.startsWith(opener)) || isStruck(text, start)
  );
}

/** An odd number of `~~` on the line before: the last of them opens. */
function opensStrike(text: string, at: number): boolean {
  const line = text.slice(lineStart(text, at, Math.max(0, at - 400)), at);
  return line.endsWith('~~') && line.split('~~').length % 2 === 0;
}
