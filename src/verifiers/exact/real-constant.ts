import type { Budget } from '../../support/index.js';
import { apply, type Expr, integer, type NumberNode } from '../expr.js';
import type { Ball } from './ball.js';
import { BallField } from './ball-field.js';
import type { Value } from './complex.js';
import { decimalOf, formatDecimal } from './decimal.js';
import { FloatField } from './float-field.js';
import { type Machine, type PlanNode, run } from './machine.js';
import { Planner } from './plan.js';
import type { RealField } from './real-field.js';
import { zeroBits } from './root-bound.js';

const FLOATS = new FloatField();
/** Precisions tried in turn before a question about a constant is left open. */
const LEVELS: readonly number[] = [160, 512, 1536];
/** No root bound beyond this many bits is checked. */
const MOST_BITS = 6144;

interface Constant {
  readonly node: PlanNode;
  readonly principal: boolean;
  readonly budget: Budget;
}

function planConstant(expr: Expr, budget: Budget): Constant | null {
  const planner = new Planner(budget);
  const node = planner.plan(expr);
  return planner.symbols.size > 0 || planner.opaque ? null : { node, principal: planner.usesI, budget };
}

function evaluate<B>({ node, principal, budget }: Constant, field: RealField<B>): Value<B> {
  const machine: Machine<B> = { field, values: [], principal, budget };
  return run(machine, node);
}

/** The sign of a real value; `null` when it is not certainly real or its sign is open. */
function signIn<B>(field: RealField<B>, value: Value<B>): -1 | 0 | 1 | null {
  return value === 'undefined' || !value.real ? null : field.sign(value.re);
}

/** True when the constant certainly has no value or certainly a non-real one, so that more digits are in vain. */
function hopeless<B>(field: RealField<B>, value: Value<B>): boolean {
  return value === 'undefined' || (!value.real && Boolean(field.sign(value.im)));
}

/**
 * The sign of a real constant, proved; 0 only with a proof (exact arithmetic, or a root bound for algebraic
 * numbers). `null`: not a real constant, or not settled.
 */
export function realSign(expr: Expr, budget: Budget): -1 | 0 | 1 | null {
  const constant = planConstant(expr, budget);
  if (constant === null) return null;
  const coarse = evaluate(constant, FLOATS);
  const sign = signIn(FLOATS, coarse);
  if (sign !== null || hopeless(FLOATS, coarse)) return sign;
  const needed = zeroBits(constant.node, planZero(budget), budget, constant.principal);
  const algebraic = needed !== null && needed <= MOST_BITS ? needed : null;
  for (const bits of [...LEVELS, ...(algebraic === null ? [] : [algebraic + 512])]) {
    const field = new BallField(bits, budget);
    const value = evaluate(constant, field);
    const found = signIn(field, value);
    if (found !== null || hopeless(field, value)) return found;
    if (algebraic !== null && vanishes(field, value, algebraic)) return 0;
  }
  return null;
}

const planZero = (budget: Budget): PlanNode => new Planner(budget).plan(integer(0));

function vanishes(field: RealField<Ball>, value: Value<Ball>, bits: number): boolean {
  if (value === 'undefined' || !field.isBounded(value.re) || !field.isBounded(value.im)) return false;
  const widest = Math.max(
    field.error(value.re),
    value.real ? Number.NEGATIVE_INFINITY : field.error(value.im),
  );
  return field.sign(value.re) === null && widest + 2 < -bits;
}

/** Order of two real constants, proved: the sign of `a − b`; `null` when not settled. */
export const compareReal = (a: Expr, b: Expr, budget: Budget): -1 | 0 | 1 | null =>
  realSign(apply('Add', a, apply('Negate', b)), budget);

/** True when the expression has no free symbol and certainly a real value. */
export function isRealConstant(expr: Expr, budget: Budget): boolean {
  const constant = planConstant(expr, budget);
  if (constant === null) return false;
  const coarse = evaluate(constant, FLOATS);
  if (coarse !== 'undefined' && coarse.real && FLOATS.isBounded(coarse.re)) return true;
  const field = new BallField(160, budget);
  const value = evaluate(constant, field);
  return value !== 'undefined' && value.real && field.isBounded(value.re);
}

/**
 * The decimal expansion of a real constant, correctly rounded (halves away from zero) to `digits` significant
 * digits, proved. `null` for zero, for what is not a real constant, and where the digits are not settled (a
 * value on a rounding boundary whose exactness is not seen).
 */
export function decimalDigits(expr: Expr, digits: number, budget: Budget): string | null {
  const constant = planConstant(expr, budget);
  if (constant === null) return null;
  const first = Math.ceil(digits * 3.33) + 40;
  for (const bits of [first, first + 400, first + 1500]) {
    const value = evaluate(constant, new BallField(bits, budget));
    if (value === 'undefined' || !value.real) return null;
    budget.spend(4 + (bits >> 5));
    const found = decimalOf(value.re, digits);
    if (found !== null) return formatDecimal(found);
  }
  return null;
}

/**
 * Does a real constant round to `numeral`, whose last written digit is worth `unit`? That is, do they differ by
 * at most half a unit (a tie counts both ways)? Proved; `null` when not settled or not a real constant.
 */
export function roundsTo(expr: Expr, numeral: NumberNode, unit: NumberNode, budget: Budget): boolean | null {
  const gap = apply('Add', expr, apply('Negate', numeral));
  const half = apply('Divide', unit, integer(2));
  const above = compareReal(gap, half, budget);
  if (above === null || above > 0) return above === null ? null : false;
  const below = compareReal(gap, apply('Negate', half), budget);
  return below === null ? null : below >= 0;
}
