/** An exact rational in lowest terms, `den > 0`. A {@link NumberNode} is one too. */
export interface Rational {
  readonly num: bigint;
  readonly den: bigint;
}

/** 0, 1, −1 and ½. */
export const ZERO: Rational = { num: 0n, den: 1n };
export const ONE: Rational = { num: 1n, den: 1n };
export const MINUS_ONE: Rational = { num: -1n, den: 1n };
export const HALF: Rational = { num: 1n, den: 2n };

/** |n|. */
export const absolute = (n: bigint): bigint => (n < 0n ? -n : n);

/** Numbers below this divide exactly as doubles, which is far quicker than as big integers. */
const SAFE = 9007199254740991n;

/** Greatest common divisor, never negative. */
export function gcd(a: bigint, b: bigint): bigint {
  let x = absolute(a);
  let y = absolute(b);
  if (x < y) [x, y] = [y, x];
  while (y > LONG) [x, y] = lehmerStep(x, y);
  while (y > SAFE) [x, y] = [y, x % y];
  if (y === 0n) return x;
  let p = Number(y);
  let q = Number(x % y);
  while (q !== 0) [p, q] = [q, p % q];
  return BigInt(p);
}

/** Numbers above this are reduced many quotients at a time. */
const LONG = 1n << 512n;
/** Largest cofactor, so that cofactor times leading part stays an exact double. */
const MAX_COFACTOR = 2 ** 24;

/**
 * One round of Lehmer's algorithm on x ≥ y: Euclid on the leading 50 bits gives cofactors that shorten both by
 * about 24 bits at the cost of four short products; a plain division where the leading parts do not tell.
 */
function lehmerStep(x: bigint, y: bigint): [bigint, bigint] {
  const drop = BigInt(bitsOf(x) - 50);
  let p = Number(x >> drop);
  let q = Number(y >> drop);
  let [a, b, c, d] = [1, 0, 0, 1];
  while (q + c !== 0 && q + d !== 0) {
    const quotient = Math.floor((p + a) / (q + c));
    if (quotient !== Math.floor((p + b) / (q + d))) break;
    const [nextC, nextD] = [a - quotient * c, b - quotient * d];
    if (Math.abs(nextC) > MAX_COFACTOR || Math.abs(nextD) > MAX_COFACTOR) break;
    [a, b, c, d] = [c, d, nextC, nextD];
    [p, q] = [q, p - quotient * q];
  }
  if (b === 0) return [y, x % y];
  const first = BigInt(a) * x + BigInt(b) * y;
  const second = BigInt(c) * x + BigInt(d) * y;
  return first < second ? [second, first] : [first, second];
}

/** Least common multiple, never negative. */
export const lcm = (a: bigint, b: bigint): bigint =>
  a === 0n || b === 0n ? 0n : absolute(a / gcd(a, b)) * absolute(b);

/** `num / den` in lowest terms; `den` must not be zero. */
export function ratio(num: bigint, den: bigint): Rational {
  if (den === 1n) return { num, den };
  const common = gcd(num, den);
  const sign = den < 0n ? -common : common;
  return sign === 1n ? { num, den } : { num: num / sign, den: den / sign };
}

/** A whole number. */
export const whole = (value: bigint | number): Rational => ({ num: BigInt(value), den: 1n });

/** `a + b`. */
export function plus(a: Rational, b: Rational): Rational {
  if (a.den === 1n && b.den === 1n) return { num: a.num + b.num, den: 1n };
  return ratio(a.num * b.den + b.num * a.den, a.den * b.den);
}

/** `−a`. */
export const negated = (a: Rational): Rational => ({ num: -a.num, den: a.den });

/** `a − b`. */
export const minus = (a: Rational, b: Rational): Rational => plus(a, negated(b));

/** `a · b`. */
export function times(a: Rational, b: Rational): Rational {
  if (a.den === 1n && b.den === 1n) return { num: a.num * b.num, den: 1n };
  return ratio(a.num * b.num, a.den * b.den);
}

/** `1 / a`; `a` must not be zero. */
export const inverse = (a: Rational): Rational =>
  a.num < 0n ? { num: -a.den, den: -a.num } : { num: a.den, den: a.num };

/** `a ^ exponent` for a whole exponent; a zero base wants a non-negative one. */
export function power(a: Rational, exponent: number): Rational {
  if (exponent < 0) return power(inverse(a), -exponent);
  const by = BigInt(exponent);
  return { num: a.num ** by, den: a.den ** by };
}

/** `a = b`, both in lowest terms. */
export const same = (a: Rational, b: Rational): boolean => a.num === b.num && a.den === b.den;

/** Sign of `a − b`. */
export function order(a: Rational, b: Rational): -1 | 0 | 1 {
  const left = a.num * b.den;
  const right = b.num * a.den;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Sign of `a`. */
export const sign = (a: Rational): -1 | 0 | 1 => (a.num < 0n ? -1 : a.num > 0n ? 1 : 0);

/** The greatest whole number not above `a`. */
export function floor(a: Rational): bigint {
  const quotient = a.num / a.den;
  return a.num < 0n && quotient * a.den !== a.num ? quotient - 1n : quotient;
}

/** Bits of the larger of numerator and denominator, rounded up to a multiple of four. */
export const bits = (a: Rational): number => Math.max(bitsOf(a.num), bitsOf(a.den));

/** Bits of |n|, exact up to a multiple of four. */
export function bitsOf(n: bigint): number {
  const m = absolute(n);
  if (m <= SAFE) return m === 0n ? 0 : Math.floor(Math.log2(Number(m))) + 1;
  return m.toString(16).length * 4;
}

/** A double near `a`; for guesses that are proved afterwards, never for decisions. */
export function approximate(a: Rational): number {
  const value = Number(a.num) / Number(a.den);
  if (Number.isFinite(value)) return value;
  const drop = BigInt(Math.max(0, Math.max(bitsOf(a.num), bitsOf(a.den)) - 900));
  return Number(a.num >> drop) / Number(a.den >> drop);
}

/** The exact integer `n`-th root of `value ≥ 0`, or `null`. */
export function exactRoot(value: bigint, n: number): bigint | null {
  const root = integerRoot(value, n);
  return root ** BigInt(n) === value ? root : null;
}

/** ⌊value^(1/n)⌋ for `value ≥ 0`, by Newton's iteration on integers from above. */
export function integerRoot(value: bigint, n: number): bigint {
  if (value < 2n || n === 1) return value;
  const size = bitsOf(value);
  if (n >= size) return 1n;
  const big = BigInt(n);
  let x = 1n << BigInt(Math.ceil(size / n) + 1);
  for (;;) {
    const next = ((big - 1n) * x + value / x ** (big - 1n)) / big;
    if (next >= x) return x;
    x = next;
  }
}
