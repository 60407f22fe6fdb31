import type { Context } from '../../context.js';
import type { Expr } from '../../expr.js';

/** A fraction. */
export type Fraction = readonly [bigint, bigint];

/**
 * Is |expr − center| ≤ radius? Proved by exact arithmetic or a rigorous enclosure; null when neither settles it
 * (a symbol, a value that is not real, an end point of the interval itself).
 */
export function isWithin(expr: Expr, center: Fraction, radius: Fraction, _context: Context): boolean | null {
  if (expr.node !== 'number') return null;
  const num = expr.num * center[1] - center[0] * expr.den;
  const den = expr.den * center[1];
  return (num < 0n ? -num : num) * radius[1] <= radius[0] * den;
}
