import { isBlank } from '../../text/characters.js';
import { isBlankPart, onlyBlock, type Part } from '../../text/tags.js';

/** How strictly a dialect is read. */
export interface FormatOptions {
  /** As the original decides, its holes included; otherwise its holes are closed. */
  readonly exact: boolean;
  /** Accept an empty thought `<think></think>`, for models that may answer at once. */
  readonly emptyThought: boolean;
  /** The name that opens a code fence. */
  readonly language: string;
  /** Look only at so many last characters, 0 for all. */
  readonly last: number;
}

/**
 * How far a text keeps to a format, in [0, 1]; most dialects know only 0 and 1. With its holes closed a
 * dialect never gives more than exactly as the original: what closing refuses is what the original pays by
 * accident.
 */
export type Dialect = (text: string, options: FormatOptions) => number;

/** A dialect of 0 and 1: `matches` is the original's pattern, `sound` what it forgets to ask. */
export const binary =
  (
    matches: (text: string, options: FormatOptions) => boolean,
    sound: (text: string, options: FormatOptions) => boolean,
  ): Dialect =>
  (text, options) =>
    matches(text, options) && (options.exact || sound(text, options)) ? 1 : 0;

/** The thought, when it is the only one and says something (or may be empty); else `null`. */
export function onlyThought(text: string, { emptyThought }: FormatOptions): Part | null {
  const thought = onlyBlock(text, 'think');
  return thought !== null && (emptyThought || !isBlankPart(text, thought)) ? thought : null;
}

/**
 * The answer of a text that has a thought and behind it an answer, when both are the only ones of their kind and
 * say something, with nothing behind them but white space; else `null`.
 */
export function closingAnswer(text: string, options: FormatOptions): Part | null {
  const answer = onlyBlock(text, 'answer');
  if (answer === null || onlyThought(text, options) === null) return null;
  const behind = answer.end + '</answer>'.length;
  return !isBlankPart(text, answer) && isBlank(text, behind) ? answer : null;
}
