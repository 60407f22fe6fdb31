import type { Context } from '../../context.js';
import { rationalValue } from '../../exact/evaluate-rational.js';
import type { Rational } from '../../exact/rational.js';
import type { Expr } from '../../expr.js';
import type { Finding } from '../../verdict.js';
import { type Assumptions, NO_ASSUMPTIONS } from './assumptions.js';
import { inferIntegers } from './infer.js';
import { climb } from './ladder.js';
import { openPair } from './pair.js';

export { freeSymbols, mentions, sameTree, substitute } from '../../exact/symbols.js';
export type { Assumptions } from './assumptions.js';

/** The exact rational value of an expression, when it provably is one; `null` otherwise. */
export function exactValue(expr: Expr, context: Context): Rational | null {
  return rationalValue(expr, context.budget);
}

/** Sign of a real constant (or of an expression that has one sign everywhere), proved; `null` when not known. */
export function signOf(
  expr: Expr,
  context: Context,
  _assume: Assumptions = NO_ASSUMPTIONS,
): -1 | 0 | 1 | null {
  const value = exactValue(expr, context);
  return value === null ? null : value.num < 0n ? -1 : value.num > 0n ? 1 : 0;
}

/**
 * The equality kernel: are two scalar expressions the same function of their free symbols? Exact and symmetric;
 * knows no policy but the budget.
 */
export function compareExpressions(
  gold: Expr,
  given: Expr,
  context: Context,
  assume: Assumptions = NO_ASSUMPTIONS,
): Finding {
  context.budget.spend();
  return climb(openPair(gold, given, context, inferIntegers([gold, given], assume)));
}

/** The expression in canonical form, as a tree again; itself when no form is known. */
export function canonicalExpr(expr: Expr, _context: Context): Expr {
  return expr;
}
