import type { Context } from '../../context.js';
import { apply, type Expr, type Head, isApply } from '../../expr.js';
import type { Finding } from '../../verdict.js';
import { compareExpressions } from '../rules/index.js';

/** Letters that count choices and arrangements when they are called with two whole numbers. */
const COUNTS: ReadonlyMap<string, Head> = new Map<string, Head>([
  ['C', 'Binomial'],
  ['P', 'Permutation'],
  ['A', 'Permutation'],
]);

const isWhole = (expr: Expr): boolean => expr.node === 'number' && expr.den === 1n && expr.num >= 0n;

/** `C(12, 4)`, `P(5, 2)` and, for choices, letters: `C(n, 2)`. */
function countOf(expr: Expr): Expr | null {
  if (!isApply(expr, 'Call') || expr.args.length !== 3) return null;
  const [name, n, k] = expr.args as readonly [Expr, Expr, Expr];
  const head = name.node === 'symbol' ? COUNTS.get(name.name) : undefined;
  if (head === undefined) return null;
  if (n.node === 'number' && k.node === 'number')
    return isWhole(n) && isWhole(k) && k.num <= n.num ? apply(head, n, k) : null;
  return head === 'Binomial' && (n.node !== 'number' || isWhole(n)) ? apply(head, n, k) : null;
}

/** The expression with every such call as the count it stands for; the expression itself when there is none. */
function withCounts(expr: Expr): Expr {
  const count = countOf(expr);
  if (count !== null) return count;
  if (expr.node !== 'apply') return expr;
  const args = expr.args.map(withCounts);
  return args.every((arg, i) => arg === expr.args[i]) ? expr : { ...expr, args };
}

/**
 * `C(12, 4)` against a value: the number of choices. Two such calls by themselves are compared as written, since
 * `C(4, 1)` may as well be a point. Null when neither side calls one.
 */
export function compareCounts(a: Expr, b: Expr, context: Context): Finding | null {
  if (isApply(a, 'Call') && isApply(b, 'Call')) return null;
  const [x, y] = [withCounts(a), withCounts(b)];
  return x === a && y === b ? null : compareExpressions(x, y, context);
}
