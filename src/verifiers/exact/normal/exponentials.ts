import { absolute, HALF, MINUS_ONE, type Rational, times, whole } from '../rational.js';
import { conjugate, isReal } from './conjugate.js';
import { stop } from './field-helpers.js';
import { imaginaryOf, piOf, safe, unitPower } from './generators.js';
import { factorsOf } from './integers.js';
import { type LinearTerm, linearTerms, withoutFactor } from './linear.js';
import { logarithmSwap, naturalExponent, onlyLogarithm, primesApart } from './logarithmic-exponents.js';
import { polar } from './polar.js';
import { magnitude, rationalPower, require } from './powers.js';
import {
  alike,
  constant,
  isConstant,
  isUnity,
  isZero,
  monic,
  NOUGHT,
  opposite,
  UNITY,
  wholeProduct,
} from './product.js';
import { realParts } from './real-parts.js';
import { factorSign, signOfProduct } from './signs.js';
import { type Generator, type Product, SCALE } from './types.js';
import { unityRoot } from './unity.js';
import type { Workspace } from './workspace.js';

/** `exp(value)`. */
export function exponential(ws: Workspace, value: Product): Product {
  let out = UNITY;
  for (const { quantity, monomial } of realTerms(ws, value)) {
    out = ws.field.multiply(out, exponentialTerm(ws, monomial, quantity));
  }
  return out;
}

/**
 * The linear terms of a value, but those that are neither real nor imaginary (the exponentials that make up a
 * cosine) put together again, as their sum may well be.
 */
function realTerms(ws: Workspace, value: Product): readonly LinearTerm[] {
  const terms = linearTerms(ws, value);
  const simple: LinearTerm[] = [];
  const mixed: LinearTerm[] = [];
  for (const term of terms)
    (isReal(ws, term.monomial) || isImaginary(ws, term.monomial) ? simple : mixed).push(term);
  if (mixed.length < 2) return terms;
  const rest = ws.field.add(
    mixed.map(({ quantity, monomial }) => ws.field.multiply(constant(quantity), monomial)),
  );
  return isZero(rest) ? simple : [...simple, { quantity: rest.coef, monomial: monic(rest) }];
}

/** `base^exponent` on the principal branch. */
export function symbolicPower(ws: Workspace, base: Product, exponent: Product): Product {
  if (isConstant(exponent)) return rationalPower(ws, base, exponent.coef);
  if (isZero(base)) return signOfProduct(ws, exponent) === 1 ? NOUGHT : stop('undefined');
  if (isUnity(base)) return UNITY;
  const natural = naturalExponent(ws, base, exponent);
  if (natural !== null) return exponential(ws, natural);
  const primes = primesApart(ws, base, exponent);
  if (primes !== null) return ws.field.multiply(...primes.map(([p, power]) => symbolicPower(ws, p, power)));
  let out = UNITY;
  for (const { quantity, monomial } of realTerms(ws, exponent)) {
    const step = isConstant(monomial)
      ? rationalPower(ws, base, quantity, true)
      : powerTerm(ws, base, monomial, quantity);
    out = ws.field.multiply(out, step);
  }
  return out;
}

/** The generators of a monomial, each with its exponent, or `null` when a sum occurs. */
function generatorsOf(ws: Workspace, value: Product): readonly [Generator, number][] | null {
  const out: [Generator, number][] = [];
  for (const [id, exponent] of value.powers) {
    const generator = ws.field.generatorOf(id);
    if (generator === null) return null;
    out.push([generator, exponent]);
  }
  return out;
}

/** True when the monomial takes whole values only. */
export function isWholeValued(ws: Workspace, value: Product): boolean {
  const parts = generatorsOf(ws, value);
  return parts?.every(([generator, exponent]) => generator.integer && exponent > 0) ?? false;
}

function exponentialTerm(ws: Workspace, m: Product, quantity: Rational): Product {
  if (isConstant(m))
    return unitPower(ws, null, m, quantity, { conjugate: 'same', positive: true, period: 0 });
  const log = onlyLogarithm(ws, m);
  if (log !== null) return powerTerm(ws, log.of, log.rest, quantity, true);
  const i = [...imaginaryOf(ws).powers.keys()][0] as number;
  const inner = withoutFactor(m, i);
  if (inner !== null) return turn(ws, m, inner, quantity);
  const real = isReal(ws, m);
  const turning = !real && isImaginary(ws, m);
  return unitPower(ws, null, m, quantity, {
    conjugate: real ? 'same' : turning ? 'inverse' : 'unknown',
    positive: real,
    period: 0,
  });
}

/** exp(i · quantity · inner). */
function turn(ws: Workspace, m: Product, inner: Product, quantity: Rational): Product {
  const pi = [...piOf(ws).powers.keys()][0] as number;
  const beside = withoutFactor(inner, pi);
  if (beside !== null && isConstant(beside)) return unityRoot(ws, quantity);
  if (beside !== null && isWholeValued(ws, beside)) {
    return unitPower(ws, null, m, quantity, { conjugate: 'inverse', positive: false, period: 2 });
  }
  const algebraic = quantity.den === 1n ? ofInverseFunction(ws, inner) : null;
  if (algebraic !== null) return ws.field.power(algebraic, safe(quantity.num));
  const real = isReal(ws, inner);
  return unitPower(ws, null, m, quantity, {
    conjugate: real ? 'inverse' : 'unknown',
    positive: false,
    period: 0,
  });
}

/** exp(i·arctan v), exp(i·arcsin v). */
function ofInverseFunction(ws: Workspace, inner: Product): Product | null {
  const [only, ...others] = [...inner.powers];
  if (only === undefined || others.length > 0 || only[1] !== 1) return null;
  const meaning = ws.field.generatorOf(only[0])?.meaning;
  if (meaning?.kind !== 'atom') return null;
  const v = meaning.args[0] ?? UNITY;
  const field = ws.field;
  const along = field.multiply(imaginaryOf(ws), v);
  const square = field.power(v, 2);
  if (meaning.head === 'Arctan') {
    const size = rationalPower(ws, field.add([UNITY, square]), HALF);
    return field.divide(field.add([UNITY, along]), size);
  }
  if (meaning.head !== 'Arcsin') return null;
  return field.add([rationalPower(ws, field.subtract(UNITY, square), HALF), along]);
}

/** `base^(quantity · m)` for a monomial m that is not constant (or is, when it comes from a logarithm). */
function powerTerm(
  ws: Workspace,
  base: Product,
  m: Product,
  quantity: Rational,
  principal = false,
  turned = false,
): Product {
  if (isConstant(m)) return rationalPower(ws, base, quantity, principal);
  // One turn at most: the logarithm of the new base may be written by the old one again.
  const swapped = turned ? null : logarithmSwap(ws, base, m);
  if (swapped !== null)
    return powerTerm(ws, swapped.base, swapped.m, times(quantity, swapped.factor), principal, true);
  const split = realParts(ws, base);
  if (split === null) return turnedPower(ws, base, m, quantity) ?? wholePower(ws, base, m, quantity);
  const integer = quantity.den === 1n && isWholeValued(ws, m);
  let out = numberTerm(ws, split.coef, m, quantity);
  let negative = split.coef.num < 0n;
  const open: Product[] = [];
  for (const [part, e] of split.parts) {
    const sign = factorSign(ws, part);
    const odd = e % 2 !== 0;
    if (sign === -1 && odd) negative = !negative;
    if (sign !== null)
      out = ws.field.multiply(out, positiveTerm(ws, magnitude(ws, part), m, scaledBy(quantity, e)));
    else if (integer) out = ws.field.multiply(out, integerTerm(ws, part, m, scaledBy(quantity, e)));
    else {
      if (odd) open.push(part);
      const even = odd ? e - 1 : e;
      if (even !== 0)
        out = ws.field.multiply(out, positiveTerm(ws, magnitude(ws, part), m, scaledBy(quantity, even)));
    }
  }
  return ws.field.multiply(out, openTerm(ws, negative, open, m, quantity));
}

/** b^z = exp(z·Log b) of a complex constant with a known angle: `i^{4k+1}`, `i^i`; null for any other base. */
function turnedPower(ws: Workspace, base: Product, m: Product, quantity: Rational): Product | null {
  const form = polar(ws, base);
  if (form === null) return null;
  const angle = constant(times(quantity, form.halfTurns));
  const turned = exponential(ws, ws.field.multiply(imaginaryOf(ws), piOf(ws), angle, m));
  return isUnity(form.magnitude)
    ? turned
    : ws.field.multiply(powerTerm(ws, form.magnitude, m, quantity), turned);
}

const scaledBy = (a: Rational, by: number): Rational => times(a, whole(by));

/** |coef|^(quantity · m), prime by prime. */
function numberTerm(ws: Workspace, coef: Rational, m: Product, quantity: Rational): Product {
  let out = UNITY;
  const size = { num: absolute(coef.num), den: coef.den };
  for (const [p, e] of factorsOf(ws, size)) {
    out = ws.field.multiply(out, positiveTerm(ws, wholeProduct(p), m, scaledBy(quantity, e)));
  }
  return out;
}

function positiveTerm(ws: Workspace, base: Product, m: Product, quantity: Rational): Product {
  const [only, ...others] = [...base.powers];
  const generator =
    only === undefined || others.length > 0 || !isConstantOne(base) ? null : ws.field.generatorOf(only[0]);
  const meaning = generator?.meaning;
  if (meaning?.kind === 'unit' && only !== undefined) {
    const factor = times(quantity, { num: BigInt(only[1]), den: BigInt(SCALE) * BigInt(meaning.parts) });
    const inside = ws.field.multiply(constant(factor), meaning.exponent, m);
    return meaning.base === null ? exponential(ws, inside) : symbolicPower(ws, meaning.base, inside);
  }
  if (meaning?.kind === 'root' && generator !== null && only !== undefined) {
    const factor = times(quantity, { num: BigInt(only[1]), den: BigInt(generator.order) });
    return symbolicPower(ws, meaning.base, ws.field.multiply(constant(factor), m));
  }
  if (meaning?.kind === 'abs' && isWholeValued(ws, m))
    return integerMagnitude(ws, base, meaning.of, m, quantity);
  const real = isReal(ws, m);
  const turning = !real && isImaginary(ws, m);
  return unitPower(ws, base, m, quantity, {
    conjugate: real ? 'same' : turning ? 'inverse' : 'unknown',
    positive: real,
    period: 0,
  });
}

const isConstantOne = (a: Product): boolean => a.coef.num === 1n && a.coef.den === 1n;

function isImaginary(ws: Workspace, value: Product): boolean {
  const other = conjugate(ws, value);
  return other !== null && alike(other, opposite(value));
}

/** |r|^(q·m) with whole-valued m: even powers lose the bars. */
function integerMagnitude(
  ws: Workspace,
  base: Product,
  of: Product,
  m: Product,
  quantity: Rational,
): Product {
  const value = unitPower(ws, of, m, whole(2), { conjugate: 'same', positive: false, period: 0 });
  return unitPower(ws, base, m, quantity, { conjugate: 'same', positive: true, period: 2, value });
}

/** part^(q·m) with whole-valued exponents: one factor at a time, whatever its sign. */
function integerTerm(ws: Workspace, part: Product, m: Product, quantity: Rational): Product {
  return unitPower(ws, part, m, quantity, { conjugate: 'same', positive: false, period: 0 });
}

/** (±Π open)^(q·m), where no sign is known. */
function openTerm(
  ws: Workspace,
  negative: boolean,
  open: readonly Product[],
  m: Product,
  quantity: Rational,
): Product {
  if (open.length === 0) {
    if (!negative) return UNITY;
    if (!(quantity.den === 1n && isWholeValued(ws, m))) require(ws, true, []);
    return exponential(ws, ws.field.multiply(imaginaryOf(ws), piOf(ws), constant(quantity), m));
  }
  if (ws.mode === 'real') {
    require(ws, negative, open);
    return open.reduce(
      (out, part) => ws.field.multiply(out, positiveTerm(ws, magnitude(ws, part), m, quantity)),
      UNITY,
    );
  }
  const base = open.reduce(
    (out, part) => ws.field.multiply(out, part),
    negative ? constant(MINUS_ONE) : UNITY,
  );
  return wholePower(ws, base, m, quantity);
}

const wholePower = (ws: Workspace, base: Product, m: Product, quantity: Rational): Product =>
  unitPower(ws, base, m, quantity, { conjugate: 'unknown', positive: false, period: 0 });
