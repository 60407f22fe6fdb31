import { gcd } from '../rational.js';
import type { Monomial, Poly, Term } from './types.js';

/** The polynomial 0. */
export const ZERO_POLY: Poly = new Map();

/** A polynomial of one term. */
export const termPoly = (mono: Monomial, coef: bigint): Poly =>
  coef === 0n ? ZERO_POLY : new Map([[mono.join(), { mono, coef }]]);

/** The product of two monomials: exponents add, zeros drop out. */
export function timesMonomial(a: Monomial, b: Monomial): Monomial {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const out: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const p = a[i] as number;
    const q = b[j] as number;
    if (p < q) {
      out.push(p, a[i + 1] as number);
      i += 2;
    } else if (q < p) {
      out.push(q, b[j + 1] as number);
      j += 2;
    } else {
      const sum = (a[i + 1] as number) + (b[j + 1] as number);
      if (sum !== 0) out.push(p, sum);
      i += 2;
      j += 2;
    }
  }
  for (; i < a.length; i++) out.push(a[i] as number);
  for (; j < b.length; j++) out.push(b[j] as number);
  return out;
}

/** Adds a term to a polynomial under construction. */
export function accumulate(into: Map<string, Term>, mono: Monomial, coef: bigint): void {
  const key = mono.join();
  const before = into.get(key);
  if (before === undefined) {
    if (coef !== 0n) into.set(key, { mono, coef });
    return;
  }
  const sum = before.coef + coef;
  if (sum === 0n) into.delete(key);
  else into.set(key, { mono: before.mono, coef: sum });
}

/** `a + factor · b`. */
export function addPoly(a: Poly, b: Poly, factor = 1n): Poly {
  const out = new Map(a);
  for (const { mono, coef } of b.values()) accumulate(out, mono, coef * factor);
  return out;
}

/** Exponent of `id` in a monomial. */
export function exponentOf(mono: Monomial, id: number): number {
  for (let i = 0; i < mono.length; i += 2) if (mono[i] === id) return mono[i + 1] as number;
  return 0;
}

/** Exponents with those of `id` removed. */
export const withoutId = (mono: Monomial, id: number): Monomial =>
  mono.filter((_, index) => mono[index - (index % 2)] !== id);

/** Every id that occurs, ascending. */
export function idsOf(poly: Poly): readonly number[] {
  const found = new Set<number>();
  for (const { mono } of poly.values()) for (let i = 0; i < mono.length; i += 2) found.add(mono[i] as number);
  return [...found].sort((a, b) => a - b);
}

/** The least exponent of every id over all terms (0 where a term lacks it), as a monomial. */
export function commonMonomial(poly: Poly): Monomial {
  const out: number[] = [];
  for (const id of idsOf(poly)) {
    let least = Number.POSITIVE_INFINITY;
    for (const { mono } of poly.values()) least = Math.min(least, exponentOf(mono, id));
    if (least !== 0) out.push(id, least);
  }
  return out;
}

/** The reciprocal monomial. */
export const inverseMonomial = (mono: Monomial): Monomial =>
  mono.map((n, index) => (index % 2 === 0 ? n : -n));

/** Greatest common divisor of the coefficients, with the sign of the leading one (greatest key). */
export function signedContent(poly: Poly): bigint {
  let common = 0n;
  let lead = '';
  let sign = 1n;
  for (const [key, { coef }] of poly) {
    if (common !== 1n) common = gcd(common, coef);
    if (key >= lead) {
      lead = key;
      sign = coef < 0n ? -1n : 1n;
    }
  }
  return common * sign;
}

/** Divides every coefficient by `content` and every monomial by `common`. */
export function stripped(poly: Poly, common: Monomial, content: bigint): Poly {
  const by = inverseMonomial(common);
  const out = new Map<string, Term>();
  for (const { mono, coef } of poly.values()) accumulate(out, timesMonomial(mono, by), coef / content);
  return out;
}

/** Text that is the same for equal polynomials. */
export const polyKey = (poly: Poly): string =>
  [...poly]
    .map(([key, { coef }]) => `${coef}@${key}`)
    .sort()
    .join('|');
