import { type Expr, isApply } from '../../expr.js';
import { equal } from '../../verdict.js';
import { bothExpressions, type PolicyRule, whenEqual } from './rule.js';

const percentOf = (expr: Expr): Expr | null => (isApply(expr, 'Percent') ? expr.args[0]! : null);

/** p ≥ 1 in size: 0.5 % is never taken for 1/2. */
const atLeastOne = (expr: Expr): boolean =>
  isApply(expr, 'Negate')
    ? atLeastOne(expr.args[0]!)
    : expr.node === 'number' && (expr.num < 0n ? -expr.num : expr.num) >= expr.den;

/** `percent-sign`: the sign may be missing on one side when the other is the same numeral and p ≥ 1. */
export const percentSign: PolicyRule = (gold, given, context, recurse) => {
  if (!context.policy.percentSignOptional) return null;
  const pair = bothExpressions(gold, given);
  if (pair === null) return null;
  const [left, right] = [percentOf(pair[0]), percentOf(pair[1])];
  if ((left === null) === (right === null)) return null;
  const [a, b] = [left ?? pair[0], right ?? pair[1]];
  if (!atLeastOne(a) || !atLeastOne(b)) return null;
  const certainty = whenEqual(recurse({ kind: 'expression', expr: a }, { kind: 'expression', expr: b }));
  return certainty === null ? null : equal('percent-sign', certainty);
};
