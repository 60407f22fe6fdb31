import { type Ball, ends, isBounded, isZero, rounded, sign, upTo, WHOLE, widen, ZERO } from './ball.js';
import { absoluteUpTo, bitLength, pow2 } from './bits.js';
import { integerRoot, squareRoot } from './integer-root.js';

/** Bits kept below the unit of an inexact operand. */
const SLACK = 64;

/** The upper end of a ball as an exact ball, `null` when it is negative. */
function upperEnd(a: Ball): Ball | null {
  if (!isBounded(a)) return null;
  const high = ends(a)[1];
  return high < 0n ? null : { mid: high, exp: a.exp, rad: 0 };
}

/** The midpoint, shifted so that its exponent divides by `k` and its `k`-th root has about `bits` bits. */
function prepared(a: Ball, k: number, bits: number): { readonly value: bigint; readonly exp: number } {
  const length = bitLength(a.mid);
  const wanted = a.rad === 0 ? bits : Math.min(bits, length + SLACK);
  let by = Math.max(0, k * (wanted + 2) - length);
  by += (((a.exp - by) % k) + k) % k;
  return { value: a.mid << BigInt(by), exp: (a.exp - by) / k };
}

/** √a, of the non-negative part of `a`; nothing known when all of it is negative. */
export function sqrt(a: Ball, bits: number): Ball {
  return root(a, 2, bits);
}

/** The non-negative `k`-th root (k ≥ 1) of the non-negative part of `a`. */
export function root(a: Ball, k: number, bits: number): Ball {
  if (k === 1 || isZero(a)) return isZero(a) ? ZERO : a;
  if (sign(a) !== 1) {
    const high = upperEnd(a);
    return high === null ? WHOLE : upTo(root(high, k, 64), bits);
  }
  const { value, exp } = prepared(a, k, bits);
  const mid = k === 2 ? squareRoot(value) : integerRoot(value, k);
  if (a.rad === 0) return rounded(mid, exp, mid ** BigInt(k) === value ? 0 : 1, bits);
  // |x^(1/k) − x0^(1/k)| ≤ x0^(1/k) · r/(x0 − r), and ≤ r/√x0 for a square root.
  const length = bitLength(a.mid);
  const least = absoluteUpTo(a.mid, -length) * (1 - 2 ** -40) - a.rad * pow2(-length);
  if (k > 2 && !(least > 0)) return upTo(root({ mid: ends(a)[1], exp: a.exp, rad: 0 }, k, 64), bits);
  const size = bitLength(mid);
  const value0 = absoluteUpTo(mid, -size);
  const scale = k === 2 ? 1 / (value0 * (1 - 2 ** -40)) : value0 / least;
  const spreadExp = k === 2 ? a.exp - exp - size : exp + size - length;
  return widen(rounded(mid, exp, 1, bits), a.rad * scale * (1 + 2 ** -20), spreadExp);
}
