import type { Budget } from '../../../support/index.js';
import type { Answer } from '../../answer.js';
import { apply, type Expr, integer, isApply, rational, symbol } from '../../expr.js';
import type { Structuring } from './structuring.js';

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

/** The parameter of a family that dots stand for; no symbol of an answer has this name. */
const INDEX = 'k_dots';

/**
 * `2, 4, 6, …` and `…, −2, 0, 2, …`: an arithmetic progression without end, as a family. At least three numbers must
 * keep the step. Null for anything else.
 */
export function endlessFamily(items: readonly Expr[], { structure }: Structuring): Answer | null {
  const isDots = (item: Expr | undefined): boolean => item !== undefined && isApply(item, 'Ellipsis');
  if (!isDots(items[items.length - 1])) return null;
  const twoSided = isDots(items[0]);
  const shown = items.slice(twoSided ? 1 : 0, -1);
  const [first, second] = [literal(shown[0]), literal(shown[1])];
  if (shown.length < 3 || first === null || second === null) return null;
  const step = minus(second, first);
  if (!keepsStep(shown, step)) return null;
  const index: Expr = { node: 'symbol', name: INDEX };
  const body = apply('Add', shown[0]!, apply('Multiply', rational(step.num, step.den), index));
  const integers = structure(apply('Element', index, symbol('Integers')));
  const counted: Answer = {
    kind: 'set-builder',
    element: structure(index),
    conditions: [integers, structure(apply('GreaterEqual', index, integer(0)))],
  };
  return {
    kind: 'family',
    body: structure(body),
    parameters: [{ name: INDEX, domain: twoSided ? 'integer' : counted }],
  };
}
