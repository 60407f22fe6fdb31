/**
 * White space as the field's Python code means it (`str.split`, `\s`): the Unicode spaces and U+001C–U+001F,
 * without the byte order mark that JavaScript's `\s` adds.
 */
export function isWhiteSpace(unit: number): boolean {
  if (unit <= 0x20) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || (unit >= 0x1c && unit <= 0x1f);
  if (unit < 0x1680) return unit === 0x85 || unit === 0xa0;
  return unit === 0x1680 || (unit >= 0x2000 && unit <= 0x200a) || SPACES.has(unit);
}

const SPACES: ReadonlySet<number> = new Set([0x2028, 0x2029, 0x202f, 0x205f, 0x3000]);

/** The first offset at or after `from` that is no white space. */
export function afterSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isWhiteSpace(text.charCodeAt(at))) at += 1;
  return at;
}

/** Whether there is nothing but white space from `from` up to `to`. */
export const isBlank = (text: string, from = 0, to: number = text.length): boolean =>
  afterSpace(text, from) >= to;

/** How many Unicode characters (code points; a lone surrogate is one) a text has. */
export function codePoints(text: string): number {
  let count = text.length;
  for (let at = 0; at + 1 < text.length; at += 1) {
    if (isHigh(text.charCodeAt(at)) && isLow(text.charCodeAt(at + 1))) {
      count -= 1;
      at += 1;
    }
  }
  return count;
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** The last `count` Unicode characters of a text, all of it when it has no more. */
export function lastCharacters(text: string, count: number): string {
  let at = text.length;
  for (let left = count; left > 0 && at > 0; left -= 1) {
    const pair = at > 1 && isLow(text.charCodeAt(at - 1)) && isHigh(text.charCodeAt(at - 2));
    at -= pair ? 2 : 1;
  }
  return text.slice(at);
}

/** Whether a text says anything: a letter, a digit or a symbol such as ∞, not only marks and space. */
export const saysSomething = (text: string): boolean => /[\p{L}\p{N}\p{S}]/u.test(text);
