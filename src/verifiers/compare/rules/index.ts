import type { Context } from '../../context.js';
import type { Expr } from '../../expr.js';
import { type Finding, undecided } from '../../verdict.js';

/** What is known of the free symbols while two expressions are compared; unlisted symbols are real. */
export type Assumptions = ReadonlyMap<string, 'real' | 'integer' | 'positive' | 'complex'>;

/**
 * The equality kernel: are two scalar expressions the same function of their free symbols? Exact and symmetric;
 * knows no policy but the budget.
 */
export function compareExpressions(_gold: Expr, _given: Expr, context: Context, _assume?: Assumptions): Finding {
  context.budget.spend();
  return undecided('unsupported', 'not built yet');
}
