import type { BaseNumeralAnswer } from '../../answer.js';
import type { Piece } from '../scan.js';
import { wholeFromWords } from './number-words.js';
import type { Reading } from './reading.js';

const isBracket = (piece: Piece | undefined): boolean => piece?.kind === 'open' || piece?.kind === 'close';
const isMark = (piece: Piece | undefined, value: string): boolean =>
  piece?.kind === 'mark' && piece.value === value;

const NAMED_BASES: ReadonlyMap<string, number> = new Map([
  ['binary', 2],
  ['octal', 8],
  ['decimal', 10],
  ['hexadecimal', 16],
  ['hex', 16],
]);

/** The base in digits or words, in brackets or not: `{16}`, `five`, `(base 7)`. */
function baseOf(pieces: readonly Piece[]): number | null {
  const inner = pieces.filter((piece) => !isBracket(piece) && !/^(?:base|进制)$/i.test(piece.value));
  if (inner.length === 0 || inner.length > 2) return null;
  const [first, second] = inner;
  if (first!.kind === 'number' && second === undefined)
    return /^\d{1,2}$/.test(first!.value) ? Number(first!.value) : null;
  if (!inner.every((piece) => piece.kind === 'word' && piece.value.length > 2)) return null;
  const words = inner.map((piece) => piece.value.toLowerCase());
  return NAMED_BASES.get(words[0]!) ?? Number(wholeFromWords(words) ?? 0n);
}

/** Where the base begins: after `_`, or at "base", "in base", "(base". */
function baseStart(pieces: readonly Piece[]): { readonly digits: number; readonly base: number } | null {
  for (let i = 1; i < pieces.length; i += 1) {
    if (isMark(pieces[i], '_')) return { digits: i, base: i + 1 };
    if (/^base$/i.test(pieces[i]!.value)) {
      let digits = i;
      while (digits > 0 && (pieces[digits - 1]!.kind === 'open' || /^in$/i.test(pieces[digits - 1]!.value)))
        digits -= 1;
      return { digits, base: i };
    }
  }
  return null;
}

const digitValue = (c: string): number => Number.parseInt(c, 36);

/** The digits as upper-case text, or null unless all of them are below the base. */
function digitsOf(pieces: readonly Piece[], base: number): string | null {
  let digits = '';
  for (const [i, piece] of pieces.entries()) {
    if (
      isBracket(piece) &&
      (i === 0 || i === pieces.length - 1 || piece.value === '{' || piece.value === '}')
    )
      continue;
    if (piece.kind !== 'number' && piece.kind !== 'word') return null;
    digits += piece.value.toUpperCase();
  }
  if (!/^[0-9A-Z]{1,400}$/.test(digits) || !/[0-9]/.test(digits)) return null;
  return [...digits].every((c) => digitValue(c) < base) ? digits.replace(/^0+(?=.)/, '') : null;
}

const PREFIXES: ReadonlyMap<string, number> = new Map([
  ['x', 16],
  ['o', 8],
  ['b', 2],
]);

/** `0x3F`, `0b1101`, `0o17`: the notation of programs. */
function prefixed(text: string): BaseNumeralAnswer | null {
  const found = /^0([xXoObB])([0-9a-fA-F]{1,400})$/.exec(text);
  if (found === null) return null;
  const base = PREFIXES.get(found[1]!.toLowerCase())!;
  const digits = found[2]!.toUpperCase();
  if (![...digits].every((c) => digitValue(c) < base)) return null;
  return { kind: 'base-numeral', digits: digits.replace(/^0+(?=.)/, ''), base };
}

/** `1011_2`, `(2A)_{16}`, `1234_{\text{five}}`, "1011 base 2": a numeral that names its base. */
export function readBaseNumeral({ pieces, surface }: Reading): BaseNumeralAnswer | null {
  const code = prefixed(surface.text);
  if (code !== null) return code;
  if (pieces.length < 3 || pieces.length > 60) return null;
  const start = baseStart(pieces);
  if (start === null || start.digits === 0) return null;
  const base = baseOf(pieces.slice(start.base));
  if (base === null || base < 2 || base > 36) return null;
  const digits = digitsOf(pieces.slice(0, start.digits), base);
  return digits === null ? null : { kind: 'base-numeral', digits, base };
}
