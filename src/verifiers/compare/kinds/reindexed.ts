import type { Budget } from '../../../support/index.js';
import { apply, type Expr, integer, wholeOf } from '../../expr.js';
import { substitute } from '../rules/index.js';

/**
 * Endless sums and products counted from 1: `Σ_{n≥0} a_{n+1}` is `Σ_{n≥1} a_n`. The same expression when there is
 * nothing to move.
 */
export function reindexed(expr: Expr, budget: Budget): Expr {
  if (expr.node !== 'apply') return expr;
  budget.spend();
  let changed = false;
  const args = expr.args.map((arg) => {
    const next = reindexed(arg, budget);
    changed ||= next !== arg;
    return next;
  });
  const whole = changed ? { ...expr, args } : expr;
  if (expr.head !== 'Sum' && expr.head !== 'Product') return whole;
  const [body, index, low, high] = args;
  const from = wholeOf(low);
  const endless = high?.node === 'symbol' && high.name === 'Infinity';
  if (!endless || from === null || from === 1n || index?.node !== 'symbol' || body === undefined)
    return whole;
  const moved = substitute(body, new Map([[index.name, apply('Add', index, integer(from - 1n))]]));
  return { ...expr, args: [moved, index, integer(1), high] };
}
