import { argumentAt, commandEnd, isAsciiLetter } from './macros.js';

/** A stretch of a text: mathematics between delimiters, or the words outside them. */
interface Stretch {
  readonly math: boolean;
  readonly text: string;
}

const isDigit = (c: string | undefined): boolean => c !== undefined && c >= '0' && c <= '9';

/** Where the `$` or `$$` run at `at` closes, or −1. Escaped dollars do not count. */
function dollarEnd(source: string, at: number, mark: string): number {
  for (let i = at; i < source.length; i += 1) {
    if (source[i] === '\\') i += 1;
    else if (source.startsWith(mark, i)) return i;
  }
  return -1;
}

/** `\)` and `\]` are escapes themselves, so they are searched as they stand. */
const closeIndex = (source: string, from: number, close: string): number =>
  close.startsWith('\\') ? source.indexOf(close, from) : dollarEnd(source, from, close);

/** Number of unescaped single `$` marks (a `$$` counts as one). */
function countDollars(source: string): number {
  let count = 0;
  for (let i = 0; i < source.length; i += 1) {
    if (source[i] === '\\') i += 1;
    else if (source[i] === '$') {
      if (source[i + 1] === '$') i += 1;
      count += 1;
    }
  }
  return count;
}

/**
 * Takes out dollars that delimit nothing: an odd number of them, unless the one dollar stands before a number
 * (and then is a currency sign).
 */
export function dropStrayDollars(source: string): string {
  if (!source.includes('$')) return source;
  const count = countDollars(source);
  if (count % 2 === 0) return source;
  if (
    count === 1 &&
    /(?:^|[^\\])\$\s*-?[\d.]/.test(source) &&
    !/\\(?:circ|frac|dfrac|sqrt|prime|left|cos|sin|pi)/.test(source)
  )
    return source;
  let out = '';
  for (let i = 0; i < source.length; i += 1) {
    if (source[i] === '\\') {
      out += source.slice(i, i + 2);
      i += 1;
    } else out += source[i] === '$' ? ' ' : source[i];
  }
  return out;
}

/** A pair of delimiters of mathematics. */
type Delimiters = readonly [open: string, close: string];

const ROUND: Delimiters = ['\\(', '\\)'];
const SQUARE: Delimiters = ['\\[', '\\]'];
const SINGLE: Delimiters = ['$', '$'];
const DOUBLE: Delimiters = ['$$', '$$'];

/** The delimiter that opens at `at`, and the one that closes it. */
function opener(source: string, at: number, dollars: boolean): Delimiters | null {
  const code = source.charCodeAt(at);
  if (code === 36 && dollars) return source.charCodeAt(at + 1) === 36 ? DOUBLE : SINGLE;
  if (code !== 92) return null;
  const next = source.charCodeAt(at + 1);
  return next === 40 ? ROUND : next === 91 ? SQUARE : null;
}

/** Splits at `$…$`, `$$…$$`, `\(…\)` and `\[…\]`; null when there are none or one is never closed. */
function stretches(source: string): readonly Stretch[] | null {
  // An odd number of dollars means that the first is a currency sign: none of them delimits.
  const dollars = countDollars(source) % 2 === 0;
  const found: Stretch[] = [];
  let from = 0;
  for (let i = 0; i < source.length; i += 1) {
    const delimiters = opener(source, i, dollars);
    if (delimiters === null) {
      if (source[i] === '\\') i += 1;
      continue;
    }
    const [open, close] = delimiters;
    const end = closeIndex(source, i + open.length, close);
    if (end < 0) return null;
    if (i > from) found.push({ math: false, text: source.slice(from, i) });
    found.push({ math: true, text: source.slice(i + open.length, end) });
    from = end + close.length;
    i = from - 1;
  }
  if (found.length === 0) return null;
  if (from < source.length) found.push({ math: false, text: source.slice(from) });
  return found;
}

/** A letter, accented ones included; × and ÷ are none. */
const isLetter = (c: string): boolean =>
  isAsciiLetter(c.charCodeAt(0)) || (c.charCodeAt(0) >= 0xc0 && c !== '×' && c !== '÷');

/** Wraps every run of words (letters with the spaces between them) of a text in `\text{…}`. */
function wrapWords(text: string): string {
  let out = '';
  let i = 0;
  while (i < text.length) {
    const c = text[i]!;
    if (c === '\\') {
      const name = commandEnd(text, i);
      const end = argumentAt(text, name)?.after ?? name;
      out += text.slice(i, end);
      i = end;
    } else if (isLetter(c)) {
      const end = wordsEnd(text, i);
      const single = end === i + 1 && isAsciiLetter(c.charCodeAt(0));
      out += single
        ? isLetter(out[out.length - 1] ?? ' ')
          ? ` ${c}`
          : c
        : `\\text{ ${text.slice(i, end).trim()} }`;
      i = end;
    } else {
      out += isDigit(c) && isDigit(out[out.length - 1]) ? c : c === '%' ? '\\%' : c;
      i += 1;
    }
  }
  return out;
}

/** End of a run of letters, apostrophes and single spaces or hyphens between letters. */
function wordsEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    const c = text[end]!;
    const next = text[end + 1];
    if (isLetter(c)) end += 1;
    else if ((c === ' ' || c === '-' || c === "'" || c === '’') && next !== undefined && isLetter(next))
      end += 1;
    else break;
  }
  return end;
}

/**
 * Brings `$…$`, `\(…\)` and `\[…\]` with words around them to one LaTeX source without delimiters: mathematics
 * as it stands, words in `\text{…}`. `$125$ miles` becomes `125\text{ miles }`. Null when there is no delimiter
 * (or one is never closed): the source is then LaTeX or plain as it stands.
 */
export function joinMathematics(source: string): string | null {
  if (!source.includes('$') && !source.includes('\\(') && !source.includes('\\[')) return null;
  const found = stretches(source);
  if (found === null) return null;
  const parts = found.map((part, i) =>
    part.math ? ` ${part.text} ` : between(part.text, found[i - 1], found[i + 1]),
  );
  return parts.join('').trim();
}

const statesRelation = (part: Stretch | undefined): boolean =>
  part?.math === true && /[=<>]|\\(?:le|ge|ne)/.test(part.text) && !/[-+*/=,(]\s*$/.test(part.text);

/** Words outside mathematics; white space alone between two whole statements sets them apart. */
function between(text: string, before: Stretch | undefined, after: Stretch | undefined): string {
  // `$3$ o $4$`, `$3$ y $4$`: a joiner of one letter in other languages, no factor.
  if (before !== undefined && after !== undefined && /^ [oóyeu] $/.test(text))
    return /[ye]/.test(text) ? '\\text{ and }' : '\\text{ or }';
  if (text.trim() === '' && statesRelation(before) && statesRelation(after)) return ' \\quad ';
  return wrapWords(text);
}
