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

/** `degree-sign`: a degree sign may be missing on one side, the numerals being the same. */
export const degreeSign: PolicyRule = (gold, given, context, recurse) => {
  if (!context.policy.degreeOptional) return null;
  const pair = bothExpressions(gold, given);
  if (pair === null) return null;
  const [left, right] = [degreesOf(pair[0]), degreesOf(pair[1])];
  if ((left === null) === (right === null)) return null;
  const [a, b] = [left ?? pair[0], right ?? pair[1]];
  const certainty = whenEqual(recurse({ kind: 'expression', expr: a }, { kind: 'expression', expr: b }));
  return certainty === null ? null : equal('degree-sign', certainty);
};
