import { boxesFrom, boxSays, lastBox } from '../../text/boxes.js';
import { isWhiteSpace, saysSomething } from '../../text/characters.js';
import { occurrences, onlyAt } from '../../text/tags.js';
import { binary, type Dialect, type FormatOptions, onlyThought } from './dialect.js';

const OPEN = '<think>';
const CLOSE = '</think>';
const BOX = '\\boxed{';

/** Whether a `\boxed{` stands at or after `from`, and a `}` anywhere behind it. */
function boxOpens(text: string, from: number): boolean {
  const box = text.indexOf(BOX, from);
  return box >= 0 && text.indexOf('}', box + BOX.length) >= 0;
}

/** Whether a closed box from `from` on says something. */
const someBoxSays = (text: string, from: number): boolean =>
  boxesFrom(text, from).some(({ start, end }) => boxSays(text.slice(start, end)));

/**
 * Whether what stands at an offset is the answer, not part of a thought: behind the last `</think>`, with no
 * `<think>` left open.
 */
const isOutsideThought = (text: string, at: number): boolean => {
  const close = text.lastIndexOf(CLOSE);
  return at > close && text.lastIndexOf(OPEN) <= close;
};

/**
 * 1-shot RLVR's format-only reward: 1 when the last `\boxed{…}` of the response is closed, whatever it holds.
 * Closed: it says something, and outside the thought. Always over the response alone: the prompt of that work
 * holds a `\boxed{}` itself.
 */
export const boxed: Dialect = binary(
  (text) => lastBox(text) !== null,
  (text) => boxSays(lastBox(text) ?? '') && isOutsideThought(text, text.lastIndexOf('\\boxed')),
);

/**
 * EasyR1 `math` and `r1v`: a thought from the first character on and a box after it, read after white space
 * around `<`, `>` and `/` is dropped. Closed: one thought that says something, and after it a closed box that
 * does.
 */
export const easyR1: Dialect = (text, options) => easyR1Tight(tighten(text), options);

const easyR1Tight: Dialect = binary(
  (text) => {
    const thought = text.startsWith(OPEN) ? text.indexOf(CLOSE, OPEN.length) : -1;
    return thought >= 0 && boxOpens(text, thought + CLOSE.length);
  },
  (text, options) => {
    const thought = onlyThought(text, options);
    return thought !== null && someBoxSays(text, thought.end + CLOSE.length);
  },
);

/** The text without white space next to `<`, `>` or `/`. One pass. */
function tighten(text: string): string {
  let kept = '';
  for (let at = 0; at < text.length; ) {
    let end = at;
    while (end < text.length && isWhiteSpace(text.charCodeAt(end))) end += 1;
    const dropped = TIGHT.has(text[at - 1] ?? '') || TIGHT.has(text[end] ?? '');
    kept += end === at ? text[at] : dropped ? '' : text.slice(at, end);
    at = Math.max(end, at + 1);
  }
  return kept;
}

const TIGHT: ReadonlySet<string> = new Set(['<', '>', '/']);

/**
 * NeMo-RL `verl_geo3k_reward`: a `</think>` and a box after it; the opening tag may stand in the prompt.
 * Closed: one `</think>` with a thought before it, at most one `<think>` and that in front, and after it a
 * closed box that says something.
 */
export const geo3k: Dialect = binary(
  (text) => {
    const close = text.indexOf(CLOSE);
    return close >= 0 && boxOpens(text, close + CLOSE.length);
  },
  (text, options) => {
    const close = onlyAt(text, CLOSE);
    return close >= 0 && thoughtBefore(text, close, options) && someBoxSays(text, close + CLOSE.length);
  },
);

function thoughtBefore(text: string, close: number, options: FormatOptions): boolean {
  if (occurrences(text, OPEN) > 0) return onlyThought(text, options) !== null;
  return options.emptyThought || saysSomething(text.slice(0, close));
}
