import {
  add,
  type Ball,
  div,
  isBounded,
  isZero,
  neg,
  ONE,
  rounded,
  topBit,
  WHOLE,
  widen,
  ZERO,
} from './ball.js';
import { LEAST_BITS, radiusTop } from './ball-exp.js';
import { bitLength, pow2, shift } from './bits.js';
import { CONSTANT_BITS, piFixed } from './constants.js';
import { atanFixed, sinCosFixed } from './fixed.js';

/** π as a ball of `bits` bits. */
export const pi = (bits: number): Ball => {
  const wp = Math.min(bits, CONSTANT_BITS);
  return { mid: piFixed(wp), exp: -wp, rad: 1 };
};

/** All that is known of a sine or cosine of anything. */
const UNIT: Ball = { mid: 0n, exp: 0, rad: 1 };

/** `[sin a, cos a]`, with the argument reduced by as many digits of π as its size takes. */
export function sinCos(a: Ball, bits: number): readonly [Ball, Ball] {
  if (isZero(a)) return [ZERO, ONE];
  if (!isBounded(a)) return [WHOLE, WHOLE];
  if (radiusTop(a) > 1) return [UNIT, UNIT];
  const top = topBit(a);
  if (top < -(bits >> 1) - 4)
    return [widen(a, 1, 3 * topWithRadius(a, top)), widen(ONE, 1, 2 * topWithRadius(a, top))];
  const wp = Math.max(bits, LEAST_BITS) + 8 + Math.max(0, -top);
  const extra = Math.max(0, top) + 4;
  const wide = wp + extra;
  if (wide > CONSTANT_BITS) return [UNIT, UNIT];
  const x = shift(a.mid < 0n ? -a.mid : a.mid, a.exp + wide);
  const half = piFixed(wide - 1);
  const quarter = (2n * x + half) / (2n * half);
  // x − q·π/2 is off by q + 1 units of `wide`, under half a unit of `wp`.
  const [s, c] = sinCosFixed((x - quarter * half) >> BigInt(extra), wp);
  const turned = quarterTurn(Number(quarter & 3n), s, c);
  const sine = rounded(a.mid < 0n ? -turned[0] : turned[0], -wp, 4, bits);
  return [widen(sine, a.rad, a.exp), widen(rounded(turned[1], -wp, 4, bits), a.rad, a.exp)];
}

const topWithRadius = (a: Ball, top: number): number => Math.max(top, radiusTop(a)) + 1;

function quarterTurn(quarter: number, s: bigint, c: bigint): readonly [bigint, bigint] {
  if (quarter === 0) return [s, c];
  if (quarter === 1) return [c, -s];
  return quarter === 2 ? [-s, -c] : [-c, s];
}

/** arctan a. */
export function atan(a: Ball, bits: number): Ball {
  if (isZero(a)) return ZERO;
  if (!isBounded(a)) return WHOLE;
  if (a.mid === 0n) return a;
  const top = topBit(a);
  const centre: Ball = { mid: a.mid < 0n ? -a.mid : a.mid, exp: a.exp, rad: 0 };
  const value = atanOfPositive(centre, top, bits);
  const signed = a.mid < 0n ? neg(value) : value;
  // |arctan′| ≤ 1, and ≤ 1/x² where the ball keeps clear of zero.
  const clear = top > 2 && a.rad * pow2(-bitLength(a.mid)) < 0.2;
  return widen(signed, a.rad, clear ? a.exp - 2 * (top - 2) : a.exp);
}

function atanOfPositive(x: Ball, top: number, bits: number): Ball {
  if (top < -(bits >> 1) - 4) return widen(x, 1, 3 * top);
  if (top > 1 || (top === 1 && x.mid > 1n << BigInt(Math.max(0, -x.exp)))) {
    const inverse = div(ONE, x, bits + 8);
    const small = atan(inverse, bits + 8);
    const right = pi(bits + 8);
    return add({ mid: right.mid, exp: right.exp - 1, rad: right.rad }, neg(small), bits);
  }
  const wp = Math.max(bits, LEAST_BITS) + 8 + Math.max(0, -top);
  const one = 1n << BigInt(wp);
  const fixed = shift(x.mid, x.exp + wp);
  return rounded(atanFixed(fixed > one ? one : fixed, wp), -wp, 4, bits);
}
