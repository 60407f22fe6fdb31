/** Character tests and short scans that the finders share. All are linear in what they look at. */

/** A decimal digit 0–9. */
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** A Latin letter A–Z or a–z. */
export const isLatin = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** A capital A–Z. */
export const isCapital = (code: number): boolean => code >= 65 && code <= 90;

/** White space, including the ideographic space, no-break spaces and characters of no width. */
export const isSpace = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  code === 0x3000 ||
  (code >= 0x2000 && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202f) ||
  code === 0x2060 ||
  code === 0xfeff;

/** A letter of any alphabet beyond Latin A–z: accented letters, Cyrillic, Arabic, Devanagari … */
export const isForeignLetter = (code: number): boolean =>
  (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7) || (code >= 0x3040 && code <= 0xd7ff);

/** A Chinese, Japanese or Korean character. */
export const isCjk = (code: number): boolean => code >= 0x3040 && code <= 0xd7ff;

/** Part of a word. */
export const isLetter = (code: number): boolean => isLatin(code) || isForeignLetter(code);

/** True when the character at `at` is one of `set`; false beyond the text. */
export const isOneOf = (set: string, text: string, at: number): boolean =>
  at >= 0 && at < text.length && set.includes(text.charAt(at));

/** A question mark of any script. */
export const isQuestionMark = (text: string, at: number): boolean => isOneOf('?？؟', text, at);

/** The first offset at or after `at` that is not white space, at most `end`. */
export function skipSpaces(text: string, at: number, end: number): number {
  let i = at;
  while (i < end && isSpace(text.charCodeAt(i))) i += 1;
  return i;
}

/** The offset after the last character before `at` that is not white space, at least `start`. */
export function trimSpaces(text: string, at: number, start: number): number {
  let i = at;
  while (i > start && isSpace(text.charCodeAt(i - 1))) i -= 1;
  return i;
}

/** Offset of the first character of the line that holds `at`. */
export function lineStart(text: string, at: number, start: number): number {
  let i = at;
  while (i > start && text.charCodeAt(i - 1) !== 10) i -= 1;
  return i;
}

/** Offset of the line feed that ends the line holding `at`, or `end`. */
export function lineEnd(text: string, at: number, end: number): number {
  const found = text.indexOf('\n', at);
  return found < 0 || found > end ? end : found;
}

/**
 * The offset of the brace or bracket that closes the one at `open`, or −1. Backslash escapes are skipped. Looks at
 * no more than `limit` characters.
 */
export function closing(text: string, open: number, end: number, limit = 4_096): number {
  const opener = text.charCodeAt(open);
  const closer = opener === 40 ? 41 : opener + 2;
  const last = Math.min(end, open + limit);
  let depth = 0;
  for (let i = open; i < last; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 92) i += 1;
    else if (code === opener) depth += 1;
    else if (code === closer) {
      depth -= 1;
      if (depth === 0) return i;
    }
  }
  return -1;
}

const BEYOND_ASCII = /[\u0080-\uffff]/;

/** True when a text holds no character beyond ASCII: no other spaces, no other scripts, and lower case of the same length. */
export const isAscii = (text: string): boolean => !BEYOND_ASCII.test(text);

const WIDE_SPACE = /[\u00a0\u2000-\u200a\u202f]/;
const WIDE_SPACES = /[\u00a0\u2000-\u200a\u202f]/g;

/** The text with every kind of space within a line as a plain one; offsets stay. */
export const withPlainSpaces = (text: string): string =>
  WIDE_SPACE.test(text) ? text.replaceAll(WIDE_SPACES, ' ') : text;

/** The digits of Arabic, Persian, Devanagari, Bengali and Thai, and the marks in Arabic numerals. */
const FOREIGN_DIGIT = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\u066a-\u066c]/;
const FOREIGN_DIGITS = new RegExp(FOREIGN_DIGIT.source, 'g');

/** The sign that stands for such a one: ٣ is 3, ٫ the point, ٬ the comma between thousands. */
function plainDigit(sign: string): string {
  const code = sign.charCodeAt(0);
  if (code >= 0x66a && code <= 0x66c) return '%.,'.charAt(code - 0x66a);
  const zero = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50].findLast((first) => first <= code) ?? code;
  return String(code - zero);
}

/** The text with every digit as one of 0–9; offsets stay. */
export const withPlainDigits = (text: string): string =>
  FOREIGN_DIGIT.test(text) ? text.replaceAll(FOREIGN_DIGITS, plainDigit) : text;

/** The text with every stretch from `open` to `close`, or to the end, blanked out; offsets stay. */
function blanked(text: string, open: string, close: string): string {
  let out = '';
  let from = 0;
  for (let at = text.indexOf(open); at >= 0; at = text.indexOf(open, from)) {
    const closed = text.indexOf(close, at + open.length);
    const end = closed < 0 ? text.length : closed + close.length;
    out += text.slice(from, at) + ' '.repeat(end - at);
    from = end;
  }
  return from === 0 ? text : out + text.slice(from);
}

/** The text with the comments of HTML and LaTeX's `comment` blanked out, which no reader sees; offsets stay. */
export const withoutComments = (text: string): string =>
  blanked(blanked(text, '<!--', '-->'), '\\begin{comment}', '\\end{comment}');

/** The opening tag of what a page does not show. */
const HIDDEN =
  /<([a-z]{1,10})\s[^<>]{0,200}?(?:display\s?:\s?none|visibility\s?:\s?hidden|\bhidden\b)[^<>]{0,200}>/gi;

/** The text with what HTML hides blanked out, up to its closing tag; offsets stay. */
export function withoutHidden(text: string): string {
  if (!text.includes('</') || !(text.includes('hidden') || text.includes('none'))) return text;
  let out = '';
  let from = 0;
  for (const { index, 0: open, 1: name } of text.matchAll(HIDDEN)) {
    if (index < from) continue;
    const close = text.indexOf(`</${name}`, index + open.length);
    const end = close < 0 ? text.length : close;
    out += text.slice(from, index) + ' '.repeat(end - index);
    from = end;
  }
  return from === 0 ? text : out + text.slice(from);
}

/** No-break and other spaces and marks without width, which between two words are a space like any other. */
const ODD_SPACES = /[\u00a0\u2000-\u200f\u202f]/g;

const ODD_SPACE = /[\u00a0\u2000-\u200f\u202f]/;

/** Lower case and plain spaces with every offset kept: letters whose lower case has another length stay as they are. */
export function fold(text: string): string {
  const lower = lowered(text);
  return ODD_SPACE.test(lower) ? lower.replaceAll(ODD_SPACES, ' ') : lower;
}

function lowered(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  let out = '';
  for (const character of text) {
    const small = character.toLowerCase();
    out += small.length === character.length ? small : character;
  }
  return out;
}
