import { ONE, type Rational, times } from '../rational.js';
import { isZero, monic, UNITY } from './product.js';
import type { Product } from './types.js';
import type { Workspace } from './workspace.js';

/** `quantity · monomial`, the monomial with coefficient 1. */
export interface LinearTerm {
  readonly quantity: Rational;
  readonly monomial: Product;
}

/** A value as a rational combination of products: its sums above the bar are multiplied out. */
export function linearTerms(ws: Workspace, value: Product): readonly LinearTerm[] {
  if (isZero(value)) return [];
  const over = new Map<number, number>();
  const under = new Map<number, number>();
  let sums = false;
  for (const [id, exponent] of value.powers) {
    const isSum = ws.field.composite(id) !== null;
    if (isSum && exponent > 0) sums = true;
    (isSum && exponent < 0 ? under : over).set(id, exponent);
  }
  if (!sums) return [{ quantity: value.coef, monomial: monic(value) }];
  const poly = ws.field.expand({ coef: ONE, powers: over });
  const below: Product = { coef: ONE, powers: under };
  const out: LinearTerm[] = [];
  for (const { mono, coef } of poly.values()) {
    const term = ws.field.multiply(ws.field.fromTerm(mono, coef), below);
    out.push({ quantity: times(term.coef, value.coef), monomial: monic(term) });
  }
  return out;
}

/** The one factor of a kind that occurs exactly to the first power, with the rest; `null` otherwise. */
export function withoutFactor(value: Product, id: number): Product | null {
  if (value.powers.get(id) !== 1) return null;
  if (value.powers.size === 1) return UNITY;
  const powers = new Map(value.powers);
  powers.delete(id);
  return { coef: value.coef, powers };
}
