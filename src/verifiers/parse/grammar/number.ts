import { apply, type Expr, integer } from '../../expr.js';
import { repeatingNumeral, scientificNumeral } from '../numeral.js';
import type { Token } from '../token.js';
import { letterDigits } from './bases.js';
import { divide, plus, power } from './build.js';
import { peek, peekOperator, type Reader, refuse } from './reader.js';

type NumberToken = Extract<Token, { kind: 'number' }>;

/** A numeral in any of its spellings: repeating, scientific, mixed, in a base with letters, or plain. */
export function readNumber(reader: Reader, token: NumberToken): Expr {
  const special =
    repeating(reader, token) ?? letterDigits(reader) ?? scientific(reader, token) ?? mixed(reader, token);
  if (special !== null) return special;
  reader.at += 1;
  if (peekOperator(reader) === '.' && ARITHMETIC.has(peekOperator(reader, 1) ?? '')) reader.at += 1;
  return token.value;
}

/** After these a point that ends a numeral is no full stop: `1./3`. */
const ARITHMETIC: ReadonlySet<string> = new Set(['/', '*', '^', '+', '-']);

/** Powers of ten beyond this stay a power, so that no numeral can be made huge by its exponent. */
const MAX_EXPONENT = 4000;

const wholeAndFraction = (raw: string): readonly [string, string] | null => {
  const point = raw.indexOf('.');
  return point < 0 ? null : [raw.slice(0, point), raw.slice(point + 1)];
};

/** `0.1\overline{6}`, `0.1(6)`, `0.\dot{1}8\dot{3}`, `0.333…`. */
function repeating(reader: Reader, token: NumberToken): Expr | null {
  const parts = token.value.spelling?.form === 'scientific' ? null : wholeAndFraction(token.raw);
  if (parts === null) return null;
  const [whole, fixed] = parts;
  const next = peek(reader, 1);
  if (next?.kind === 'accent') return accented(reader, whole, fixed);
  if (next?.kind === 'open' && next.bracket === '(' && !next.spaceBefore)
    return parenthesised(reader, whole, fixed);
  return peekOperator(reader, 1) === 'ellipsis' ? continued(reader, whole, fixed) : null;
}

const BARS: ReadonlySet<string> = new Set(['overline', 'bar', 'overbar', 'widebar']);

const digitsIn = (tokens: readonly Token[]): string | null => {
  const only = tokens.length === 1 ? tokens[0]! : null;
  if (only?.kind === 'group') return digitsIn(only.tokens);
  return only?.kind === 'number' && only.value.spelling?.form === 'integer' ? only.raw : null;
};

/** A bar over the period, or dots over its first and last digit. */
function accented(reader: Reader, whole: string, fixed: string): Expr | null {
  const accent = peek(reader, 1) as Extract<Token, { kind: 'accent' }>;
  const digits = digitsIn(accent.tokens);
  if (digits === null) return null;
  if (BARS.has(accent.accent)) {
    reader.at += 2;
    return repeatingNumeral(whole, fixed, digits);
  }
  if (accent.accent !== 'dot') return null;
  const middle = peek(reader, 2);
  const between = middle?.kind === 'number' ? middle.raw : '';
  const last = peek(reader, between === '' ? 2 : 3);
  const end = last?.kind === 'accent' && last.accent === 'dot' ? digitsIn(last.tokens) : null;
  if (end === null && between !== '') return null;
  reader.at += end === null ? 2 : between === '' ? 3 : 4;
  return repeatingNumeral(whole, fixed, digits + between + (end ?? ''));
}

/** `0.1(6)`: digits in brackets directly after the decimals, at the end of the numeral. */
function parenthesised(reader: Reader, whole: string, fixed: string): Expr | null {
  const inside = peek(reader, 2);
  const close = peek(reader, 3);
  if (inside?.kind !== 'number' || close?.kind !== 'close' || close.bracket !== ')') return null;
  if (inside.value.spelling?.form !== 'integer') return null;
  reader.at += 4;
  return repeatingNumeral(whole, fixed, inside.raw);
}

/**
 * `0.333…`: a period that is shown is meant. One digit must stand three times, a longer period twice; other
 * decimals that go on (`3.1415…`) name no exact value.
 */
function continued(reader: Reader, whole: string, fixed: string): Expr {
  for (let length = 1; length <= 12 && length * 2 <= fixed.length; length += 1) {
    const times = length === 1 ? 3 : 2;
    const period = fixed.slice(fixed.length - length);
    if (!fixed.endsWith(period.repeat(times))) continue;
    reader.at += 2;
    return repeatingNumeral(whole, fixed.slice(0, fixed.length - length), period);
  }
  return refuse(reader, 'a decimal that goes on without a period', 'unsupported', reader.at + 1);
}

/** `1.5 × 10^{-4}` as one numeral with its digits; `a/1.5 × 10^3` is left to the quotient. */
function scientific(reader: Reader, token: NumberToken): Expr | null {
  const ten = peek(reader, 2);
  if (peekOperator(reader, 1) !== '*' || ten?.kind !== 'number' || ten.raw !== '10') return null;
  const before = reader.tokens[reader.at - 1];
  if (before?.kind === 'operator' && (before.operator === '/' || before.operator === '^')) return null;
  if (token.value.spelling?.form !== 'integer' && token.value.spelling?.form !== 'decimal') return null;
  const found = powerAfter(reader, 3);
  if (found === null || peekOperator(reader, found.next) === '!') return null;
  reader.at += found.next;
  if (Math.abs(found.exponent) <= MAX_EXPONENT) return scientificNumeral(token.raw, found.exponent);
  return apply('Multiply', token.value, power(integer(10), integer(found.exponent)));
}

/** A literal whole exponent at `ahead`, as a script or after `^`, and where it ends. */
function powerAfter(
  reader: Reader,
  ahead: number,
): { readonly exponent: number; readonly next: number } | null {
  const token = peek(reader, ahead);
  if (token?.kind === 'script') {
    const exponent = token.sub === null && token.sup !== null ? exponentOf(token.sup) : null;
    return exponent === null ? null : { exponent, next: ahead + 1 };
  }
  if (peekOperator(reader, ahead) !== '^') return null;
  const tokens = [1, 2, 3, 4].map((i) => peek(reader, ahead + i));
  const [first, second, third, fourth] = tokens;
  if (first?.kind === 'open' && first.bracket === '(') {
    const sign = second?.kind === 'operator';
    const close = sign ? fourth : third;
    if (close?.kind !== 'close') return null;
    const exponent = exponentOf((sign ? [second, third] : [second]) as Token[]);
    return exponent === null ? null : { exponent, next: ahead + (sign ? 5 : 4) };
  }
  const sign = first?.kind === 'operator';
  const exponent = exponentOf((sign ? [first, second] : [first]) as Token[]);
  const next = ahead + (sign ? 3 : 2);
  return exponent === null || peekOperator(reader, next) === '^' ? null : { exponent, next };
}

/** The value of a literal exponent up to nine digits, with an optional sign. */
function exponentOf(tokens: readonly (Token | undefined)[]): number | null {
  if (tokens.length === 1 && tokens[0]?.kind === 'group') return exponentOf(tokens[0].tokens);
  const sign = tokens[0]?.kind === 'operator' ? tokens[0].operator : null;
  if (sign !== null && sign !== '-' && sign !== '+') return null;
  const number = tokens[sign === null ? 0 : 1];
  if (tokens.length !== (sign === null ? 1 : 2) || number?.kind !== 'number') return null;
  if (number.value.spelling?.form !== 'integer' || number.raw.length > 9) return null;
  return sign === '-' ? -Number(number.value.num) : Number(number.value.num);
}

const isWholeToken = (token: Token | undefined): token is NumberToken =>
  token?.kind === 'number' && token.value.spelling?.form === 'integer';

/** `7\frac{2}{3}` and `7 2/3`: a whole number and a proper fraction of two numerals. */
function mixed(reader: Reader, token: NumberToken): Expr | null {
  if (!isWholeToken(token)) return null;
  const next = peek(reader, 1);
  if (next === undefined || next.wide === true) return null;
  const found = next.kind === 'fraction' ? stacked(next) : slashed(reader, next);
  if (found === null) return null;
  const [top, bottom, length] = found;
  if (top.num >= bottom.num) return null;
  reader.at += 1 + length;
  return plus([token.value, divide(top, bottom)]);
}

type Parts = readonly [top: NumberToken['value'], bottom: NumberToken['value'], length: number];

function stacked(fraction: Extract<Token, { kind: 'fraction' }>): Parts | null {
  const top = fraction.top.length === 1 ? fraction.top[0] : undefined;
  const bottom = fraction.bottom.length === 1 ? fraction.bottom[0] : undefined;
  return isWholeToken(top) && isWholeToken(bottom) ? [top.value, bottom.value, 1] : null;
}

function slashed(reader: Reader, top: Token): Parts | null {
  const bottom = peek(reader, 3);
  if (!isWholeToken(top) || !top.spaceBefore || peekOperator(reader, 2) !== '/') return null;
  return isWholeToken(bottom) ? [top.value, bottom.value, 3] : null;
}
