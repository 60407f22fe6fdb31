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

/** |num/den − center| ≤ radius, with den > 0. */
function fractionWithin(num: bigint, den: bigint, center: Fraction, radius: Fraction): boolean {
  const gap = num * center[1] - center[0] * den;
  return (gap < 0n ? -gap : gap) * radius[1] <= radius[0] * den * center[1];
}

/** Both ends of the ball lie within; false when both lie outside on one side; null when it straddles an edge. */
function ballWithin(ball: Ball, center: Fraction, radius: Fraction): boolean | null {
  if (!isBounded(ball) || Math.abs(ball.exp) > MAX_EXPONENT) return null;
  const unit = 1n << BigInt(Math.abs(ball.exp));
  const inside = ends(ball).map((end) =>
    ball.exp >= 0
      ? fractionWithin(end * unit, 1n, center, radius)
      : fractionWithin(end, unit, center, radius),
  );
  if (inside[0] && inside[1]) return true;
  return !inside[0] && !inside[1] ? false : null;
}

/**
 * Is |expr − center| ≤ radius? Proved by exact arithmetic or a rigorous enclosure; null when neither settles it
 * (a free symbol, a value that is not real, an end point of the interval itself).
 */
export function isWithin(expr: Expr, center: Fraction, radius: Fraction, context: Context): boolean | null {
  const exact = rationalValue(expr, context.budget);
  if (exact !== null) return fractionWithin(exact.num, exact.den, center, radius);
  for (const bits of PRECISIONS) {
    const enclosure = encloseAt(expr, new Map(), bits, context.budget);
    if (enclosure.kind !== 'value' || !enclosure.real) return null;
    const within = ballWithin(enclosure.re, center, radius);
    if (within !== null) return within;
  }
  return null;
}
