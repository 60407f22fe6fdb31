import { apply, type Expr, rational } from '../../../expr.js';
import { rationalValue } from '../../evaluate-rational.js';
import { absolute, floor as floorOf, minus, type Rational, whole } from '../../rational.js';
import { isNumber } from '../conjugate.js';
import { isWholeValued } from '../exponentials.js';
import { stop } from '../field-helpers.js';
import { approximateProduct } from '../guess.js';
import { linearTerms } from '../linear.js';
import type { HeadRule, Lower } from '../lower.js';
import { absoluteValue } from '../powers.js';
import { constant, isConstant, isZero, keyOf, opposite } from '../product.js';
import { signOfProduct } from '../signs.js';
import type { Product } from '../types.js';
import type { Workspace } from '../workspace.js';
import { argument, values } from './arithmetic.js';
import { atomOf } from './opaque.js';

/** A discrete function of rational constants, by exact arithmetic; `null` otherwise. */
export function exactly(ws: Workspace, head: string, inner: readonly Product[]): Product | null {
  if (!inner.every(isConstant)) return null;
  const numbers = inner.map(({ coef }) => rational(coef.num, coef.den));
  const value = rationalValue(apply(head as never, ...numbers), ws.budget);
  return value === null ? null : constant(value);
}

/** Splits off the terms that are whole whatever the symbols are. */
function wholeTerms(ws: Workspace, value: Product): { readonly whole: Product; readonly rest: Product } {
  const kept: Product[] = [];
  const pulled: Product[] = [];
  for (const { quantity, monomial } of linearTerms(ws, value)) {
    const term = ws.field.multiply(constant(quantity), monomial);
    if (isConstant(monomial)) {
      const low = whole(floorOf(quantity));
      pulled.push(constant(low));
      kept.push(constant(minus(quantity, low)));
    } else if (quantity.den === 1n && isWholeValued(ws, monomial)) pulled.push(term);
    else kept.push(term);
  }
  return { whole: ws.field.add(pulled), rest: ws.field.add(kept) };
}

/** ⌊value⌋: whole terms come out, constants are settled by rigorous signs. */
export function floorValue(ws: Workspace, value: Product): Product {
  if (isConstant(value)) return constant(whole(floorOf(value.coef)));
  const split = wholeTerms(ws, value);
  if (isConstant(split.rest)) return ws.field.add([split.whole, constant(whole(floorOf(split.rest.coef)))]);
  const settled = constantFloor(ws, split.rest);
  const inner =
    settled === null ? atomOf(ws, 'Floor', [split.rest], null, true, { integer: true }) : constant(settled);
  return ws.field.add([split.whole, inner]);
}

/** Guesses the floor of a constant and proves it by two signs. */
function constantFloor(ws: Workspace, value: Product): Rational | null {
  if (!isNumber(ws, value)) return null;
  const near = approximateProduct(ws, value);
  if (near === null || !Number.isSafeInteger(Math.round(near.re))) return null;
  for (const guess of [Math.floor(near.re), Math.round(near.re), Math.round(near.re) - 1]) {
    const above = signOfProduct(ws, ws.field.subtract(value, constant(whole(guess))));
    const below = signOfProduct(ws, ws.field.subtract(value, constant(whole(guess + 1))));
    if ((above === 0 || above === 1) && below === -1) return whole(guess);
  }
  return null;
}

const floorRule: HeadRule = (ws, args, lower) => floorValue(ws, lower(ws, argument(args)));

const ceilingRule: HeadRule = (ws, args, lower) =>
  opposite(floorValue(ws, opposite(lower(ws, argument(args)))));

const modulo: HeadRule = (ws, args, lower) => {
  const [a, b] = [lower(ws, argument(args)), lower(ws, argument(args, 1))];
  if (isZero(b)) stop('undefined');
  const quotient = floorValue(ws, ws.field.expanded(ws.field.divide(a, b)));
  return ws.field.subtract(a, ws.field.multiply(b, quotient));
};

/** Longest list of which every two are compared. */
const MAX_COMPARED = 6;

/** Two values: (a + b ± |a − b|)/2. More: constants by their signs, else an atom of the sorted arguments. */
const extreme =
  (head: 'Min' | 'Max'): HeadRule =>
  (ws, args, lower, expr) => {
    const all = distinct(values(ws, args, lower));
    const best = extremeConstant(ws, head, all);
    if (best !== null) return best;
    const inner = all.length > MAX_COMPARED ? all : withoutBeaten(ws, head, all);
    const [a, b, ...others] = inner;
    if (a === undefined) return stop('unsupported');
    if (b === undefined) return a;
    const gap = others.length > 0 ? null : absoluteValue(ws, ws.field.subtract(a, b));
    if (gap === null) return atomOf(ws, head, inner, expr, true);
    const signed = head === 'Max' ? gap : opposite(gap);
    return ws.field.multiply(constant({ num: 1n, den: 2n }), ws.field.add([a, b, signed]));
  };

/** Values that no other one is certain to beat. */
function withoutBeaten(ws: Workspace, head: 'Min' | 'Max', list: readonly Product[]): readonly Product[] {
  if (list.length < 3) return list;
  const wanted = head === 'Max' ? 1 : -1;
  const left = [...list];
  for (let i = 0; i < left.length; i++) {
    for (let j = left.length - 1; j > i; j--) {
      const [a, b] = [left[i], left[j]];
      if (a === undefined || b === undefined) continue;
      const sign = signOfProduct(ws, ws.field.subtract(b, a));
      if (sign === null || sign === 0) continue;
      if (sign === wanted) left[i] = b;
      left.splice(j, 1);
    }
  }
  return left;
}

function distinct(list: readonly Product[]): readonly Product[] {
  const byKey = new Map(list.map((value) => [keyOf(value), value]));
  return [...byKey].sort((p, q) => (p[0] < q[0] ? -1 : 1)).map(([, value]) => value);
}

function extremeConstant(ws: Workspace, head: 'Min' | 'Max', inner: readonly Product[]): Product | null {
  const wanted = head === 'Max' ? 1 : -1;
  let best = inner[0];
  if (best === undefined || !inner.every((value) => isNumber(ws, value))) return null;
  for (const value of inner.slice(1)) {
    const sign = signOfProduct(ws, ws.field.subtract(value, best));
    if (sign === null) return null;
    if (sign === wanted) best = value;
  }
  return best;
}

/** gcd and lcm: exact for numbers, otherwise an atom of the sorted arguments. */
const divisors =
  (head: 'Gcd' | 'Lcm'): HeadRule =>
  (ws, args, lower, expr) => {
    const inner = values(ws, args, lower);
    return exactly(ws, head, inner) ?? atomOf(ws, head, distinct(inner), expr, true, { integer: true });
  };

const rounded: HeadRule = (ws, args, lower, expr) => {
  const inner = values(ws, args, lower);
  return exactly(ws, 'Round', inner) ?? atomOf(ws, 'Round', inner, expr, true, { integer: true });
};

/** The value of digits in a base, from 2 to 36. */
const baseNumeral: HeadRule = (_ws, args: readonly Expr[], _lower: Lower) => {
  const [digits, base] = args;
  if (digits?.node !== 'text' || base?.node !== 'number' || base.den !== 1n) return stop('unsupported');
  let value = 0n;
  for (const character of digits.value.toLowerCase()) {
    const digit = Number.parseInt(character, 36);
    if (Number.isNaN(digit) || BigInt(digit) >= absolute(base.num)) return stop('unsupported');
    value = value * base.num + BigInt(digit);
  }
  return constant(whole(value));
};

/** Functions with whole values. */
export const discrete: readonly (readonly [string, HeadRule])[] = [
  ['Floor', floorRule],
  ['Ceiling', ceilingRule],
  ['Round', rounded],
  ['Mod', modulo],
  ['Min', extreme('Min')],
  ['Max', extreme('Max')],
  ['Gcd', divisors('Gcd')],
  ['Lcm', divisors('Lcm')],
  ['BaseNumeral', baseNumeral],
];
