import { absolute, minus, plus, type Rational, sign, ZERO } from '../rational.js';
import { isNumber } from './conjugate.js';
import { linearTerms } from './linear.js';
import { accumulate, exponentOf, idsOf, withoutId } from './poly.js';
import { isConstant, isZero, scaled, single } from './product.js';
import { signOfProduct } from './signs.js';
import type { Generator, Poly, Product, Term } from './types.js';
import type { Workspace } from './workspace.js';

/** Sums longer than this are not looked into. */
const MAX_TERMS = 12;

/**
 * The sign of a sum that is a definite quadratic in one of its generators (x² + xy + y²), or `A·√R + B` where one of
 * the two outweighs the other (√(x² + 1) + x); `null` for any other.
 */
export function definiteSign(ws: Workspace, poly: Poly): -1 | 1 | null {
  if (poly.size > MAX_TERMS) return null;
  for (const id of idsOf(poly)) {
    const generator = ws.field.generatorOf(id);
    if (generator === null || generator.conjugate !== 'same') continue;
    const sign = quadraticSign(ws, poly, id) ?? surdSign(ws, poly, generator);
    if (sign !== null) return sign;
  }
  return null;
}

/** The coefficients of `id^0`, `id^step`, `id^2step` … as polynomials; `null` beyond the wanted exponents. */
function coefficients(poly: Poly, id: number, exponents: readonly number[]): readonly Poly[] | null {
  const out = exponents.map(() => new Map<string, Term>());
  for (const { mono, coef } of poly.values()) {
    const into = out[exponents.indexOf(exponentOf(mono, id))];
    if (into === undefined) return null;
    accumulate(into, withoutId(mono, id), coef);
  }
  return out;
}

/** a·v² + b·v + c with 4ac > b²: the sign of a. */
function quadraticSign(ws: Workspace, poly: Poly, id: number): -1 | 1 | null {
  const top = Math.max(...[...poly.values()].map(({ mono }) => exponentOf(mono, id)));
  if (top < 2 || top % 2 !== 0) return null;
  const parts = coefficients(poly, id, [0, top / 2, top]);
  if (parts === null) return null;
  const [c, b, a] = parts.map((part) => ws.field.fromPoly(part)) as [Product, Product, Product];
  if (isZero(a) || isZero(c)) return null;
  const { field } = ws;
  const gap = field.subtract(scaled(field.multiply(a, c), { num: 4n, den: 1n }), field.power(b, 2));
  if (signOfProduct(ws, gap) !== 1) return null;
  return asSign(signOfProduct(ws, a));
}

/** A·√R + B: where A²R > B² it has the sign of A, where A²R < B² the sign of B. */
function surdSign(ws: Workspace, poly: Poly, generator: Generator): -1 | 1 | null {
  const { meaning, order, id, positive } = generator;
  if (meaning.kind !== 'root' || order % 2 !== 0 || !positive) return null;
  const parts = coefficients(poly, id, [0, order / 2]);
  if (parts === null) return null;
  const [b, a] = parts.map((part) => ws.field.fromPoly(part)) as [Product, Product];
  if (isZero(a) || isZero(b)) return null;
  const { field } = ws;
  const left = field.multiply(field.power(a, 2), meaning.base);
  const gap = signOfProduct(ws, field.subtract(left, field.power(b, 2)));
  if (gap !== 1 && gap !== -1) return null;
  return asSign(signOfProduct(ws, gap === 1 ? a : b));
}

const asSign = (sign: -1 | 0 | 1 | null): -1 | 1 | null => (sign === 0 ? null : sign);

/** The sign of a number beside turns that cannot outweigh it: 2 − sin x, 1 + cos x. */
export function dominantSign(ws: Workspace, real: Product): -1 | 1 | null {
  const terms = linearTerms(ws, real);
  if (terms.length < 2 || terms.length > MAX_TERMS) return null;
  let number: Rational = ZERO;
  let others: Rational = ZERO;
  for (const { quantity, monomial } of terms) {
    if (isConstant(monomial)) number = quantity;
    else if (isTurn(ws, monomial)) others = plus(others, { ...quantity, num: absolute(quantity.num) });
    else return null;
  }
  if (sign(minus({ ...number, num: absolute(number.num) }, others)) < 0) return null;
  return asSign(sign(number));
}

/** True for products of powers of exp(i·angle), with an angle that varies. */
function isTurn(ws: Workspace, monomial: Product): boolean {
  let varies = false;
  for (const id of monomial.powers.keys()) {
    const generator = ws.field.generatorOf(id);
    if (generator === null) return false;
    const kind = generator.meaning.kind;
    const turns = kind === 'imaginary' || kind === 'unity';
    if (!turns && !(kind === 'unit' && generator.conjugate === 'inverse')) return false;
    if (kind === 'unit' && !isNumber(ws, single(id))) varies = true;
  }
  return varies;
}
