import type { Budget } from '../../../support/index.js';
import { absolute, gcd as integerGcd } from '../rational.js';
import { stop } from './field-helpers.js';
import {
  accumulate,
  addPoly,
  exponentOf,
  idsOf,
  signedContent,
  stripped,
  termPoly,
  timesMonomial,
  withoutId,
  ZERO_POLY,
} from './poly.js';
import type { Monomial, Poly, Term } from './types.js';

/** Sizes beyond which no common divisor is looked for. */
const MAX_DEGREE = 24;
const MAX_TERMS = 80;
const MAX_SPREAD = 200_000;

const UNIT: Poly = termPoly([], 1n);
const isConstantPoly = (p: Poly): boolean => p.size === 1 && p.has('');

/** The product in the free polynomial ring (relations of generators are not used). */
export function timesFree(a: Poly, b: Poly, budget: Budget): Poly {
  budget.spend(1 + a.size * b.size);
  if (a.size * b.size > MAX_SPREAD) stop('too-large');
  const out = new Map<string, Term>();
  for (const x of a.values()) {
    for (const y of b.values()) accumulate(out, timesMonomial(x.mono, y.mono), x.coef * y.coef);
  }
  return out;
}

/** Lexicographic order of monomials with non-negative exponents: the lower id weighs more. */
function compareMonomials(a: Monomial, b: Monomial): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 2) {
    const byId = (b[i] as number) - (a[i] as number);
    if (byId !== 0) return byId;
    const byExponent = (a[i + 1] as number) - (b[i + 1] as number);
    if (byExponent !== 0) return byExponent;
  }
  return a.length - b.length;
}

/** The term that comes first in the lexicographic order, which products keep. */
export function leading(p: Poly): Term {
  let best: Term | undefined;
  for (const term of p.values())
    if (best === undefined || compareMonomials(term.mono, best.mono) > 0) best = term;
  return best as Term;
}

function quotientMonomial(a: Monomial, b: Monomial): Monomial | null {
  for (let i = 0; i < b.length; i += 2) if (exponentOf(a, b[i] as number) < (b[i + 1] as number)) return null;
  return timesMonomial(
    a,
    b.map((n, index) => (index % 2 === 0 ? n : -n)),
  );
}

/** `a / b` when it divides exactly over the integers, else `null`. */
export function exactQuotient(a: Poly, b: Poly, budget: Budget): Poly | null {
  const lead = leading(b);
  let rest: Poly = a;
  const out = new Map<string, Term>();
  while (rest.size > 0) {
    budget.spend(rest.size + b.size);
    const top = leading(rest);
    const mono = quotientMonomial(top.mono, lead.mono);
    if (mono === null || top.coef % lead.coef !== 0n) return null;
    const coef = top.coef / lead.coef;
    accumulate(out, mono, coef);
    if (out.size > MAX_TERMS * 4) return null;
    rest = addPoly(rest, timesFree(termPoly(mono, -coef), b, budget));
  }
  return out;
}

type ByDegree = readonly Poly[];

/** Coefficients by exponent of `id`. */
function coefficients(p: Poly, id: number): ByDegree {
  const out: Map<string, Term>[] = [];
  for (const { mono, coef } of p.values()) {
    const degree = exponentOf(mono, id);
    if (degree > 4_096) stop('too-large');
    while (out.length <= degree) out.push(new Map());
    accumulate(out[degree] as Map<string, Term>, withoutId(mono, id), coef);
  }
  return out;
}

const fromCoefficients = (parts: ByDegree, id: number, budget: Budget): Poly =>
  parts.reduce<Poly>(
    (sum, part, degree) =>
      addPoly(sum, timesFree(part, degree === 0 ? UNIT : termPoly([id, degree], 1n), budget)),
    ZERO_POLY,
  );

/** Greatest common divisor in the free ring over the integers, leading coefficient positive; `null` past the limits. */
export function polyGcd(a: Poly, b: Poly, budget: Budget): Poly | null {
  if (a.size > MAX_TERMS || b.size > MAX_TERMS) return null;
  const steps = exponentSteps(a, b);
  const found = gcdFree(rescaled(a, steps, false), rescaled(b, steps, false), budget, 0);
  return found === null ? null : rescaled(found, steps, true);
}

/** Greatest common divisor of the exponents of every id (those of exponentials come in large multiples). */
export function exponentSteps(a: Poly, b: Poly): ReadonlyMap<number, number> {
  const out = new Map<number, number>();
  for (const { mono } of [...a.values(), ...b.values()]) {
    for (let i = 0; i < mono.length; i += 2) {
      const id = mono[i] as number;
      out.set(id, Number(integerGcd(BigInt(out.get(id) ?? 0), BigInt(mono[i + 1] as number))));
    }
  }
  return out;
}

/** Exponents divided by their steps, or multiplied back. */
export function rescaled(p: Poly, steps: ReadonlyMap<number, number>, up: boolean): Poly {
  const out = new Map<string, Term>();
  for (const { mono, coef } of p.values()) {
    const next = mono.map((n, index) => {
      if (index % 2 === 0) return n;
      const step = steps.get(mono[index - 1] as number) ?? 1;
      return up ? n * step : n / step;
    });
    accumulate(out, next, coef);
  }
  return out;
}

function gcdFree(a: Poly, b: Poly, budget: Budget, depth: number): Poly | null {
  budget.spend(1 + a.size + b.size);
  if (depth > 6) return null;
  if (a.size === 0) return b;
  if (b.size === 0) return a;
  const inA = idsOf(a);
  const inB = new Set(idsOf(b));
  const id = inA.find((candidate) => inB.has(candidate));
  if (id === undefined) return termPoly([], integerGcd(signedContent(a), signedContent(b)));
  const p = coefficients(a, id);
  const q = coefficients(b, id);
  if (p.length > MAX_DEGREE || q.length > MAX_DEGREE) return null;
  const contentA = contentOf(p, budget, depth);
  const contentB = contentOf(q, budget, depth);
  if (contentA === null || contentB === null) return null;
  const content = gcdFree(contentA, contentB, budget, depth + 1);
  const part = primitiveGcd(divideAll(p, contentA, budget), divideAll(q, contentB, budget), budget, depth);
  if (content === null || part === null) return null;
  return positive(timesFree(content, fromCoefficients(part, id, budget), budget));
}

const positive = (p: Poly): Poly => (signedContent(p) < 0n ? stripped(p, [], -1n) : p);

function contentOf(parts: ByDegree, budget: Budget, depth: number): Poly | null {
  let out: Poly = ZERO_POLY;
  for (const part of parts) {
    const next = gcdFree(out, part, budget, depth + 1);
    if (next === null) return null;
    out = next;
    if (isConstantPoly(out) && absolute(out.get('')?.coef ?? 0n) === 1n) return UNIT;
  }
  return out;
}

const divideAll = (parts: ByDegree, by: Poly, budget: Budget): ByDegree =>
  parts.map((part) => (part.size === 0 ? part : (exactQuotient(part, by, budget) ?? stop('too-large'))));

const trimmed = (parts: readonly Poly[]): ByDegree => {
  let length = parts.length;
  while (length > 0 && parts[length - 1]?.size === 0) length--;
  return parts.slice(0, length);
};

/** Euclid with pseudo-division, contents removed at each step. */
function primitiveGcd(a: ByDegree, b: ByDegree, budget: Budget, depth: number): ByDegree | null {
  let [x, y] = a.length >= b.length ? [a, b] : [b, a];
  while (y.length > 1) {
    const rest = trimmed(pseudoRemainder(x, y, budget));
    if (rest.length === 0) return y;
    const content = contentOf(rest, budget, depth);
    if (content === null) return null;
    x = y;
    y = divideAll(rest, content, budget);
  }
  return y.length === 0 ? x : [UNIT];
}

function pseudoRemainder(a: ByDegree, b: ByDegree, budget: Budget): ByDegree {
  let rest: Poly[] = [...a];
  const lead = b[b.length - 1] as Poly;
  while (rest.length >= b.length) {
    const top = rest[rest.length - 1] as Poly;
    const shift = rest.length - b.length;
    rest = rest.map((part, degree) => {
      const scaledUp = timesFree(part, lead, budget);
      const other = degree >= shift ? b[degree - shift] : undefined;
      return other === undefined ? scaledUp : addPoly(scaledUp, timesFree(top, other, budget), -1n);
    });
    rest = [...trimmed(rest)];
    if (rest.length > 0 && (rest[0]?.size ?? 0) > MAX_TERMS * 4) stop('too-large');
  }
  return rest;
}

/** The partial derivative. */
export function derivativePoly(p: Poly, id: number): Poly {
  const out = new Map<string, Term>();
  for (const { mono, coef } of p.values()) {
    const exponent = exponentOf(mono, id);
    if (exponent !== 0) accumulate(out, timesMonomial(mono, [id, -1]), coef * BigInt(exponent));
  }
  return out;
}
