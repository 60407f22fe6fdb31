import type { Context } from '../../context.js';
import type { Expr } from '../../expr.js';
import { equal, type Finding } from '../../verdict.js';
import { isWithin } from './nearness.js';
import { isPointed, type Numeral, numeralOf } from './numeral.js';
import { bothExpressions, type PolicyRule } from './rule.js';

/** A numeral with a point or an exponent and enough significant digits, trailing zeros not counted; null for any other. */
function longDecimal(expr: Expr, digits: number): Numeral | null {
  const numeral = isPointed(expr) ? numeralOf(expr) : null;
  return numeral !== null && numeral.stripped >= digits ? numeral : null;
}

const half = ([num, den]: Numeral['ulp']): Numeral['ulp'] => [num, den * 2n];

/** `value` is exact, or a decimal with more places than `rounded`, and rounds to it. */
function roundsTo(value: Expr, rounded: Numeral, context: Context): boolean {
  const written = numeralOf(value);
  if (written !== null && written.form !== 'integer') {
    // A decimal needs more places: ulp(value) < ulp(rounded).
    if (written.ulp[0] * rounded.ulp[1] >= rounded.ulp[0] * written.ulp[1]) return false;
  }
  return isWithin(value, [rounded.num, rounded.den], half(rounded.ulp), context) === true;
}

/**
 * `rounding`: a decimal gold of enough significant digits accepts an exact answer, or a decimal of more places,
 * that rounds to it. With `roundingEitherWay` a decimal answer is accepted in the same way for the gold.
 */
export const rounding: PolicyRule = (gold, given, context): Finding | null => {
  const digits = context.policy.roundingDigits;
  const pair = bothExpressions(gold, given);
  if (digits === 0 || pair === null) return null;
  const left = longDecimal(pair[0], digits);
  if (left !== null && roundsTo(pair[1], left, context)) return equal('rounding');
  const right = context.policy.roundingEitherWay ? longDecimal(pair[1], digits) : null;
  return right !== null && roundsTo(pair[0], right, context) ? equal('rounding') : null;
};
