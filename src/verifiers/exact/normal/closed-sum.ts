import { HALF, plus, type Rational, ratio, times, whole } from '../rational.js';
import { type ExponentialTerm, exponentialTerms, ratesAt } from './exponential-terms.js';
import { stop } from './field-helpers.js';
import { absoluteValue } from './powers.js';
import { constant, isConstant, isUnity, NOUGHT, UNITY } from './product.js';
import { signOfProduct } from './signs.js';
import type { Product } from './types.js';
import type { Workspace } from './workspace.js';

/** Highest power of the index that is summed in closed form. */
const MAX_DEGREE = 24;

/** ζ(2m) = factor · π^2m */
const ZETA: ReadonlyMap<number, bigint> = new Map([
  [2, 6n],
  [4, 90n],
  [6, 945n],
  [8, 9450n],
  [10, 93555n],
]);

/** Σ of a value over the index from `low` to `high` (`null`: without end); `null` when no closed form is known. */
export function closedSum(
  ws: Workspace,
  body: Product,
  index: number,
  low: Product,
  high: Product | null,
): Product | null {
  const terms = exponentialTerms(ws, body, index);
  if (terms === null) return null;
  const parts: Product[] = [];
  for (const term of terms) {
    const part = termSum(ws, term, low, high);
    if (part === null) return null;
    parts.push(part);
  }
  return ws.field.add(parts);
}

function termSum(ws: Workspace, term: ExponentialTerm, low: Product, high: Product | null): Product | null {
  const degree = term.degree.den === 1n ? Number(term.degree.num) : -1;
  const ratioOfTerms = ratesAt(ws, term.rates, UNITY);
  const plain = isUnity(ratioOfTerms);
  if (high === null && plain) return zetaSum(ws, term, degree, low);
  if (degree < 0 || degree > MAX_DEGREE) return null;
  const before = ws.field.subtract(low, UNITY);
  if (plain) return ws.field.multiply(term.factor, difference(ws, powerSum(degree), before, high as Product));
  if (high === null && !shrinks(ws, ratioOfTerms)) return stop('undefined');
  const weights = geometricWeights(ws, degree, ratioOfTerms);
  const at = (k: Product): Product => ws.field.multiply(ratesAt(ws, term.rates, k), evaluate(ws, weights, k));
  const top = high === null ? NOUGHT : at(high);
  return ws.field.multiply(term.factor, ws.field.subtract(top, at(before)));
}

/** True unless the ratio is a constant of absolute value 1 or more (a symbol's domain is where the sum exists). */
function shrinks(ws: Workspace, value: Product): boolean {
  const size = absoluteValue(ws, value);
  if (size === null) return false;
  const room = signOfProduct(ws, ws.field.subtract(UNITY, size));
  return room === 1 || (room === null && !isConstant(size));
}

function zetaSum(ws: Workspace, term: ExponentialTerm, degree: number, low: Product): Product | null {
  const under = ZETA.get(-degree);
  if (under === undefined || !isUnity(low)) return null;
  const pi = ws.field.generator('pi', () => ({ meaning: { kind: 'pi' }, positive: true })).id;
  const value: Product = { coef: ratio(1n, under), powers: new Map([[pi, -degree]]) };
  return ws.field.multiply(term.factor, value);
}

type Weights = readonly Product[];

function evaluate(ws: Workspace, weights: Weights, at: Product): Product {
  let power = UNITY;
  const terms: Product[] = [];
  for (const weight of weights) {
    terms.push(ws.field.multiply(weight, power));
    power = ws.field.multiply(power, at);
  }
  return ws.field.add(terms);
}

const difference = (ws: Workspace, weights: Weights, from: Product, to: Product): Product =>
  ws.field.subtract(evaluate(ws, weights, to), evaluate(ws, weights, from));

function choose(n: number, k: number): bigint {
  let out = 1n;
  for (let j = 1; j <= k; j++) out = (out * BigInt(n - k + j)) / BigInt(j);
  return out;
}

/** Bernoulli numbers with B₁ = +1/2. */
function bernoulli(upTo: number): readonly Rational[] {
  const out: Rational[] = [whole(1)];
  for (let m = 1; m <= upTo; m++) {
    let sum: Rational = whole(0);
    for (let k = 0; k < m; k++) sum = plus(sum, times(whole(choose(m + 1, k)), out[k] as Rational));
    out.push(times(sum, ratio(-1n, BigInt(m + 1))));
  }
  return out.map((value, index) => (index === 1 ? HALF : value));
}

/** Faulhaber: the polynomial S with S(n) − S(n − 1) = n^degree and S(0) = 0. */
function powerSum(degree: number): Weights {
  const numbers = bernoulli(degree);
  const out: Product[] = Array.from({ length: degree + 2 }, () => NOUGHT);
  for (let k = 0; k <= degree; k++) {
    out[degree + 1 - k] = constant(
      times(numbers[k] as Rational, ratio(choose(degree + 1, k), BigInt(degree + 1))),
    );
  }
  return out;
}

/** The polynomial Q with Q(k) − Q(k − 1)/r = k^degree, so that r^k·Q(k) telescopes. */
function geometricWeights(ws: Workspace, degree: number, r: Product): Weights {
  const field = ws.field;
  const pivot = field.divide(r, field.subtract(r, UNITY));
  const out: Product[] = Array.from({ length: degree + 1 }, () => NOUGHT);
  out[degree] = pivot;
  for (let i = degree - 1; i >= 0; i--) {
    const terms: Product[] = [];
    for (let m = i + 1; m <= degree; m++) {
      const sign = (m - i) % 2 === 0 ? 1n : -1n;
      terms.push(field.multiply(constant(whole(sign * choose(m, i))), out[m] as Product));
    }
    out[i] = field.divide(field.multiply(pivot, field.add(terms)), r);
  }
  return out;
}
