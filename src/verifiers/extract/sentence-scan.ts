import { closing, isDigit, isLatin, isOneOf, isSpace } from './characters.js';

/** Longest sentence, in characters: a longer one is cut. */
export const sentenceLimit = 2_000;

/** Ends of sentences beyond the full stop. */
const enders = '。！？!?।؟；';

/** True at one of them. Looks at the code first: this is asked at every character of every sentence. */
const isEnder = (text: string, at: number, code: number): boolean =>
  code === 33 || code === 63 || (code > 127 && isOneOf(enders, text, at));

/** Math delimiters and what closes them. */
const mathPairs: readonly { readonly open: string; readonly close: string }[] = [
  { open: '$$', close: '$$' },
  { open: '\\[', close: '\\]' },
  { open: '\\(', close: '\\)' },
  { open: '\\begin{', close: '\\end{' },
];

/** The mathematics that begins at `at`: offsets of its content and of its end, or null. */
export interface MathSpan {
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly end: number;
}

/** Where `mark` begins in `[from, limit)`, or −1. Looks no further: a text of nothing but openers stays linear. */
function indexBefore(text: string, mark: string, from: number, limit: number): number {
  const found = text.slice(from, limit + mark.length - 1).indexOf(mark);
  return found < 0 ? -1 : from + found;
}

/** The delimited mathematics beginning at `at` (`$…$`, `\(…\)`, `\[…\]`, `$$…$$`, an environment), or null. */
export function mathAt(text: string, at: number, end: number): MathSpan | null {
  const character = text[at];
  if (character !== '$' && (character !== '\\' || !isOneOf('[(b', text, at + 1))) return null;
  for (const { open, close } of mathPairs) {
    if (!text.startsWith(open, at)) continue;
    const found = indexBefore(text, close, at + open.length, Math.min(end, at + sentenceLimit));
    if (found < 0) return null;
    if (close === '\\end{') {
      const brace = text.indexOf('}', found);
      return brace < 0 || brace >= end ? null : { contentStart: at, contentEnd: brace + 1, end: brace + 1 };
    }
    return { contentStart: at + open.length, contentEnd: found, end: found + close.length };
  }
  return character === '$' ? inlineMath(text, at, end) : null;
}

/** `$…$` on one line. A dollar sign before a digit whose "mathematics" would hold words is money. */
function inlineMath(text: string, at: number, end: number): MathSpan | null {
  const limit = Math.min(end, at + sentenceLimit);
  const line = indexBefore(text, '\n', at, limit);
  const stop = line < 0 ? limit : line;
  let close = at + 1;
  while (close < stop && (text[close] !== '$' || text[close - 1] === '\\')) close += 1;
  const decimal = text[at + 1] === '.' && isDigit(text.charCodeAt(at + 2));
  if (close >= stop || close === at + 1 || (!decimal && isOneOf('?,.;)', text, at + 1))) return null;
  if (isDigit(text.charCodeAt(at + 1)) && holdsProse(text, at + 1, close)) return null;
  return { contentStart: at + 1, contentEnd: close, end: close + 1 };
}

function holdsProse(text: string, from: number, to: number): boolean {
  let letters = 0;
  for (let i = from; i < to; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 92 || code === 123) return false;
    letters = isLatin(code) ? letters + 1 : 0;
    if (letters >= 2 && isSpace(text.charCodeAt(i + 1))) return true;
  }
  return false;
}

/** What a decimal goes on with in LaTeX: `0.\overline{7}`, `0.\dot{3}`, `3.\ldots`. */
const DECIMALS = /^\\(?:(?:overline|overset|bar|dot|l?dots)(?![a-z])|(?:text|math)[a-z]*\{\d)/;

/** True when the full stop at `at` ends a sentence: not a decimal point, not inside "a.m.", not a numbered "1. ". */
function isFullStop(text: string, at: number, end: number): boolean {
  const next = text.charCodeAt(at + 1);
  if (at + 1 < end && !isSpace(next) && next < 0x80 && !isOneOf('*"\')]}<\\$', text, at + 1)) return false;
  const before = text.charCodeAt(at - 1);
  if (isLatin(before) && text[at - 2] === '.') return isCapitalNext(text, at + 1, end);
  if (before === 115 && text.slice(at - 3, at) === ' vs') return false;
  if (!isDigit(before)) return true;
  if (next === 92 && DECIMALS.test(text.slice(at + 1, at + 12))) return false;
  let i = at - 1;
  while (i > at - 3 && isDigit(text.charCodeAt(i - 1))) i -= 1;
  const opensLine = i === 0 || text.charCodeAt(i - 1) === 10;
  return !(opensLine && at + 1 < end && text[at + 1] === ' ');
}

function isCapitalNext(text: string, at: number, end: number): boolean {
  let i = at;
  while (i < end && isSpace(text.charCodeAt(i))) i += 1;
  const code = text.charCodeAt(i);
  return i >= end || (code >= 65 && code <= 90);
}

/**
 * The end of the sentence that begins at `start`: at a full stop, a question or exclamation mark or a line feed
 * outside mathematics and braces. The offset of that character, or `end`.
 */
export function sentenceEnd(text: string, start: number, end: number): number {
  const stop = Math.min(end, start + sentenceLimit);
  for (let i = start; i < stop; ) {
    const code = text.charCodeAt(i);
    if (isLatin(code) || code === 32) {
      i += 1;
      continue;
    }
    const math = code === 36 || code === 92 ? mathAt(text, i, end) : null;
    if (math !== null) {
      i = math.end;
      if (isOneOf('.。', text, lastMark(text, math)) && isCapitalNext(text, i, stop)) return i;
      continue;
    }
    if (code === 10 || isEnder(text, i, code)) {
      if (code === 33 ? !isFactorial(text, i) : !goesOn(text, i)) return i;
    }
    if (code === 46 && isFullStop(text, i, end)) return i;
    if (code === 123) i = Math.max(i, closing(text, i, stop, 512));
    i += code === 92 ? 2 : 1;
  }
  return stop;
}

/** Offset of the last character of a formula that is not white space. */
function lastMark(text: string, math: MathSpan): number {
  let at = math.contentEnd - 1;
  while (at > math.contentStart && isSpace(text.charCodeAt(at))) at -= 1;
  return at;
}

/** `5!` is a factorial, `!= 5` a relation and `!(3)` a denial; `Great!` is none of them. */
const isFactorial = (text: string, at: number): boolean =>
  isDigit(text.charCodeAt(at - 1)) ||
  isOneOf(')}!', text, at - 1) ||
  isOneOf('=([{\\-0123456789', text, at + 1);

/** `100?, 100!`: a question mark before a comma doubts one item of a list that goes on. */
const goesOn = (text: string, at: number): boolean => text[at] === '?' && isOneOf(',;', text, at + 1);

/** The sentences of a region, at most `limit` of the last ones, as offsets. */
export function lastSentences(
  text: string,
  start: number,
  end: number,
  limit: number,
): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let at = start; at < end; ) {
    while (at < end && isSpace(text.charCodeAt(at))) at += 1;
    if (at >= end) break;
    const stop = Math.max(at + 1, sentenceEnd(text, at, end));
    found.push({ start: at, end: Math.min(stop, end) });
    if (found.length > limit) found.shift();
    at = stop + (stop < end && text.charCodeAt(stop) !== 10 && stop > at ? 1 : 0);
  }
  return found;
}
