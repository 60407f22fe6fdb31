import { closing, isCjk, isOneOf, isSpace } from './characters.js';

/** Longest stretch of mathematics that is looked at, in characters. */
export const reach = 200;

/** The offset after spaces, closing delimiters and `marks` from `at`. */
export function skipMarks(text: string, at: number, end: number, marks: string): number {
  let i = at;
  while (i < end && (isSpace(text.charCodeAt(i)) || isOneOf(marks, text, i) || isDelimiter(text, i)))
    i += isDelimiter(text, i) ? 2 : 1;
  return i;
}

/** The offset before spaces and `marks` that end at `at`. */
export function skipMarksBack(text: string, at: number, start: number, marks: string): number {
  let i = at;
  while (i > start && (isSpace(text.charCodeAt(i - 1)) || isOneOf(marks, text, i - 1))) i -= 1;
  return i;
}

/** `\\)` or `\\]`. */
const isDelimiter = (text: string, at: number): boolean => text[at] === '\\' && isOneOf(')]', text, at + 1);

/** Signs that white space around does not part from their operands. */
const operators = '+-−*/^<>≤≥·×÷';

/** A sign with white space after it, which joins; without, it is the sign of what follows. */
const isApartSign = (text: string, at: number): boolean =>
  isOneOf(operators, text, at) && isSpace(text.charCodeAt(at + 1));

const endsInOperator = (text: string): boolean => /(?:[-+−/^≤≥·×÷]|[^*]\*|\\[a-z]{2,10})$/.test(text);

/** The end of the mathematics without white space outside brackets that begins at `at`. */
export function stretchEnd(text: string, at: number, end: number): number {
  let i = at;
  if (text.startsWith('\\begin{', i)) {
    const close = text.indexOf('\\end{', i);
    return close < 0 || close > end ? at : text.indexOf('}', close) + 1;
  }
  if (isCjk(text.charCodeAt(i)))
    return i + (NUMERAL_AT.exec(text.slice(i, Math.min(end, i + 12)))?.[0].length ?? 0);
  while (i < end) {
    const character = text.charAt(i);
    if ('([{'.includes(character)) {
      const close = closing(text, i, end, reach);
      i = close < 0 ? i + 1 : close + 1;
    } else if (isSpace(text.charCodeAt(i))) {
      const next = skipMarks(text, i, end, '');
      if (!endsInOperator(text.slice(i - 12, i)) && !isApartSign(text, next)) break;
      i = next;
    } else if (isCjk(text.charCodeAt(i)) || ')]}'.includes(character)) break;
    else if (character === '<' && text[i + 1] === '/') break;
    else if (isOneOf('.,;:?', text, i) && (i + 1 >= end || isSpace(text.charCodeAt(i + 1)))) break;
    else i += character === '\\' ? 2 : 1;
  }
  return Math.min(i, end);
}

/** A numeral in Chinese characters. */
export const NUMERAL_AT: RegExp = /^[〇零一二两三四五六七八九十百千万亿]+/;
const WHOLE_NUMERAL = /^[〇零一二两三四五六七八九十百千万亿]+$/;
const NUMERAL_BEFORE = /[〇零一二两三四五六七八九十百千万亿]+$/;

/** True for a text that is such a numeral, whether or not the grammar reads it. */
export const isCjkNumeral = (text: string): boolean => WHOLE_NUMERAL.test(text);

/** The last dollar sign up to `at` that is no currency's (`\\$`). */
function openingDollar(text: string, at: number, start: number): number {
  let open = text.lastIndexOf('$', at);
  while (open > start && text[open - 1] === '\\') open = text.lastIndexOf('$', open - 2);
  return Math.max(start, open);
}

/** Where the mathematics begins that ends at `end`: delimited, or without white space outside brackets. */
export function stretchStart(text: string, end: number, start: number): number {
  let i = end;
  if (text[i - 1] === '$' && text[i - 2] !== '\\') return openingDollar(text, i - 2, start);
  const numeral = NUMERAL_BEFORE.exec(text.slice(Math.max(start, i - 12), i));
  if (numeral !== null) return i - numeral[0].length;
  if (isDelimiter(text, i - 2)) return Math.max(start, text.lastIndexOf('\\', i - 3));
  while (i > start) {
    const character = text.charAt(i - 1);
    if (')]}'.includes(character)) i = opening(text, i - 1, start);
    else if (isSpace(text.charCodeAt(i - 1))) {
      const before = skipMarksBack(text, i, start, '');
      const joined = isApartSign(text, i) || endsInOperator(text.slice(Math.max(start, before - 12), before));
      if (!joined) break;
      i = before;
    } else if (isCjk(text.charCodeAt(i - 1)) || '([{;,'.includes(character)) break;
    else i -= 1;
  }
  return text.startsWith('\\end{', i) ? Math.max(start, text.lastIndexOf('\\begin{', i)) : i;
}

/** The offset of the bracket that the one at `at` closes, or `at` when there is none. */
function opening(text: string, at: number, start: number): number {
  let depth = 0;
  for (let i = at; i >= start; i -= 1) {
    if (isOneOf(')]}', text, i)) depth += 1;
    else if (isOneOf('([{', text, i)) depth -= 1;
    if (depth === 0) return i;
  }
  return at;
}
