import type { Context } from '../../context.js';
import { rationalValue } from '../../exact/evaluate-rational.js';
import { apply, type Expr } from '../../expr.js';
import { equal } from '../../verdict.js';
import { bothExpressions, operandOf, type PolicyRule, whenEqual } from './rule.js';

function percentOf(expr: Expr): Expr | null {
  const percent = operandOf(expr, 'Percent');
  if (percent !== null) return percent;
  const negated = operandOf(expr, 'Negate');
  const inner = negated === null ? null : percentOf(negated);
  return inner === null ? null : apply('Negate', inner);
}

/** A percent sign further inside: `5000% + 0` is no numeral without its sign. */
const mentionsPercent = (expr: Expr): boolean =>
  expr.node === 'apply' && (expr.head === 'Percent' || expr.args.some(mentionsPercent));

/** |p| ≥ 1: 0.5 % is never taken for 1/2. */
function atLeastOne(expr: Expr, context: Context): boolean {
  const value = rationalValue(expr, context.budget);
  return value !== null && (value.num < 0n ? -value.num : value.num) >= value.den;
}

/** `percent-sign`: the sign may be missing on one side when the other is the same numeral and p ≥ 1. */
export const percentSign: PolicyRule = (gold, given, context, recurse) => {
  if (!context.policy.percentSignOptional) return null;
  const pair = bothExpressions(gold, given);
  if (pair === null) return null;
  const [left, right] = [percentOf(pair[0]), percentOf(pair[1])];
  if ((left === null) === (right === null)) return null;
  const [a, b] = [left ?? pair[0], right ?? pair[1]];
  if (mentionsPercent(a) || mentionsPercent(b)) return null;
  if (!atLeastOne(a, context) || !atLeastOne(b, context)) return null;
  const certainty = whenEqual(recurse({ kind: 'expression', expr: a }, { kind: 'expression', expr: b }));
  return certainty === null ? null : equal('percent-sign', certainty);
};
