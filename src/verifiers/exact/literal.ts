import { type Expr, type Head, isApply, type NumberNode, rational } from '../expr.js';
import { bitLength } from './bits.js';
import { integerRoot } from './integer-root.js';

/** Exact results longer than this (bits of numerator or denominator) are left to enclosures. */
const LIMIT = 4096;

const size = (x: NumberNode): number => Math.max(bitLength(x.num), bitLength(x.den));

const kept = (x: NumberNode): NumberNode | null => (size(x) > LIMIT ? null : x);

const add = (a: NumberNode, b: NumberNode): NumberNode =>
  rational(a.num * b.den + b.num * a.den, a.den * b.den);

const mul = (a: NumberNode, b: NumberNode): NumberNode => rational(a.num * b.num, a.den * b.den);

function fold(
  args: readonly NumberNode[],
  join: (a: NumberNode, b: NumberNode) => NumberNode,
): NumberNode | null {
  let total = args[0] ?? null;
  for (let k = 1; k < args.length && total !== null; k++) {
    const next = args[k];
    total = next === undefined ? null : kept(join(total, next));
  }
  return total;
}

/** The exact `k`-th root of a non-negative rational that is a perfect power. */
function perfectRoot(x: NumberNode, k: number): NumberNode | null {
  const num = integerRoot(x.num, k);
  const den = integerRoot(x.den, k);
  const exact = num ** BigInt(k) === x.num && den ** BigInt(k) === x.den;
  return exact ? rational(num, den) : null;
}

/** base^exponent where it is rational and short; `null` for 0 to a non-positive power and for roots of negatives. */
export function literalPower(base: NumberNode, exponent: NumberNode): NumberNode | null {
  if (base.num === 0n) return exponent.num > 0n ? base : null;
  const degree = Number(exponent.den);
  if (degree > 64 || (degree > 1 && base.num < 0n)) return null;
  const power = exponent.num < 0n ? -exponent.num : exponent.num;
  const one = size(base) <= 1;
  if (size(base) > LIMIT) return null;
  if (!one && power * BigInt(size(base) - 1) > BigInt(LIMIT)) return null;
  const rooted = degree === 1 ? base : perfectRoot(base, degree);
  if (rooted === null) return null;
  const n = one ? power % 2n : power;
  const raised = rational(rooted.num ** n, rooted.den ** n);
  return exponent.num < 0n ? rational(raised.den, raised.num) : raised;
}

/** log of `x` to `base` where it is a fraction with a small denominator. */
function literalLog(x: NumberNode, base: NumberNode): NumberNode | null {
  if (x.num <= 0n || base.num <= 0n || (base.num === 1n && base.den === 1n)) return null;
  if (x.num === x.den) return rational(0n);
  const guess = (log2(x) / log2(base)) * 12;
  const twelfths = Math.round(guess);
  if (!(Math.abs(guess - twelfths) < 1e-6)) return null;
  const exponent = rational(BigInt(twelfths), 12n);
  const power = literalPower(base, rational(exponent.num));
  const other = literalPower(x, rational(exponent.den));
  return power !== null && other !== null && power.num === other.num && power.den === other.den
    ? exponent
    : null;
}

const log2 = (x: NumberNode): number => log2Integer(x.num) - log2Integer(x.den);

function log2Integer(n: bigint): number {
  const drop = Math.max(0, bitLength(n) - 60);
  return Math.log2(Number(n >> BigInt(drop))) + drop;
}

function digitsInBase(digits: Expr | undefined, base: Expr | undefined): NumberNode | null {
  if (digits?.node !== 'text' || base?.node !== 'number' || base.den !== 1n) return null;
  if (base.num < 2n || base.num > 36n || digits.value.length > 600) return null;
  let value = 0n;
  for (const digit of digits.value.toLowerCase()) {
    const code = Number.parseInt(digit, 36);
    if (!(BigInt(Number.isNaN(code) ? 99 : code) < base.num)) return null;
    value = value * base.num + BigInt(code);
  }
  return rational(value);
}

/**
 * The exact rational value of `head(args)` where all arguments are literals and the result is rational, defined
 * and short; `null` otherwise, which is no statement at all.
 */
export function foldLiteral(head: Head, args: readonly NumberNode[]): NumberNode | null {
  const [a, b] = args;
  if (a === undefined || args.some((arg) => size(arg) > LIMIT)) return null;
  if (head === 'Add') return fold(args, add);
  if (head === 'Multiply') return fold(args, mul);
  if (head === 'Negate') return rational(-a.num, a.den);
  if (head === 'Percent') return rational(a.num, a.den * 100n);
  if (head === 'Abs') return a.num < 0n ? rational(-a.num, a.den) : a;
  if (b === undefined) return null;
  if (head === 'Divide') return b.num === 0n ? null : kept(rational(a.num * b.den, a.den * b.num));
  if (head === 'Power') return literalPower(a, b);
  if (head === 'Root') return b.den === 1n && b.num > 0n ? literalPower(a, rational(1n, b.num)) : null;
  return head === 'Log' ? literalLog(a, b) : null;
}

/** The value of a numeral in a named base, `null` for any other expression or a malformed numeral. */
export const baseNumeralValue = (expr: Expr): NumberNode | null =>
  isApply(expr, 'BaseNumeral') ? digitsInBase(expr.args[0], expr.args[1]) : null;
