import type { Context } from '../../context.js';
import { rationalValue } from '../../exact/evaluate-rational.js';
import { apply, type Expr } from '../../expr.js';
import { equal } from '../../verdict.js';
import { bothExpressions, operandOf, type PolicyRule, whenEqual } from './rule.js';

/** The numeral under a degree sign, with its sign. */
function degreesOf(expr: Expr): Expr | null {
  const degrees = operandOf(expr, 'Degree');
  if (degrees !== null) return degrees;
  const negated = operandOf(expr, 'Negate');
  const inner = negated === null ? null : degreesOf(negated);
  return inner === null ? null : apply('Negate', inner);
}

/** No angle is stated in radians by a plain numeral of this size: a full turn is 2π < 10. */
const MOST_RADIANS = 10n;

function isBeyondRadians(expr: Expr, context: Context): boolean {
  const value = rationalValue(expr, context.budget);
  return value !== null && (value.num < 0n ? -value.num : value.num) >= MOST_RADIANS * value.den;
}

/**
 * `degree-sign`: a degree sign may be missing on one side, the numerals being the same. Where the policy does
 * not allow that, an answer may still state the sign that the gold leaves out, on a numeral too large to be
 * radians: 46° for 46.
 */
export const degreeSign: PolicyRule = (gold, given, context, recurse) => {
  const pair = bothExpressions(gold, given);
  if (pair === null) return null;
  const [left, right] = [degreesOf(pair[0]), degreesOf(pair[1])];
  if ((left === null) === (right === null)) return null;
  const stated = left === null && right !== null && isBeyondRadians(right, context);
  if (!context.policy.degreeOptional && !stated) return null;
  const [a, b] = [left ?? pair[0], right ?? pair[1]];
  const certainty = whenEqual(recurse({ kind: 'expression', expr: a }, { kind: 'expression', expr: b }));
  return certainty === null ? null : equal('degree-sign', certainty);
};
