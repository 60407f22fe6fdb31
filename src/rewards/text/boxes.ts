import { saysSomething } from './characters.js';
import type { Part } from './tags.js';

const BOX = '\\boxed{';

/**
 * What each closed `\boxed{…}` from `from` on holds, boxes within boxes left out, in order. One pass with a
 * stack of braces; `\{` and `\}` are signs, not braces.
 */
export function boxesFrom(text: string, from: number): Part[] {
  const found: Part[] = [];
  const open: (number | null)[] = [];
  for (let at = from; at < text.length; at += 1) {
    if (text.startsWith(BOX, at)) {
      at += BOX.length - 1;
      open.push(at + 1);
    } else if (text[at] === '\\') at += 1;
    else if (text[at] === '{') open.push(null);
    else if (text[at] === '}') {
      const start = open.pop() ?? null;
      if (start !== null) addOuter(found, { start, end: at });
    }
  }
  return found;
}

/** Adds a box in the place of those it holds. */
function addOuter(found: Part[], box: Part): void {
  while ((found.at(-1)?.start ?? -1) > box.start) found.pop();
  found.push(box);
}

/** Commands that show nothing by themselves. */
const BLANK_COMMANDS =
  /\\(?:boxed|fbox|mbox|text|mathrm|quad|qquad|hspace|phantom|displaystyle)(?![A-Za-z])/g;

/** Whether what a box holds says anything, however it is wrapped. */
export const boxSays = (content: string): boolean => saysSomething(content.replace(BLANK_COMMANDS, ''));

/**
 * What the last box holds as the graders of DeepScaleR, verl and one-shot RLVR find it: from the last
 * `\boxed` to the brace that closes it, braces counted without regard to escapes; `null` when it is not
 * closed or not `\boxed{`.
 */
export function lastBox(text: string): string | null {
  const at = text.lastIndexOf('\\boxed');
  if (at < 0 || !text.startsWith(BOX, at)) return null;
  let depth = 0;
  for (let end = at; end < text.length; end += 1) {
    if (text[end] === '{') depth += 1;
    else if (text[end] === '}') depth -= 1;
    if (depth === 0 && text[end] === '}') return text.slice(at + BOX.length, end);
  }
  return null;
}
