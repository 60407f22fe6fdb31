import type { Context } from '../../context.js';
import { type Ball, ends, isBounded } from '../../exact/ball.js';
import { encloseAt } from '../../exact/enclose.js';
import { rationalValue } from '../../exact/evaluate-rational.js';
import type { Expr } from '../../expr.js';

/** A fraction. */
export type Fraction = readonly [bigint, bigint];

/** Precisions tried, in bits. The radii asked for are relative to a few hundred digits at most. */
const PRECISIONS: readonly number[] = [96, 320, 1400];

/** Exponents of two beyond this are far from any numeral that is compared. */
const MAX_EXPONENT = 100_000;

/** Where num/den (den > 0) lies: below the interval (−1), in it with its ends (0), or above (1). */
function sideOf(num: bigint, den: bigint, center: Fraction, radius: Fraction): -1 | 0 | 1 {
  const gap = num * center[1] - center[0] * den;
  if ((gap < 0n ? -gap : gap) * radius[1] <= radius[0] * den * center[1]) return 0;
  return gap < 0n ? -1 : 1;
}

/** True when the whole ball lies within, false when it lies on one side, null when it straddles an edge. */
function ballWithin(ball: Ball, center: Fraction, radius: Fraction): boolean | null {
  if (!isBounded(ball) || Math.abs(ball.exp) > MAX_EXPONENT) return null;
  const unit = 1n << BigInt(Math.abs(ball.exp));
  const [low, high] = ends(ball).map((end) =>
    ball.exp >= 0 ? sideOf(end * unit, 1n, center, radius) : sideOf(end, unit, center, radius),
  );
  return low === high ? low === 0 : null;
}

/**
 * Is |expr − center| ≤ radius? Proved by exact arithmetic or a rigorous enclosure; null when neither settles it
 * (a free symbol, a value that is not real, an end point of the interval itself).
 */
export function isWithin(expr: Expr, center: Fraction, radius: Fraction, context: Context): boolean | null {
  const exact = rationalValue(expr, context.budget);
  if (exact !== null) return sideOf(exact.num, exact.den, center, radius) === 0;
  for (const bits of PRECISIONS) {
    const enclosure = encloseAt(expr, new Map(), bits, context.budget);
    if (enclosure.kind !== 'value' || !enclosure.real) return null;
    const within = ballWithin(enclosure.re, center, radius);
    if (within !== null) return within;
  }
  return null;
}
