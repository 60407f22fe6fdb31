import { afterSpace, isBlank } from '../../text/characters.js';
import { endsLine } from '../../text/tags.js';
import { binary, closingAnswer, type Dialect, type FormatOptions } from './dialect.js';

const OPEN = '<think>';
const CLOSE = '</think>';
const ANSWER = '<answer>';
const END = '</answer>';
const FENCE = '```';

const closed = (text: string, options: FormatOptions): boolean => closingAnswer(text, options) !== null;

/** Whether `part` stands at or after `from` with the end of a line behind it. */
function endsSomeLine(text: string, part: string, from: number): boolean {
  for (let at = text.indexOf(part, from); at >= 0; at = text.indexOf(part, at + 1)) {
    if (endsLine(text, at + part.length)) return true;
  }
  return false;
}

/** Where the answer of the line-by-line form starts, −1 when the text has not the form up to there. */
function afterHead(text: string): number {
  const open = `${OPEN}\n`;
  const joint = `\n${CLOSE}\n${ANSWER}\n`;
  const at = text.startsWith(open) ? text.indexOf(joint, open.length) : -1;
  return at < 0 ? -1 : at + joint.length;
}

/**
 * open-r1 `format_reward`: thought and answer each between tags on lines of their own. Its `$` matches before
 * any line feed, so that the original accepts any text after the answer. Closed: every tag stands once, both
 * blocks say something, nothing follows.
 */
export const openR1: Dialect = binary((text) => {
  const answer = afterHead(text);
  return answer >= 0 && endsSomeLine(text, `\n${END}`, answer);
}, closed);

/**
 * open-r1 `code_format_reward`: as {@link openR1}, with a fence of the language inside the answer. Closed:
 * the fence says something.
 */
export const openR1Code: Dialect = binary(
  (text, { language }) => {
    const answer = afterHead(text);
    const fence = answer < 0 ? null : firstFence(text, answer, language);
    return fence !== null && endsSomeLine(text, `\n${END}`, fence.end + FENCE.length);
  },
  (text, options) => {
    const answer = closingAnswer(text, options);
    const fence = answer === null ? null : firstFence(text, answer.start, options.language);
    return fence !== null && !isBlank(text, fence.start, fence.end);
  },
);

/** What the first fence of a language at or after `from` holds, `null` when none is closed. */
function firstFence(text: string, from: number, language: string): { start: number; end: number } | null {
  const open = `${FENCE}${language}`;
  const at = text.indexOf(open, from);
  const end = at < 0 ? -1 : text.indexOf(FENCE, at + open.length);
  return end < 0 ? null : { start: at + open.length, end };
}

/**
 * ms-swift `format`: a thought, white space, an answer, the end of the text. The original reads tags inside
 * the blocks as their text. Closed: every tag stands once and both blocks say something.
 */
export const swift: Dialect = binary(
  (text) => text.startsWith(OPEN) && answerFollowsThought(text) && text.endsWith(END),
  closed,
);

/** Whether only white space parts some `<answer>` from a `</think>` before it. */
function answerFollowsThought(text: string): boolean {
  for (let at = text.indexOf(CLOSE, OPEN.length); at >= 0; at = text.indexOf(CLOSE, at + 1)) {
    if (text.startsWith(ANSWER, afterSpace(text, at + CLOSE.length))) return true;
  }
  return false;
}

/**
 * ROLL `format_reward_fn`: a thought, any text, an answer at the end of some line; ROLL pays 0 for it and −1
 * without (`match: 0, miss: −1`). Closed: every tag stands once, both blocks say something, nothing follows.
 */
export const roll: Dialect = binary((text) => {
  const thought = text.startsWith(OPEN) ? text.indexOf(CLOSE, OPEN.length) : -1;
  const answer = thought < 0 ? -1 : text.indexOf(ANSWER, thought + CLOSE.length);
  return answer >= 0 && endsSomeLine(text, END, answer + ANSWER.length);
}, closed);
