import type { Context } from '../../context.js';
import { rationalValue } from '../../exact/evaluate-rational.js';
import type { Rational } from '../../exact/rational.js';
import type { Expr } from '../../expr.js';
import { type Finding, undecided } from '../../verdict.js';
import { type Assumptions, NO_ASSUMPTIONS } from './assumptions.js';

export type { Assumptions } from './assumptions.js';
export { freeSymbols, mentions, sameTree, substitute } from './symbols.js';

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
  _assume: Assumptions = NO_ASSUMPTIONS,
): Finding {
  context.budget.spend();
  const a = exactValue(gold, context);
  const b = exactValue(given, context);
  if (a !== null && b !== null) {
    return a.num === b.num && a.den === b.den
      ? { kind: 'equal', by: 'exact-rational', certainty: 'proved' }
      : { kind: 'different', by: 'exact-rational', certainty: 'proved' };
  }
  return undecided('unsupported', 'not built yet');
}

/** The expression in canonical form, as a tree again; itself when no form is known. */
export function canonicalExpr(expr: Expr, _context: Context): Expr {
  return expr;
}
