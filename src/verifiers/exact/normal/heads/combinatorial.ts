import { factorial as exactFactorial } from '../../evaluate-rational.js';
import { absolute, floor, HALF, minus, type Rational, ratio, whole } from '../../rational.js';
import { symbolicPower } from '../exponentials.js';
import { stop } from '../field-helpers.js';
import { piOf, safe } from '../generators.js';
import { linearTerms } from '../linear.js';
import type { HeadRule } from '../lower.js';
import { rationalPower } from '../powers.js';
import { constant, isConstant, isZero, keyOf, UNITY } from '../product.js';
import type { Product } from '../types.js';
import type { Workspace } from '../workspace.js';
import { argument, values } from './arithmetic.js';
import { exactly } from './discrete.js';
import { atomOf } from './opaque.js';

/** Factorials of numbers up to this are written out. */
const MAX_WRITTEN = 1000n;
/** Longest product of consecutive factors that relates two factorials. */
const MAX_SHIFT = 200n;
/** Longest product for a constant number of chosen things. */
const MAX_CHOSEN = 40n;

/** A value as constant + rest. */
function split(ws: Workspace, value: Product): { readonly offset: Rational; readonly rest: Product } {
  let offset: Rational = whole(0);
  const others: Product[] = [];
  for (const { quantity, monomial } of linearTerms(ws, value)) {
    if (isConstant(monomial)) offset = quantity;
    else others.push(ws.field.multiply(constant(quantity), monomial));
  }
  return { offset, rest: ws.field.add(others) };
}

/**
 * value!, in terms of one factorial for each class of arguments that differ by whole numbers:
 * (n + 2)! = n!·(n + 1)·(n + 2).
 */
export function factorialValue(ws: Workspace, value: Product): Product {
  const { offset, rest } = split(ws, value);
  if (isZero(rest)) {
    const known = constantFactorial(ws, offset);
    if (known !== null) return known;
  }
  const fraction = minus(offset, whole(floor(offset)));
  const key = `${keyOf(rest)}+${fraction.num}/${fraction.den}`;
  const anchor = ws.memo.shifts.get(key) ?? newAnchor(ws, key, rest, offset);
  const gap = minus(offset, anchor.offset);
  if (absolute(gap.num) > MAX_SHIFT || gap.den !== 1n) return factorialAtom(ws, value);
  return ws.field.multiply(factorialAtom(ws, anchor.start), rising(ws, anchor.start, Number(gap.num)));
}

/** Symbolic classes start at their fractional part, so that the choice does not depend on order. */
function newAnchor(
  ws: Workspace,
  key: string,
  rest: Product,
  offset: Rational,
): { start: Product; offset: Rational } {
  const from = isZero(rest) ? offset : minus(offset, whole(floor(offset)));
  const anchor = { start: ws.field.add([rest, constant(from)]), offset: from };
  ws.memo.shifts.set(key, anchor);
  return anchor;
}

const factorialAtom = (ws: Workspace, value: Product): Product =>
  atomOf(ws, 'Factorial', [value], null, true, { positive: true });

/** (start + 1)…(start + steps), or the reciprocal product below the start. */
function rising(ws: Workspace, start: Product, steps: number): Product {
  let out = UNITY;
  for (let j = 1; j <= steps; j++) out = ws.field.multiply(out, ws.field.add([start, constant(whole(j))]));
  for (let j = steps + 1; j <= 0; j++) out = ws.field.divide(out, ws.field.add([start, constant(whole(j))]));
  return out;
}

/** Whole numbers up to 1000 and half-integers; `null` when it stays a symbol. */
function constantFactorial(ws: Workspace, value: Rational): Product | null {
  if (value.den === 1n) {
    if (value.num < 0n) return stop('undefined');
    const written = value.num <= MAX_WRITTEN ? exactFactorial(value.num, ws.budget) : null;
    return written === null ? null : constant(whole(written));
  }
  if (value.den !== 2n || absolute(value.num) > 400n) return null;
  // (1/2)! = √π / 2.
  const start = ws.field.multiply(constant(HALF), rationalPower(ws, piOf(ws), HALF));
  const steps = safe((value.num - 1n) / 2n);
  return ws.field.multiply(start, rising(ws, constant(HALF), steps));
}

const factorialRule: HeadRule = (ws, args, lower) => factorialValue(ws, lower(ws, argument(args)));

const gammaRule: HeadRule = (ws, args, lower) =>
  factorialValue(ws, ws.field.subtract(lower(ws, argument(args)), UNITY));

/** (2m)!! = 2^m·m!, (2m − 1)!! = (2m)! / (2^m·m!), for arguments that are even or odd as written. */
const doubleFactorial: HeadRule = (ws, args, lower, expr) => {
  const value = lower(ws, argument(args));
  const exact = exactly(ws, 'DoubleFactorial', [value]);
  if (exact !== null) return exact;
  const { offset, rest } = split(ws, value);
  const half = ws.field.multiply(constant(HALF), rest);
  const whole2 = linearTerms(ws, half).every(({ quantity }) => quantity.den === 1n);
  if (!whole2 || offset.den !== 1n)
    return atomOf(ws, 'DoubleFactorial', [value], expr, true, { positive: true });
  const odd = (offset.num & 1n) === 1n;
  const m = ws.field.add([half, constant(ratio(odd ? offset.num + 1n : offset.num, 2n))]);
  const even = ws.field.multiply(symbolicPower(ws, constant(whole(2)), m), factorialValue(ws, m));
  if (!odd) return even;
  return ws.field.divide(factorialValue(ws, ws.field.multiply(constant(whole(2)), m)), even);
};

/** n(n − 1)…(n − k + 1) */
function falling(ws: Workspace, n: Product, k: number): Product {
  let out = UNITY;
  for (let j = 0; j < k; j++) out = ws.field.multiply(out, ws.field.subtract(n, constant(whole(j))));
  return out;
}

/** A constant count that is small enough to multiply out. */
function smallCount(value: Product): number | null {
  if (!isConstant(value) || value.coef.den !== 1n || value.coef.num < 0n || value.coef.num > MAX_CHOSEN)
    return null;
  return Number(value.coef.num);
}

function binomialValue(ws: Workspace, n: Product, k: Product): Product {
  const exact = exactly(ws, 'Binomial', [n, k]);
  if (exact !== null) return exact;
  const rest = ws.field.subtract(n, k);
  const count = smallCount(k) ?? smallCount(rest);
  if (count !== null)
    return ws.field.divide(falling(ws, n, count), factorialValue(ws, constant(whole(count))));
  const bottom = ws.field.multiply(factorialValue(ws, k), factorialValue(ws, rest));
  return ws.field.divide(factorialValue(ws, n), bottom);
}

const binomial: HeadRule = (ws, args, lower) =>
  binomialValue(ws, lower(ws, argument(args)), lower(ws, argument(args, 1)));

const permutation: HeadRule = (ws, args, lower) => {
  const [n, k] = [lower(ws, argument(args)), lower(ws, argument(args, 1))];
  const exact = exactly(ws, 'Permutation', [n, k]);
  if (exact !== null) return exact;
  const count = smallCount(k);
  if (count !== null) return falling(ws, n, count);
  return ws.field.divide(factorialValue(ws, n), factorialValue(ws, ws.field.subtract(n, k)));
};

const multinomial: HeadRule = (ws, args, lower) => {
  const parts = values(ws, args, lower);
  const exact = exactly(ws, 'Multinomial', parts);
  if (exact !== null) return exact;
  const bottom = parts.map((part) => factorialValue(ws, part));
  return ws.field.divide(factorialValue(ws, ws.field.add(parts)), ws.field.multiply(...bottom));
};

/** Factorials and what is written in terms of them. */
export const combinatorial: readonly (readonly [string, HeadRule])[] = [
  ['Factorial', factorialRule],
  ['Gamma', gammaRule],
  ['DoubleFactorial', doubleFactorial],
  ['Binomial', binomial],
  ['Permutation', permutation],
  ['Multinomial', multinomial],
];
