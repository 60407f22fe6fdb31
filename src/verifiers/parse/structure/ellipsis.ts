import type { Budget } from '../../../support/index.js';
import { type Expr, isApply, rational } from '../../expr.js';

/** Items that one `…` may stand for. */
const MAX_ITEMS = 2_000;

interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}

function literal(expr: Expr | undefined): Fraction | null {
  if (expr === undefined) return null;
  if (expr.node === 'number') return expr;
  if (!isApply(expr, 'Negate')) return null;
  const inner = literal(expr.args[0]);
  return inner === null ? null : { num: -inner.num, den: inner.den };
}

const minus = (a: Fraction, b: Fraction): Fraction => ({
  num: a.num * b.den - b.num * a.den,
  den: a.den * b.den,
});

/** Numbers strictly between `from` and `to` in steps of `step`, or null when the steps do not meet `to`. */
function between(from: Fraction, to: Fraction, step: Fraction, budget: Budget): Expr[] | null {
  const span = minus(to, from);
  const count = (span.num * step.den) / (span.den * step.num || 1n);
  if (
    step.num === 0n ||
    count * step.num * span.den !== span.num * step.den ||
    count < 1n ||
    count > MAX_ITEMS
  )
    return null;
  const found: Expr[] = [];
  for (let i = 1n; i < count; i += 1n) {
    budget.spend();
    found.push(rational(from.num * step.den + i * step.num * from.den, from.den * step.den));
  }
  return found;
}

/**
 * Writes out `1, 2, …, 9` where the numbers before the dots settle the step (two of them, or one and then the step is
 * 1). Lists that cannot be written out keep their `…`, and then equal only the same list.
 */
export function expandEllipsis(items: readonly Expr[], budget: Budget): readonly Expr[] {
  const at = items.findIndex((item) => isApply(item, 'Ellipsis'));
  if (at < 1 || at + 1 >= items.length) return items;
  const last = literal(items[at - 1]);
  const next = literal(items[at + 1]);
  if (last === null || next === null) return items;
  const before = literal(items[at - 2]);
  const step = before === null ? { num: 1n, den: 1n } : minus(last, before);
  if (!keepsStep(items.slice(0, at), step)) return items;
  const filled = between(last, next, step, budget);
  return filled === null ? items : [...items.slice(0, at), ...filled, ...items.slice(at + 1)];
}

/** True when all the leading numbers are one arithmetic progression: `1, 2, 4, …, 64` is none. */
function keepsStep(items: readonly Expr[], step: Fraction): boolean {
  for (let i = 1; i < items.length; i += 1) {
    const [a, b] = [literal(items[i - 1]), literal(items[i])];
    if (a === null || b === null) return false;
    const found = minus(b, a);
    if (found.num * step.den !== step.num * found.den) return false;
  }
  return true;
}
