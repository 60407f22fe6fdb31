import { absolute, bits, MINUS_ONE, type Rational, ratio, times } from '../rational.js';
import { conjugate } from './conjugate.js';
import { denested, mirroredSurd } from './denest.js';
import { stop } from './field-helpers.js';
import { absoluteOf, imaginaryOf, powerOfUnit, rootPower, safe } from './generators.js';
import { atomOf } from './heads/opaque.js';
import { numberPower } from './integers.js';
import { polar } from './polar.js';
import { constant, isZero, keyOf, MINUS_UNITY, monic, NOUGHT, single, UNITY } from './product.js';
import { type RealParts, realParts } from './real-parts.js';
import { factorSign } from './signs.js';
import type { Product } from './types.js';
import { unityRoot } from './unity.js';
import type { Workspace } from './workspace.js';

/** |r|, as `r` or `−r` where its sign is known. */
export function magnitude(ws: Workspace, real: Product): Product {
  const known = factorSign(ws, real);
  if (known === 1) return real;
  return known === -1 ? ws.field.multiply(MINUS_UNITY, real) : absoluteOf(ws, real);
}

/** |value| of a real value; `null` when it is not provably real. */
export function absoluteValue(ws: Workspace, value: Product): Product | null {
  const split = realParts(ws, value);
  if (split === null) return null;
  let out = constant({ num: absolute(split.coef.num), den: split.coef.den });
  for (const [part, exponent] of split.parts) {
    const even = exponent % 2 === 0;
    out = ws.field.multiply(out, ws.field.power(even ? part : magnitude(ws, part), exponent));
  }
  return out;
}

/** Notes that a product of real factors must be positive (or negative) for this step to be real. */
export function require(ws: Workspace, negative: boolean, factors: readonly Product[]): void {
  if (ws.mode !== 'real') return;
  const condition = { negative, factors: factors.map(keyOf).sort() };
  ws.conditions.set(`${negative}:${condition.factors.join()}`, condition);
}

/** Notes that a real value must be positive for this step to be real. */
export function requirePositive(ws: Workspace, value: Product): void {
  if (ws.mode !== 'real') return;
  const split = realParts(ws, value);
  if (split === null) return;
  let negative = split.coef.num < 0n;
  const open: Product[] = [];
  for (const [part, exponent] of split.parts) {
    if (exponent % 2 === 0) continue;
    const sign = factorSign(ws, part);
    if (sign === -1) negative = !negative;
    if (sign === null) open.push(part);
  }
  if (open.length > 0 || negative) require(ws, negative, open);
}

/** `value^exponent`; `principal` forbids the real odd root of a negative number. */
export function rationalPower(ws: Workspace, value: Product, exponent: Rational, principal = false): Product {
  if (exponent.den === 1n) return wholePower(ws, value, safe(exponent.num));
  if (isZero(value)) return exponent.num > 0n ? NOUGHT : stop('undefined');
  const split = realParts(ws, value);
  const realRoot = (exponent.den & 1n) === 1n && !principal && !ws.complex;
  if (split !== null) return realRoot ? oddPower(ws, split, exponent) : evenPower(ws, split, exponent);
  if (realRoot && conjugate(ws, value) === null) return openRoot(ws, value, exponent);
  return complexPower(ws, value, exponent);
}

/** An odd root of what is real at some points only: neither branch holds throughout, so it stands for itself. */
function openRoot(ws: Workspace, value: Product, exponent: Rational): Product {
  const degree = constant({ num: exponent.den, den: 1n });
  return ws.field.power(atomOf(ws, 'Root', [value, degree], null, true), safe(exponent.num));
}

/** Bits of a coefficient's power that are written out; longer ones are kept as powers of primes. */
const WRITTEN_BITS = 4096;

function wholePower(ws: Workspace, value: Product, exponent: number): Product {
  const length = bits(value.coef);
  if (length <= 1 || length * Math.abs(exponent) <= WRITTEN_BITS || isZero(value))
    return ws.field.power(value, exponent);
  const sign = value.coef.num < 0n && exponent % 2 !== 0 ? MINUS_UNITY : UNITY;
  const number = numberPower(ws, size(value.coef), { num: BigInt(exponent), den: 1n });
  return ws.field.multiply(sign, number, ws.field.power(monic(value), exponent));
}

/** |part|^exponent. */
function magnitudePower(ws: Workspace, part: Product, exponent: Rational): Product {
  return positivePower(ws, magnitude(ws, part), exponent);
}

/** `base^exponent` of a positive value with few factors. */
export function positivePower(ws: Workspace, base: Product, exponent: Rational): Product {
  let out = numberPower(ws, size(base.coef), exponent);
  if (base.coef.num < 0n) {
    // Positive because the factors are negative: the sign stays with them.
    return ws.field.multiply(out, rootPower(ws, ws.field.multiply(MINUS_UNITY, monic(base)), exponent, true));
  }
  if (base.powers.size === 0) return out;
  const [only, ...others] = [...base.powers];
  const generator = only === undefined ? null : ws.field.generatorOf(only[0]);
  if (only !== undefined && others.length === 0 && generator !== null) {
    out = ws.field.multiply(
      out,
      generatorPower(ws, only[0], times(exponent, { num: BigInt(only[1]), den: 1n })),
    );
    return out;
  }
  return ws.field.multiply(out, compositePower(ws, monic(base), exponent));
}

/** A broken power of a positive sum: nested square roots are undone, conjugate ones brought to one spelling. */
function compositePower(ws: Workspace, base: Product, exponent: Rational): Product {
  if (exponent.den === 1n) return ws.field.power(base, safe(exponent.num));
  const plain = (exponent.den & 1n) === 0n ? denested(ws, base) : null;
  if (plain !== null) return positivePower(ws, plain, ratio(exponent.num * 2n, exponent.den));
  const surd = mirroredSurd(ws, base);
  if (surd === null) return rootPower(ws, base, exponent, true);
  const norm = numberPower(ws, { num: surd.norm, den: 1n }, exponent);
  const back = { num: -exponent.num, den: exponent.den };
  return ws.field.multiply(norm, positivePower(ws, surd.mirror, back));
}

/** A power of one positive generator: roots and units just scale their exponents. */
function generatorPower(ws: Workspace, id: number, exponent: Rational): Product {
  const meaning = ws.field.generatorOf(id)?.meaning;
  if (meaning?.kind === 'unit') return powerOfUnit(ws, id, exponent);
  if (meaning?.kind === 'root') {
    const order = BigInt(ws.field.generatorOf(id)?.order ?? 1);
    return positivePower(ws, meaning.base, ratio(exponent.num, exponent.den * order));
  }
  return rootPower(ws, single(id), exponent, true);
}

/** The real root of odd degree: sign and magnitude apart. */
function oddPower(ws: Workspace, split: RealParts, exponent: Rational): Product {
  const odd = (exponent.num & 1n) === 1n;
  let out = split.coef.num < 0n && odd ? MINUS_UNITY : UNITY;
  out = ws.field.multiply(out, numberPower(ws, size(split.coef), exponent));
  for (const [part, e] of split.parts) {
    const total = times(exponent, { num: BigInt(e), den: 1n });
    out = ws.field.multiply(out, magnitudePower(ws, part, total));
    if (odd && e % 2 !== 0) out = ws.field.multiply(out, signOfPart(ws, part));
  }
  return out;
}

/** part / |part|. */
function signOfPart(ws: Workspace, part: Product): Product {
  const known = factorSign(ws, part);
  if (known !== null) return known === 1 ? UNITY : MINUS_UNITY;
  return ws.field.divide(part, absoluteOf(ws, part));
}

const size = (a: Rational): Rational => ({ num: absolute(a.num), den: a.den });

/** The principal power: factors of known sign and even powers come out one by one, the rest stays together. */
function evenPower(ws: Workspace, split: RealParts, exponent: Rational): Product {
  let out = numberPower(ws, size(split.coef), exponent);
  let negative = split.coef.num < 0n;
  const open: Product[] = [];
  for (const [part, e] of split.parts) {
    const known = factorSign(ws, part);
    if (known === null && e % 2 !== 0) open.push(part);
    if (known === -1 && e % 2 !== 0) negative = !negative;
    const outside = known === null && e % 2 !== 0 ? e - 1 : e;
    if (outside !== 0) {
      const total = times(exponent, { num: BigInt(outside), den: 1n });
      out = ws.field.multiply(out, magnitudePower(ws, part, total));
    }
  }
  return ws.field.multiply(out, openPower(ws, negative, open, exponent));
}

/** (±Π open)^exponent, where no sign is known. */
function openPower(ws: Workspace, negative: boolean, open: readonly Product[], exponent: Rational): Product {
  if (open.length === 0) {
    if (negative) require(ws, true, []);
    return negative ? unityRoot(ws, exponent) : UNITY;
  }
  if (ws.mode === 'real') {
    require(ws, negative, open);
    return open.reduce((out, part) => ws.field.multiply(out, magnitudePower(ws, part, exponent)), UNITY);
  }
  if (negative && ws.complex && exponent.den === 2n) {
    // √(−B) = i·sgn(B)·√B: where i is written, one of the two spellings must do.
    const turn = open.reduce((out, part) => ws.field.multiply(out, signOfPart(ws, part)), imaginaryOf(ws));
    const plain = openPower(ws, false, open, exponent);
    return ws.field.multiply(ws.field.power(turn, safe(exponent.num)), plain);
  }
  const base = open.reduce(
    (out, part) => ws.field.multiply(out, part),
    negative ? constant(MINUS_ONE) : UNITY,
  );
  return rootPower(ws, base, exponent, false);
}

/** Principal powers of a value that is not real: by its angle when that is a rational part of π. */
function complexPower(ws: Workspace, value: Product, exponent: Rational): Product {
  const form = polar(ws, value);
  if (form !== null) {
    const turn = unityRoot(ws, times(form.halfTurns, exponent));
    return ws.field.multiply(rationalPower(ws, form.magnitude, exponent), turn);
  }
  const sign = value.coef.num < 0n ? constant(MINUS_ONE) : UNITY;
  const base = ws.field.multiply(sign, monic(value));
  return ws.field.multiply(numberPower(ws, size(value.coef), exponent), rootPower(ws, base, exponent, false));
}
