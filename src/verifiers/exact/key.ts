import type { Budget } from '../../support/index.js';
import type { Expr } from '../expr.js';

/** Deeper parts of a key are cut off. */
const DEPTH_LIMIT = 220;

/** A short spelling of a tree: equal trees have equal keys, and different trees different ones (up to the depth limit). */
export function keyOf(expr: Expr, budget: Budget, depth = 0): string {
  budget.spend();
  if (depth > DEPTH_LIMIT) return '…';
  if (expr.node === 'number') return `${expr.num}/${expr.den}`;
  if (expr.node === 'symbol') return expr.name;
  if (expr.node === 'text') return JSON.stringify(expr.value);
  return `${expr.head}(${expr.args.map((arg) => keyOf(arg, budget, depth + 1)).join(',')})`;
}
