import { absolute, ratio, whole } from '../rational.js';
import { isNumber } from './conjugate.js';
import { stop } from './field-helpers.js';
import { imaginaryOf, logarithmOf, piOf } from './generators.js';
import { factorsOf } from './integers.js';
import { polar } from './polar.js';
import { magnitude, require } from './powers.js';
import { constant, isConstant, isZero, MINUS_UNITY, monic, UNITY, wholeProduct } from './product.js';
import { realParts } from './real-parts.js';
import { factorSign } from './signs.js';
import { type Product, SCALE } from './types.js';
import type { Workspace } from './workspace.js';

/** The principal logarithm: positive factors and even powers come out as sums. */
export function logarithm(ws: Workspace, value: Product): Product {
  if (isZero(value)) return stop('undefined');
  const split = realParts(ws, value);
  if (split === null) return complexLogarithm(ws, value);
  const terms: Product[] = [...numberTerms(ws, split.coef)];
  let negative = split.coef.num < 0n;
  const open: Product[] = [];
  for (const [part, e] of split.parts) {
    const sign = factorSign(ws, part);
    const odd = e % 2 !== 0;
    if (sign === -1 && odd) negative = !negative;
    if (sign === null && odd) open.push(part);
    const outside = sign === null && odd ? e - 1 : e;
    if (outside !== 0)
      terms.push(ws.field.multiply(constant(whole(outside)), positiveLogarithm(ws, magnitude(ws, part))));
  }
  terms.push(...openTerms(ws, negative, open));
  return ws.field.add(terms);
}

function numberTerms(ws: Workspace, coef: Product['coef']): readonly Product[] {
  const size = { num: absolute(coef.num), den: coef.den };
  return factorsOf(ws, size).map(([p, e]) =>
    ws.field.multiply(constant(whole(e)), logarithmOf(ws, wholeProduct(p), true)),
  );
}

/** ln of a positive factor: of a power it is the exponent times the logarithm of the base. */
function positiveLogarithm(ws: Workspace, base: Product): Product {
  const [only, ...others] = [...base.powers];
  if (isConstant(base)) return ws.field.add(numberTerms(ws, base.coef));
  if (only === undefined || others.length > 0 || base.coef.num !== 1n || base.coef.den !== 1n)
    return logarithmOf(ws, base, true);
  const generator = ws.field.generatorOf(only[0]);
  const meaning = generator?.meaning;
  if (generator !== null && meaning?.kind === 'root') {
    const factor = ratio(BigInt(only[1]), BigInt(generator.order));
    return ws.field.multiply(constant(factor), logarithm(ws, meaning.base));
  }
  if (meaning?.kind === 'unit') {
    const factor = ratio(BigInt(only[1]), BigInt(SCALE) * BigInt(meaning.parts));
    const scale = ws.field.multiply(constant(factor), meaning.exponent);
    return meaning.base === null ? scale : ws.field.multiply(scale, logarithm(ws, meaning.base));
  }
  if (meaning?.kind === 'prime') return logarithmOf(ws, wholeProduct(meaning.value), true);
  return logarithmOf(ws, base, true);
}

/** ln(±Π open), where no sign is known. */
function openTerms(ws: Workspace, negative: boolean, open: readonly Product[]): readonly Product[] {
  if (open.length === 0) {
    if (negative) require(ws, true, []);
    return negative ? [ws.field.multiply(imaginaryOf(ws), piOf(ws))] : [];
  }
  if (ws.mode === 'real') {
    require(ws, negative, open);
    return open.map((part) => positiveLogarithm(ws, magnitude(ws, part)));
  }
  const base = open.reduce((out, part) => ws.field.multiply(out, part), negative ? MINUS_UNITY : UNITY);
  return [logarithmOf(ws, base, false)];
}

/** ln of something not provably real: by its angle, by the exponent of a principal root, or left as it is. */
function complexLogarithm(ws: Workspace, value: Product): Product {
  if (isNumber(ws, value)) {
    const form = polar(ws, value);
    if (form !== null) {
      const angle = ws.field.multiply(constant(form.halfTurns), imaginaryOf(ws), piOf(ws));
      return ws.field.add([logarithm(ws, form.magnitude), angle]);
    }
  }
  const size = { num: absolute(value.coef.num), den: value.coef.den };
  const rest = value.coef.num < 0n ? ws.field.multiply(MINUS_UNITY, monic(value)) : monic(value);
  const inside = ofRoot(ws, rest);
  return ws.field.add([...numberTerms(ws, size), inside ?? logarithmOf(ws, rest, false)]);
}

/** ln(B^q) = q·ln B for |q| < 1 on the principal branch. */
function ofRoot(ws: Workspace, value: Product): Product | null {
  const [only, ...others] = [...value.powers];
  if (only === undefined || others.length > 0 || value.coef.num !== 1n) return null;
  const generator = ws.field.generatorOf(only[0]);
  if (generator?.meaning.kind !== 'root' || Math.abs(only[1]) >= generator.order) return null;
  const factor = ratio(BigInt(only[1]), BigInt(generator.order));
  return ws.field.multiply(constant(factor), logarithm(ws, generator.meaning.base));
}
