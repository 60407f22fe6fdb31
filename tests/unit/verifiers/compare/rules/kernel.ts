import { Budget } from '../../../../../src/support/index.js';
import { type Assumptions, compareExpressions } from '../../../../../src/verifiers/compare/rules/index.js';
import type { Context } from '../../../../../src/verifiers/context.js';
import { strict } from '../../../../../src/verifiers/policy.js';
import type { Finding } from '../../../../../src/verifiers/verdict.js';
import { formula } from '../../../../helpers/formula.js';

/** A fresh context; 200,000 steps is what a call gets by default. */
export const freshContext = (steps = 200_000): Context => ({ policy: strict, budget: new Budget(steps) });

/** The kernel's finding for two formulas. */
export const compare = (gold: string, given: string, assume?: Assumptions): Finding =>
  compareExpressions(formula(gold), formula(given), freshContext(), assume);

/** Kind and certainty in one word, the same for both orders. */
export function verdict(gold: string, given: string, assume?: Assumptions): string {
  const one = compare(gold, given, assume);
  const other = compare(given, gold, assume);
  const show = (finding: Finding): string =>
    finding.kind === 'undecided' ? 'undecided' : `${finding.kind} ${finding.certainty}`;
  return show(one) === show(other) ? show(one) : `${show(one)} but ${show(other)} swapped`;
}
