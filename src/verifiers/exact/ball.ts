import { absoluteUpTo, bitLength, pow2, raise, shift } from './bits.js';

/**
 * A real number known up to a radius: every real within `rad · 2^exp` of `mid · 2^exp`. `rad` is a double that
 * is always rounded up; 0 means the value is exactly the midpoint, an infinite radius means nothing is known.
 */
export interface Ball {
  readonly mid: bigint;
  readonly exp: number;
  readonly rad: number;
}

/** The exact 0 and 1. */
export const ZERO: Ball = { mid: 0n, exp: 0, rad: 0 };
export const ONE: Ball = { mid: 1n, exp: 0, rad: 0 };
/** The ball about which nothing is known. */
export const WHOLE: Ball = { mid: 0n, exp: 0, rad: Number.POSITIVE_INFINITY };

/** Exponents beyond this (values beyond 2^±2^45) are given up as unknown. */
const EXPONENT_LIMIT = 2 ** 45;
/** A radius above this has digits of the midpoint below it dropped, so lost precision also costs less. */
const WIDE = 2 ** 32;
/** Bits kept below the unit of an inexact operand. */
const SLACK = 64;

/** True when the radius is finite. */
export const isBounded = (a: Ball): boolean => a.rad < Number.POSITIVE_INFINITY;

/** True for the exact zero. */
export const isZero = (a: Ball): boolean => a.rad === 0 && a.mid === 0n;

/** Position of the leading bit of the midpoint: |mid · 2^exp| < 2^top. */
export const topBit = (a: Ball): number => a.exp + bitLength(a.mid);

function drop(mid: bigint, exp: number, rad: number, count: number): Ball {
  const kept = mid >> BigInt(count);
  if (rad === 0 && kept << BigInt(count) === mid) return { mid: kept, exp: exp + count, rad: 0 };
  return { mid: kept, exp: exp + count, rad: raise(rad * pow2(-count) + 1) };
}

/** Rounds a midpoint to `bits` bits (fewer where the radius makes them meaningless), widening the radius. */
export function rounded(mid: bigint, exp: number, rad: number, bits: number): Ball {
  if (!(rad < 1e250) || !(Math.abs(exp) < EXPONENT_LIMIT)) return WHOLE;
  let count = bitLength(mid) - bits;
  if (rad > WIDE) count = Math.max(count, bitLength(BigInt(Math.ceil(rad))) - 16);
  return count > 0 ? drop(mid, exp, rad, count) : { mid, exp, rad };
}

/** Adds a spread of `rad · 2^exp` to a ball. */
export function widen(a: Ball, rad: number, exp: number): Ball {
  if (rad === 0) return a;
  if (!isBounded(a) || !(rad < Number.POSITIVE_INFINITY)) return WHOLE;
  const added = rad * pow2(exp - a.exp);
  if (added < 1e30) return { mid: a.mid, exp: a.exp, rad: raise(a.rad + added) };
  // The spread dwarfs the ball's own unit: change to a coarser unit first.
  const count = exp - a.exp;
  return { mid: shift(a.mid, -count), exp: a.exp + count, rad: raise(rad + a.rad * pow2(-count) + 1) };
}

/** The sum, rounded to `bits`. */
export function add(a: Ball, b: Ball, bits: number): Ball {
  if (!isBounded(a) || !isBounded(b)) return WHOLE;
  if (a.exp === b.exp) return rounded(a.mid + b.mid, a.exp, raise(a.rad + b.rad), bits);
  if (isZero(a)) return b;
  if (isZero(b)) return a;
  const top = Math.max(topBit(a), topBit(b));
  let unit = Math.max(Math.min(a.exp, b.exp), top - bits - 4);
  if (a.rad !== 0) unit = Math.max(unit, a.exp - SLACK);
  if (b.rad !== 0) unit = Math.max(unit, b.exp - SLACK);
  const x = atUnit(a, unit);
  const y = atUnit(b, unit);
  return rounded(x.mid + y.mid, unit, raise(x.rad + y.rad), bits);
}

function atUnit(a: Ball, unit: number): Ball {
  const by = a.exp - unit;
  if (by >= 0) return { mid: a.mid << BigInt(by), exp: unit, rad: a.rad === 0 ? 0 : raise(a.rad * pow2(by)) };
  if (-by > bitLength(a.mid) + 2) return { mid: 0n, exp: unit, rad: raise(a.rad * pow2(by) + 1) };
  return drop(a.mid, a.exp, a.rad, -by);
}

/** The opposite, exact. */
export const neg = (a: Ball): Ball => ({ mid: -a.mid, exp: a.exp, rad: a.rad });

/** The difference, rounded to `bits`. */
export const sub = (a: Ball, b: Ball, bits: number): Ball => add(a, neg(b), bits);

/** The product, rounded to `bits`. */
export function mul(a: Ball, b: Ball, bits: number): Ball {
  if (!isBounded(a) || !isBounded(b)) return WHOLE;
  const mid = a.mid * b.mid;
  const exp = a.exp + b.exp;
  if (a.rad === 0 && b.rad === 0) return rounded(mid, exp, 0, bits);
  let count = Math.max(0, bitLength(mid) - bits);
  if (b.rad !== 0) count = Math.max(count, bitLength(a.mid) - SLACK);
  if (a.rad !== 0) count = Math.max(count, bitLength(b.mid) - SLACK);
  let spread = a.rad * b.rad * pow2(-count);
  if (b.rad !== 0) spread += absoluteUpTo(a.mid, -count) * b.rad;
  if (a.rad !== 0) spread += absoluteUpTo(b.mid, -count) * a.rad;
  return rounded(mid >> BigInt(count), exp + count, raise(spread + (count > 0 ? 1 : 0)), bits);
}

/** The quotient, rounded to `bits`; nothing known when the divisor may be zero. */
export function div(a: Ball, b: Ball, bits: number): Ball {
  if (!isBounded(a) || !isBounded(b)) return WHOLE;
  const divisor = b.mid < 0n ? -b.mid : b.mid;
  if (!(divisor > b.rad)) return WHOLE;
  if (isZero(a)) return ZERO;
  const size = bitLength(divisor);
  const wanted = b.rad === 0 ? bits : Math.min(bits, size + SLACK);
  const fine = Math.max(0, wanted + 2 + size - bitLength(a.mid));
  const by = a.rad === 0 ? fine : Math.min(fine, size + SLACK);
  const top = a.mid << BigInt(by);
  const mid = top / b.mid;
  const exp = a.exp - b.exp - by;
  if (a.rad === 0 && b.rad === 0) return rounded(mid, exp, mid * b.mid === top ? 0 : 1, bits);
  // |a/b − a0/b0| ≤ (ra + |a0/b0|·rb) / (|b0| − rb), in units of the quotient.
  const least = absoluteUpTo(divisor, -size) * (1 - 2 ** -48) - b.rad * pow2(-size);
  if (!(least > 2 ** -20)) return WHOLE;
  const fromTop = a.rad === 0 ? 0 : a.rad * pow2(by - size);
  const fromBottom = b.rad === 0 ? 0 : (absoluteUpTo(mid, -size) + pow2(-size)) * b.rad;
  const spread = (fromTop + fromBottom) / least;
  return rounded(mid, exp, raise(raise(spread) + 1), bits);
}

/** Certain sign; 0 only for the exact zero, `null` when the ball holds both signs. */
export function sign(a: Ball): -1 | 0 | 1 | null {
  if (a.mid > a.rad) return 1;
  if (-a.mid > a.rad) return -1;
  return a.rad === 0 ? 0 : null;
}

/** Both ends of the ball as integers in units of 2^exp. */
export function ends(a: Ball): readonly [bigint, bigint] {
  if (a.rad === 0) return [a.mid, a.mid];
  const spread = BigInt(Math.ceil(a.rad));
  return [a.mid - spread, a.mid + spread];
}

/** A ball that holds every real of both. */
export function hull(a: Ball, b: Ball, bits: number): Ball {
  const centre = add(a, b, bits);
  const half = sub(a, b, bits);
  if (!isBounded(centre) || !isBounded(half)) return WHOLE;
  const middle: Ball = { mid: centre.mid, exp: centre.exp - 1, rad: centre.rad };
  return widen(
    widen(middle, absoluteUpTo(half.mid, -bitLength(half.mid)), half.exp - 1 + bitLength(half.mid)),
    half.rad,
    half.exp - 1,
  );
}

/** The smallest ball around 0 … `a` for a non-negative `a`, used where only an upper bound is known. */
export function upTo(a: Ball, bits: number): Ball {
  if (!isBounded(a)) return WHOLE;
  const high: Ball = { mid: ends(a)[1], exp: a.exp - 1, rad: 0 };
  if (high.mid < 0n) return WHOLE;
  return widen(
    rounded(high.mid, high.exp, 0, bits),
    absoluteUpTo(high.mid, -bitLength(high.mid)) + 2 ** -30,
    high.exp + bitLength(high.mid),
  );
}
