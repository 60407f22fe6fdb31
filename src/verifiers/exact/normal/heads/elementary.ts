import { HALF, whole } from '../../rational.js';
import { isNumber, isReal } from '../conjugate.js';
import { exponential } from '../exponentials.js';
import { stop } from '../field-helpers.js';
import { imaginaryOf, piOf } from '../generators.js';
import { approximateProduct } from '../guess.js';
import { logarithm } from '../logarithms.js';
import type { HeadRule } from '../lower.js';
import { rationalAngle } from '../polar.js';
import { rationalPower, requirePositive } from '../powers.js';
import { constant, isConstant, isZero, opposite, UNITY } from '../product.js';
import { signOfProduct } from '../signs.js';
import type { Product } from '../types.js';
import type { Workspace } from '../workspace.js';
import { argument } from './arithmetic.js';
import { atomOf } from './opaque.js';

type Unary = (ws: Workspace, value: Product) => Product;

const rule =
  (f: Unary): HeadRule =>
  (ws, args, lower) =>
    f(ws, lower(ws, argument(args)));

const half = constant(HALF);
const reciprocal = (ws: Workspace, value: Product): Product =>
  isZero(value) ? stop('undefined') : ws.field.invert(value);

/** (exp(s·u) + sign·exp(−s·u)) / 2 */
function exponentialMean(ws: Workspace, u: Product, odd: boolean): Product {
  const up = exponential(ws, u);
  const down = exponential(ws, opposite(u));
  return ws.field.multiply(half, ws.field.add([up, odd ? opposite(down) : down]));
}

const turned = (ws: Workspace, u: Product): Product => ws.field.multiply(imaginaryOf(ws), u);
const cosine: Unary = (ws, u) => exponentialMean(ws, turned(ws, u), false);
const sine: Unary = (ws, u) => ws.field.divide(exponentialMean(ws, turned(ws, u), true), imaginaryOf(ws));
const tangent: Unary = (ws, u) => ws.field.multiply(sine(ws, u), reciprocal(ws, cosine(ws, u)));
const cosh: Unary = (ws, u) => exponentialMean(ws, u, false);
const sinh: Unary = (ws, u) => exponentialMean(ws, u, true);

const over =
  (top: Unary, bottom: Unary): Unary =>
  (ws, u) =>
    ws.field.multiply(top(ws, u), reciprocal(ws, bottom(ws, u)));

const one: Unary = () => UNITY;
const ofReciprocal =
  (f: Unary): Unary =>
  (ws, u) =>
    f(ws, reciprocal(ws, u));

const halfPi = (ws: Workspace): Product => ws.field.multiply(half, piOf(ws));
const complement =
  (f: Unary): Unary =>
  (ws, u) =>
    ws.field.subtract(halfPi(ws), f(ws, u));

/** The rational part of π that an inverse function of a constant is: guessed, then proved by the function. */
function knownAngle(
  ws: Workspace,
  u: Product,
  inverseOf: (x: number) => number,
  forward: Unary,
): Product | null {
  if (!isNumber(ws, u)) return null;
  const near = approximateProduct(ws, u);
  if (near === null || Math.abs(near.im) > 1e-9) return null;
  const angle = rationalAngle(inverseOf(near.re) / Math.PI);
  if (angle === null) return null;
  const value = ws.field.multiply(constant(angle), piOf(ws));
  return ws.field.equal(forward(ws, value), u) ? value : null;
}

const arctan: Unary = (ws, u) => {
  if (isZero(u)) return u;
  if (u.coef.num < 0n) return opposite(arctan(ws, opposite(u)));
  const known = knownAngle(ws, u, Math.atan, tangent);
  if (known !== null) return known;
  const flips = isConstant(u) ? u.coef.num > u.coef.den : [...u.powers.values()].every((e) => e < 0);
  if (flips && isReal(ws, u)) {
    // arctan u = ±π/2 − arctan(1/u), with the sign of u.
    const sign = signValue(ws, u);
    if (sign !== null) {
      return ws.field.subtract(ws.field.multiply(sign, halfPi(ws)), arctanAtom(ws, ws.field.invert(u)));
    }
  }
  return arctanAtom(ws, u);
};

const arctanAtom: Unary = (ws, u) => atomOf(ws, 'Arctan', [u], null, true);

/** u/|u| where that is known or simple. */
function signValue(ws: Workspace, u: Product): Product | null {
  const sign = signOfProduct(ws, u);
  if (sign !== null) return constant(whole(sign));
  const square = ws.field.power(u, 2);
  return ws.field.divide(u, rationalPower(ws, square, HALF));
}

const arcsin: Unary = (ws, u) => {
  if (isZero(u)) return u;
  if (u.coef.num < 0n) return opposite(arcsin(ws, opposite(u)));
  const known = knownAngle(ws, u, Math.asin, sine);
  if (known !== null) return known;
  const inside = ws.field.expanded(ws.field.subtract(UNITY, ws.field.power(u, 2)));
  requirePositive(ws, inside);
  // Between −1 and 1 it is the arctangent of the tangent, so that both have one spelling.
  const sign = signOfProduct(ws, inside);
  if (sign === 1 || (sign === null && ws.mode === 'real')) {
    return arctan(ws, ws.field.divide(u, rationalPower(ws, inside, HALF)));
  }
  return atomOf(ws, 'Arcsin', [u], null, false);
};

const arccos: Unary = complement(arcsin);

const arsinh: Unary = (ws, u) =>
  logarithm(ws, ws.field.add([u, rationalPower(ws, ws.field.add([UNITY, ws.field.power(u, 2)]), HALF)]));

const arcosh: Unary = (ws, u) => {
  const below = rationalPower(ws, ws.field.subtract(u, UNITY), HALF);
  const above = rationalPower(ws, ws.field.add([u, UNITY]), HALF);
  return logarithm(ws, ws.field.add([u, ws.field.multiply(below, above)]));
};

const artanh: Unary = (ws, u) =>
  ws.field.multiply(
    half,
    ws.field.subtract(logarithm(ws, ws.field.add([UNITY, u])), logarithm(ws, ws.field.subtract(UNITY, u))),
  );

/** log_b a = ln a / ln b. */
const logarithmToBase: HeadRule = (ws, args, lower) => {
  const base = logarithm(ws, lower(ws, argument(args, 1)));
  if (isZero(base)) stop('undefined');
  return ws.field.divide(logarithm(ws, lower(ws, argument(args))), base);
};

const UNARY: readonly (readonly [string, Unary])[] = [
  ['Ln', logarithm],
  ['Sin', sine],
  ['Cos', cosine],
  ['Tan', tangent],
  ['Cot', over(cosine, sine)],
  ['Sec', over(one, cosine)],
  ['Csc', over(one, sine)],
  ['Sinh', sinh],
  ['Cosh', cosh],
  ['Tanh', over(sinh, cosh)],
  ['Coth', over(cosh, sinh)],
  ['Sech', over(one, cosh)],
  ['Csch', over(one, sinh)],
  ['Arcsin', arcsin],
  ['Arccos', arccos],
  ['Arctan', arctan],
  ['Arccot', complement(arctan)],
  ['Arcsec', ofReciprocal(arccos)],
  ['Arccsc', ofReciprocal(arcsin)],
  ['Arsinh', arsinh],
  ['Arcosh', arcosh],
  ['Artanh', artanh],
  ['Arcoth', ofReciprocal(artanh)],
  ['Arsech', ofReciprocal(arcosh)],
  ['Arcsch', ofReciprocal(arsinh)],
];

/** Exponentials in disguise and their inverses. */
export const elementary: readonly (readonly [string, HeadRule])[] = [
  ...UNARY.map(([head, f]): [string, HeadRule] => [head, rule(f)]),
  ['Log', logarithmToBase],
];
