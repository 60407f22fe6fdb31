import { apply, type Expr, integer, text } from '../../expr.js';
import type { Token } from '../token.js';
import { peek, type Reader, refuse } from './reader.js';

/** Bases named in words: `1234_{\text{five}}`. */
const NAMED_BASES: ReadonlyMap<string, number> = new Map([
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['eleven', 11],
  ['twelve', 12],
  ['sixteen', 16],
  ['binary', 2],
  ['octal', 8],
  ['decimal', 10],
  ['hex', 16],
  ['bin', 2],
  ['oct', 8],
  ['dec', 10],
]);

const MAX_DIGITS = 2000;

/** The base a subscript names, 2 to 36; null when it is no base. */
function baseOf(sub: readonly Token[]): number | null {
  const inner = sub.length === 1 && sub[0]!.kind === 'group' ? sub[0]!.tokens : sub;
  const tokens = inner.filter((token) => token.kind !== 'open' && token.kind !== 'close');
  const letters = tokens.every((token) => token.kind === 'name');
  const only = tokens.length === 1 ? tokens[0]! : null;
  const word = letters
    ? tokens.map((token) => (token as { name: string }).name).join('')
    : only?.kind === 'text'
      ? only.value.trim().toLowerCase()
      : null;
  if (word !== null) return NAMED_BASES.get(word.replace('base ', '')) ?? null;
  if (only?.kind !== 'number' || only.value.den !== 1n || only.value.num < 2n || only.value.num > 36n)
    return null;
  return Number(only.value.num);
}

/** True when a subscript is a number or word that can be a base. */
export const namesBase = (sub: readonly Token[]): boolean => baseOf(sub) !== null;

/** A numeral in a named base: digits as text, so that nothing is lost; refuses digits the base does not have. */
export function baseNumeral(reader: Reader, digits: string, sub: readonly Token[]): Expr {
  const base = baseOf(sub);
  if (base === null) return refuse(reader, 'a subscript on a number that names no base from 2 to 36');
  for (const digit of digits) {
    if (digit !== '.' && !(Number.parseInt(digit, 36) < base))
      refuse(reader, `digit ${digit} in base ${base}`);
  }
  return apply('BaseNumeral', text(digits), integer(base));
}

/** Digits of the numeral just read: a number, or digits and capitals in brackets or a group; else null. */
export function digitsBefore(reader: Reader, base: Expr): string | null {
  const before = reader.tokens[reader.at - 1];
  if (before?.kind === 'number') return before.raw;
  if (before?.kind === 'group') return base.node === 'symbol' ? null : digitsOf(before.tokens);
  if (before?.kind !== 'close' || (before.bracket !== ')' && before.bracket !== ']')) return null;
  const open = reader.partner[reader.at - 1] ?? -1;
  return open < 0 || reader.at - open > 64 ? null : digitsOf(reader.tokens.slice(open + 1, reader.at - 1));
}

/** Digits and letters side by side as one string; null when anything else is among them. */
function digitsOf(tokens: readonly Token[]): string | null {
  let digits = '';
  for (const token of tokens) {
    if (token.kind === 'number') digits += token.raw;
    else if (token.kind === 'name' && /^[A-Za-z]$/.test(token.name)) digits += token.name.toUpperCase();
    else if (token.kind === 'text' && /^[0-9A-Za-z]+$/.test(token.value.trim())) {
      digits += token.value.trim().toUpperCase();
    } else if (indexDigits(token) !== null) digits += indexDigits(token);
    else return null;
  }
  return digits.length > 0 && digits.length <= MAX_DIGITS ? digits : null;
}

/**
 * `2A_{16}`, `FF_{16}`: digits and capitals up to a subscript above 10, from the reader's place; null when that
 * is not what stands here. A single letter with a subscript is a name.
 */
export function letterDigits(reader: Reader): Expr | null {
  let count = 0;
  while (count < 32 && isDigitPiece(peek(reader, count), peek(reader, count + 1), count)) count += 1;
  const script = peek(reader, count);
  if (count < 2 && peek(reader)?.kind !== 'text') return null;
  if (count === 0 || script?.kind !== 'script' || script.sub === null || script.sup !== null) return null;
  const base = baseOf(script.sub);
  if (base === null || base <= 10) return null;
  const digits = digitsOf(reader.tokens.slice(reader.at, reader.at + count));
  if (digits === null) return null;
  reader.at += count + 1;
  return baseNumeral(reader, digits, script.sub);
}

/** `B4` is lexed as B with an index in plain notation: its digits, or null. */
function indexDigits(token: Token): string | null {
  const only =
    token.kind === 'script' && token.sup === null && token.sub?.length === 1 ? token.sub[0]! : null;
  return only?.kind === 'number' ? only.raw : null;
}

function isDigitPiece(token: Token | undefined, next: Token | undefined, index: number): boolean {
  if (token === undefined || (index > 0 && token.spaceBefore)) return false;
  if (token.kind === 'script') return index > 0 && next?.kind === 'script' && indexDigits(token) !== null;
  if (token.kind === 'number' || token.kind === 'text') return true;
  return token.kind === 'name' && /^[A-Z]$/.test(token.name);
}
