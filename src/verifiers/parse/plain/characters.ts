/**
 * A source as a list of normalised characters with the offset of each: full-width and styled letters and digits
 * become plain ones, every space becomes ' ', line breaks become '\n', invisible characters disappear.
 */
export interface Characters {
  readonly chars: readonly string[];
  /** `starts[i]` is the offset of `chars[i]`; one more entry than characters, the source's length. */
  readonly starts: readonly number[];
}

/** Zero-width characters, soft hyphens, direction marks, invisible operators, variation selectors. */
const isInvisible = (code: number): boolean =>
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x2069) ||
  (code >= 0xfe00 && code <= 0xfe0f) ||
  code === 0xfeff ||
  code === 0xad;

const isSpace = (code: number): boolean =>
  code === 0x20 ||
  code === 0x09 ||
  code === 0xa0 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000;

const isLineBreak = (code: number): boolean =>
  code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029;

/** Full-width forms and mathematical alphanumerics: styles of an ordinary character. */
const isStyled = (code: number): boolean =>
  (code >= 0xff01 && code <= 0xff5e) || (code >= 0x1d400 && code <= 0x1d7ff) || code === 0x210e;

/** Normalises a source, one entry a character that counts. */
export function readCharacters(source: string): Characters {
  const chars: string[] = [];
  const starts: number[] = [];
  for (let i = 0; i < source.length; ) {
    const code = source.codePointAt(i)!;
    const length = code > 0xffff ? 2 : 1;
    if (!isInvisible(code)) {
      chars.push(normal(code, source, i, length));
      starts.push(i);
    }
    i += length;
  }
  starts.push(source.length);
  return { chars, starts };
}

function normal(code: number, source: string, at: number, length: number): string {
  if (code > 0x20 && code < 0x7f) return source[at]!;
  if (isSpace(code)) return ' ';
  if (isLineBreak(code)) return '\n';
  const char = source.slice(at, at + length);
  return isStyled(code) ? char.normalize('NFKC') : char;
}

/** 0–9. */
export const isDigit = (c: string | undefined): boolean =>
  c !== undefined && c >= '0' && c <= '9' && c.length === 1;

/** A–Z, a–z. */
export const isLetter = (c: string | undefined): boolean =>
  c !== undefined && c.length === 1 && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));

/** A letter of any script beyond ASCII: it can only be part of words. */
export const isForeignLetter = (c: string): boolean => c.charCodeAt(0) > 0x7f && /^\p{L}/u.test(c);
