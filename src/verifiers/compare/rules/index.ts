import type { Context } from '../../context.js';
import { rationalValue } from '../../exact/evaluate-rational.js';
import { withoutMatrices } from '../../exact/matrix-scalars.js';
import { isConstant } from '../../exact/normal/product.js';
import { signOfProduct } from '../../exact/normal/signs.js';
import type { Rational } from '../../exact/rational.js';
import { realSign } from '../../exact/real-constant.js';
import { freeSymbols, isConstantScalar, orderTrees } from '../../exact/symbols.js';
import type { Expr } from '../../expr.js';
import { exchanged, type Finding } from '../../verdict.js';
import { type Assumptions, NO_ASSUMPTIONS } from './assumptions.js';
import { inferIntegers } from './infer.js';
import { climb } from './ladder.js';
import { differByConstants as constantBetweenPoints } from './locally-constant.js';
import { attempt, guarded, openPair, workspaceFor } from './pair.js';
import { inferPositive } from './positive-letters.js';

export { freeSymbols, isConstantScalar, mentions, sameTree, substitute } from '../../exact/symbols.js';
export type { Assumptions } from './assumptions.js';

/**
 * The equality kernel: are two scalar expressions the same function of their free symbols? Exact and symmetric;
 * knows no policy but the budget. What "the same" means is written down in docs/conventions.md.
 */
export function compareExpressions(
  gold: Expr,
  given: Expr,
  context: Context,
  assume: Assumptions = NO_ASSUMPTIONS,
): Finding {
  context.budget.spend();
  // Two numbers in digits, by far the commonest pair, need no order.
  if (gold.node === 'number' && given.node === 'number') return climb(openPair(gold, given, context, assume));
  // Constants have no letters to assume anything of.
  const constant = isConstantScalar(gold) && isConstantScalar(given);
  const a = constant ? gold : withoutMatrices(gold, context.budget);
  const b = constant ? given : withoutMatrices(given, context.budget);
  const known = constant ? assume : inferPositive([a, b], inferIntegers([a, b], assume));
  // In an order of their own, so that neither the finding nor its steps depend on which side is the gold.
  if (orderTrees(a, b) <= 0) return climb(openPair(a, b, context, known));
  return exchanged(climb(openPair(b, a, context, known)));
}

/** Is the difference of two expressions constant between isolated points of one natural domain? Proved, or false. */
export function differByConstants(a: Expr, b: Expr, context: Context): boolean {
  const known = inferPositive([a, b], inferIntegers([a, b], NO_ASSUMPTIONS));
  return constantBetweenPoints(a, b, context, known);
}

/** The exact rational value of an expression, when it provably is one (`log₂ 8`, `sin(π/6)`); `null` otherwise. */
export function exactValue(expr: Expr, context: Context): Rational | null {
  const quick = rationalValue(expr, context.budget);
  if (quick !== null || expr.node !== 'apply' || freeSymbols(expr).length > 0) return quick;
  const value = attempt(workspaceOf(expr, context), expr);
  return typeof value === 'string' || !isConstant(value) ? null : value.coef;
}

const workspaceOf = (
  expr: Expr,
  context: Context,
  assume: Assumptions = NO_ASSUMPTIONS,
): ReturnType<typeof workspaceFor> =>
  workspaceFor(openPair(expr, expr, context, inferIntegers([expr], assume)));

/** Sign of a real constant, or of an expression that has one sign at all but isolated points; `null` when not known. */
export function signOf(
  expr: Expr,
  context: Context,
  assume: Assumptions = NO_ASSUMPTIONS,
): -1 | 0 | 1 | null {
  const value = rationalValue(expr, context.budget);
  if (value !== null) return value.num < 0n ? -1 : value.num > 0n ? 1 : 0;
  if (freeSymbols(expr).length === 0) {
    const sign = realSign(expr, context.budget);
    if (sign !== null) return sign;
  }
  const workspace = workspaceOf(expr, context, assume);
  const form = attempt(workspace, expr);
  if (typeof form === 'string') return null;
  const sign = guarded(workspace, () => signOfProduct(workspace, form));
  return typeof sign === 'string' ? null : sign;
}
