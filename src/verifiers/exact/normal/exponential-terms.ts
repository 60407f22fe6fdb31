import { type Rational, ratio } from '../rational.js';
import { dependsOn } from './depends.js';
import { exponential, symbolicPower } from './exponentials.js';
import { linearTerms, withoutFactor } from './linear.js';
import { constant, UNITY } from './product.js';
import { type Product, SCALE } from './types.js';
import type { Workspace } from './workspace.js';

/** One exponential factor `base^(rate · x)`; a null base is Euler's number. */
export interface Rate {
  readonly base: Product | null;
  readonly rate: Product;
}

/** `factor · x^degree · Π base^(rate·x)`, everything but x free of x. */
export interface ExponentialTerm {
  readonly factor: Product;
  readonly degree: Rational;
  readonly rates: readonly Rate[];
}

/** Reads a value as a sum of such terms in the generator `x`; `null` when it is not one. */
export function exponentialTerms(
  ws: Workspace,
  value: Product,
  x: number,
): readonly ExponentialTerm[] | null {
  const out: ExponentialTerm[] = [];
  for (const { quantity, monomial } of linearTerms(ws, value)) {
    const term = readTerm(ws, quantity, monomial, x);
    if (term === null) return null;
    out.push(term);
  }
  return out;
}

function readTerm(ws: Workspace, quantity: Rational, monomial: Product, x: number): ExponentialTerm | null {
  let factor = constant(quantity);
  let degree: Rational = ratio(0n, 1n);
  const rates: Rate[] = [];
  for (const [id, exponent] of monomial.powers) {
    const only: Product = { coef: ratio(1n, 1n), powers: new Map([[id, exponent]]) };
    if (!dependsOn(ws, only, x)) {
      factor = ws.field.multiply(factor, only);
      continue;
    }
    const generator = ws.field.generatorOf(id);
    const meaning = generator?.meaning;
    if (id === x) degree = ratio(degree.num + BigInt(exponent) * degree.den, degree.den);
    else if (meaning?.kind === 'root' && isJust(meaning.base, x)) {
      const part = ratio(BigInt(exponent), BigInt(generator?.order ?? 1));
      degree = ratio(degree.num * part.den + part.num * degree.den, degree.den * part.den);
    } else if (meaning?.kind === 'unit' && (meaning.base === null || !dependsOn(ws, meaning.base, x))) {
      const rest = withoutFactor(meaning.exponent, x);
      if (rest === null || dependsOn(ws, rest, x)) return null;
      const scale = ratio(BigInt(exponent), BigInt(SCALE) * BigInt(meaning.parts));
      rates.push({ base: meaning.base, rate: ws.field.multiply(constant(scale), rest) });
    } else return null;
  }
  return { factor, degree, rates };
}

const isJust = (value: Product, x: number): boolean =>
  value.powers.size === 1 && value.powers.get(x) === 1 && value.coef.num === 1n && value.coef.den === 1n;

/** Π base^(rate·at). */
export function ratesAt(ws: Workspace, rates: readonly Rate[], at: Product): Product {
  let out = UNITY;
  for (const { base, rate } of rates) {
    const exponent = ws.field.multiply(rate, at);
    out = ws.field.multiply(
      out,
      base === null ? exponential(ws, exponent) : symbolicPower(ws, base, exponent),
    );
  }
  return out;
}
