import { type Ball, isBounded, isZero, ONE, rounded, sign, topBit, WHOLE, widen, ZERO } from './ball.js';
import { absoluteUpTo, bitLength, pow2, shift } from './bits.js';
import { CONSTANT_BITS, ln2Fixed } from './constants.js';
import { expFixed, lnFixed } from './fixed.js';

/** Arguments of exp beyond 2^44 have results outside the exponent range. */
const EXP_TOP = 44;
/** Least working precision of the fixed-point functions. */
export const LEAST_BITS = 72;

/** log2 of the radius, rounded up; −∞ for an exact ball. */
export const radiusTop = (a: Ball): number =>
  a.rad === 0 ? Number.NEGATIVE_INFINITY : a.exp + Math.ceil(Math.log2(a.rad)) + 1;

/** e^a. */
export function exp(a: Ball, bits: number): Ball {
  if (isZero(a)) return ONE;
  const top = topBit(a);
  const spreadTop = radiusTop(a);
  if (!isBounded(a) || top > EXP_TOP || spreadTop > 6) return WHOLE;
  const wp = Math.max(bits, LEAST_BITS) + 8;
  const extra = Math.max(0, top) + 4;
  const wide = wp + extra;
  if (wide > CONSTANT_BITS) return WHOLE;
  const x = shift(a.mid, a.exp + wide);
  const ln2 = ln2Fixed(wide);
  let k = x / ln2;
  if (x < 0n) k -= 1n;
  // x − k·ln 2 is off by |k| + 1 units of `wide`, under half a unit of `wp`; e^r ≤ 2 doubles it.
  const mid = expFixed((x - k * ln2) >> BigInt(extra), wp);
  const value = rounded(mid, Number(k) - wp, 5, bits);
  if (a.rad === 0) return value;
  // e^r − 1 ≤ r(1 + r) for r ≤ 1.
  const r = a.rad * pow2(a.exp);
  const size = bitLength(value.mid);
  const most = absoluteUpTo(value.mid, -size) * (1 + 2 ** -20);
  if (spreadTop < -20) return widen(value, most * a.rad * (1 + 2 ** -18), value.exp + size + a.exp);
  return widen(value, most * (r <= 1 ? r * (1 + r) : Math.exp(r) * 1.001), value.exp + size);
}

/** ln a for a positive ball; nothing known otherwise. */
export function ln(a: Ball, bits: number): Ball {
  if (sign(a) !== 1) return WHOLE;
  let size = bitLength(a.mid);
  // a = m · 2^k with m in [0.7, 1.4], so that a value next to 1 keeps its digits.
  if (Number(a.mid >> BigInt(Math.max(0, size - 53))) < 0.7 * 2 ** Math.min(size, 53)) size -= 1;
  const k = a.exp + size;
  if (k === 1 - size && a.rad === 0 && a.mid === 1n) return ZERO;
  const wp = Math.max(bits, LEAST_BITS) + 8;
  const extra = k === 0 ? 2 : Math.ceil(Math.log2(Math.abs(k) + 1)) + 2;
  const wide = wp + extra;
  if (wide > CONSTANT_BITS) return WHOLE;
  const m = shift(a.mid, wp - size);
  if (a.rad === 0 && a.exp === -bitLength(a.mid) + 1 && a.mid === 1n << BigInt(-a.exp)) return ZERO;
  const mid = (lnFixed(m, wp) << BigInt(extra)) + BigInt(k) * ln2Fixed(wide);
  // 2 units from the series, 1.5 from truncating m, and |k| ≤ 2^extra/4 units of `wide` from k·ln 2.
  const value = rounded(mid, -wide, 4 * 2 ** extra, bits);
  if (a.rad === 0) return value;
  const least = absoluteUpTo(a.mid, -size) * (1 - 2 ** -40);
  const r = a.rad * pow2(-size);
  if (r < 2 ** -20) return widen(value, (a.rad / least) * (1 + 2 ** -18), -size);
  return least > r ? widen(value, (r / (least - r)) * (1 + 2 ** -40), 0) : WHOLE;
}
