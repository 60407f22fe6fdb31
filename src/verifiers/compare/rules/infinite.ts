import { productExpr } from '../../exact/normal/to-expr.js';
import { contains } from '../../exact/symbols.js';
import { type Expr, isApply } from '../../expr.js';
import { different, equal, undecided } from '../../verdict.js';
import { attempt, type Pair, type Rule, workspaceFor } from './pair.js';

const BINDERS: ReadonlySet<string> = new Set(['Sum', 'Product', 'Integral', 'Limit']);

const isInfinity = (part: Expr): boolean => part.node === 'symbol' && part.name === 'Infinity';

/** The sign of a bare ±∞; `null` for anything else (no arithmetic is done with ∞). */
function infiniteSign(expr: Expr): 1 | -1 | null {
  if (isInfinity(expr)) return 1;
  if (isApply(expr, 'Negate') && expr.args[0] !== undefined) {
    const inner = infiniteSign(expr.args[0]);
    return inner === null ? null : inner === 1 ? -1 : 1;
  }
  return null;
}

/**
 * ±∞ equals itself and nothing finite; sums and multiples of ∞ are left open, as they have no one value, and so are
 * limits, series and integrals that no rule brings to a finite value: they may diverge.
 */
export const infinite: Rule = (pair) => {
  const { gold, given } = pair;
  const [a, b] = [infiniteSign(gold), infiniteSign(given)];
  if (a !== null && b !== null) return a === b ? equal('infinity') : different('infinity');
  if ((a === null && usesInfinity(gold)) || (b === null && usesInfinity(given))) {
    return undecided('unsupported', 'arithmetic with ∞');
  }
  if (a === null && b === null) return null;
  return mayDiverge(pair, a === null ? gold : given)
    ? undecided('unsupported', 'a limit, series or integral that may be infinite')
    : different('infinity');
};

const binds = (expr: Expr): boolean =>
  contains(expr, (part) => part.node === 'apply' && BINDERS.has(part.head));

/** True unless the value is a formula without limits, series and integrals. */
function mayDiverge(pair: Pair, expr: Expr): boolean {
  if (!binds(expr)) return false;
  const workspace = workspaceFor(pair);
  const value = attempt(workspace, expr);
  return typeof value === 'string' || binds(productExpr(workspace.field, value));
}

/** True when ∞ is written as a value; bounds of series and integrals and points of limits are none. */
function usesInfinity(expr: Expr): boolean {
  if (isInfinity(expr)) return true;
  if (expr.node !== 'apply') return false;
  const args = BINDERS.has(expr.head) ? expr.args.slice(0, 1) : expr.args;
  return args.some(usesInfinity);
}
