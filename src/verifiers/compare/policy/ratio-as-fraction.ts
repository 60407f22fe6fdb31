import type { Answer, RatioAnswer } from '../../answer.js';
import { apply, type Expr } from '../../expr.js';
import { allOf, equal, type Finding } from '../../verdict.js';
import { timeAsRatio } from '../kinds/ratio.js';
import type { Compare } from '../table.js';
import { type PolicyRule, whenEqual } from './rule.js';

const expression = (expr: Expr): Answer => ({ kind: 'expression', expr });

const ratioOf = (answer: Answer): RatioAnswer | null =>
  answer.kind === 'ratio' ? answer : answer.kind === 'time' ? timeAsRatio(answer) : null;

/** a₁ : a₂ : … and b₁ : b₂ : … are proportional: aᵢ·b₁ = bᵢ·a₁ for each i. */
function proportional(a: RatioAnswer, b: RatioAnswer, recurse: Compare): Finding | null {
  if (a.terms.length !== b.terms.length) return null;
  const [first, other] = [a.terms[0]!, b.terms[0]!];
  const findings = a.terms
    .slice(1)
    .map((term, i) =>
      recurse(
        expression(apply('Multiply', term, other)),
        expression(apply('Multiply', b.terms[i + 1]!, first)),
      ),
    );
  return allOf('ratio-reduced', findings);
}

const quotient = (ratio: RatioAnswer): Answer | null =>
  ratio.terms.length === 2 ? expression(apply('Divide', ratio.terms[0]!, ratio.terms[1]!)) : null;

/** `ratio-as-fraction`, `ratio-reduced`: a:b is the fraction a/b, and ratios are compared reduced. */
export const ratioAsFraction: PolicyRule = (gold, given, context, recurse) => {
  if (!context.policy.ratioAsFraction || (gold.kind === 'time' && given.kind === 'time')) return null;
  const [left, right] = [ratioOf(gold), ratioOf(given)];
  if (left === null && right === null) return null;
  if (left !== null && right !== null) {
    const finding = proportional(left, right, recurse);
    return finding?.kind === 'equal' ? finding : null;
  }
  const [a, b] = [left === null ? gold : quotient(left), right === null ? given : quotient(right)];
  if (a === null || b === null || a.kind !== 'expression' || b.kind !== 'expression') return null;
  const certainty = whenEqual(recurse(a, b));
  return certainty === null ? null : equal('ratio-as-fraction', certainty);
};
