import type { Budget } from '../../support/index.js';
import type { Expr, NumberNode } from '../expr.js';
import type { Ball } from './ball.js';
import { BallField } from './ball-field.js';
import { type Complex, fromReal, isBounded, type Value } from './complex.js';
import { type Machine, type PlanNode, run } from './machine.js';
import { Planner } from './plan.js';
import type { RealField } from './real-field.js';

/** What is certainly known of an expression at a point. `real`: the imaginary part is exactly zero. */
export type Enclosure =
  | { readonly kind: 'value'; readonly re: Ball; readonly im: Ball; readonly real: boolean }
  | { readonly kind: 'undefined' }
  | { readonly kind: 'unknown' };

/** Exact rational values of the free symbols. */
export type Point = ReadonlyMap<string, NumberNode>;

/** A machine whose slots hold the point's values. */
export function machineAt<B>(
  field: RealField<B>,
  symbols: ReadonlyMap<string, number>,
  point: Point,
  principal: boolean,
  budget: Budget,
): Machine<B> {
  const values: (Complex<B> | undefined)[] = [];
  for (const [name, slot] of symbols) {
    const value = point.get(name);
    if (value !== undefined) values[slot] = fromReal(field, field.fromRational(value.num, value.den));
  }
  return { field, values, principal, budget };
}

/** The enclosure that a value of the big-integer field stands for. */
export function enclosureOf(field: RealField<Ball>, value: Value<Ball>): Enclosure {
  if (value === 'undefined') return { kind: 'undefined' };
  if (!isBounded(field, value)) return { kind: 'unknown' };
  return { kind: 'value', re: value.re, im: value.im, real: value.real };
}

/** Evaluates a planned expression with big-integer balls. */
export function enclosePlan(
  node: PlanNode,
  symbols: ReadonlyMap<string, number>,
  point: Point,
  bits: number,
  budget: Budget,
  principal = false,
): Enclosure {
  const field = new BallField(bits, budget);
  return enclosureOf(field, run(machineAt(field, symbols, point, principal, budget), node));
}

/**
 * A rigorous enclosure of `expr` at an exact rational point, computed with `bits` bits. Symbols the point does
 * not name make it unknown. Odd roots of negative reals are real unless `principal` is set.
 */
export function encloseAt(
  expr: Expr,
  point: Point,
  bits: number,
  budget: Budget,
  principal = false,
): Enclosure {
  const planner = new Planner(budget);
  const node = planner.plan(expr);
  return enclosePlan(node, planner.symbols, point, bits, budget, principal);
}
