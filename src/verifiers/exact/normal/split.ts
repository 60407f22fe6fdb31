import { exactRoot, ONE, type Rational, ratio, same } from '../rational.js';
import { exponentOf, idsOf } from './poly.js';
import { derivativePoly, exactQuotient, exponentSteps, leading, polyGcd, rescaled } from './poly-gcd.js';
import { type Poly, type Product, Stop } from './types.js';
import type { Workspace } from './workspace.js';

/** A sum split into a product of powers of sums, as far as common divisors with its derivative tell. */
export type Split = readonly (readonly [Product, number])[];

/** Sums longer than this are not split. */
const MAX_TERMS = 40;

/** The square-free decomposition of a sum; its difference-of-squares and rational roots where quadratic. */
export function splitComposite(ws: Workspace, id: number): Split {
  const known = ws.memo.splits.get(id);
  if (known !== undefined) return known;
  const found = compute(ws, id);
  ws.memo.splits.set(id, found);
  return found;
}

function compute(ws: Workspace, id: number): Split {
  const whole: Split = [[{ coef: { num: 1n, den: 1n }, powers: new Map([[id, 1]]) }, 1]];
  const poly = ws.field.composite(id)?.poly;
  if (poly === undefined || poly.size > MAX_TERMS) return whole;
  try {
    const steps = exponentSteps(poly, poly);
    const parts = squareFree(ws, rescaled(poly, steps, false))
      .map(([part, exponent]): [Poly, number] => [rescaled(part, steps, true), exponent])
      .flatMap(([part, exponent]) =>
        quadraticFactors(ws, part).map((factor): [Poly, number] => [factor, exponent]),
      );
    if (parts.length === 1 && parts[0]?.[1] === 1) return whole;
    const split: Split = parts.map(([part, exponent]) => [ws.field.fromPoly(part), exponent]);
    const constant = lostConstant(poly, parts);
    return same(constant, ONE) ? split : [...split, [{ coef: constant, powers: new Map() }, 1]];
  } catch (error) {
    if (error instanceof Stop) return whole;
    throw error;
  }
}

/** What common divisors and linear factors leave out: the quotient of the leading coefficients. */
function lostConstant(poly: Poly, parts: readonly (readonly [Poly, number])[]): Rational {
  const found = parts.reduce((out, [part, exponent]) => out * leading(part).coef ** BigInt(exponent), 1n);
  return ratio(leading(poly).coef, found);
}

/** Yun's algorithm in the variable that occurs to the highest power. */
function squareFree(ws: Workspace, poly: Poly): readonly [Poly, number][] {
  const id = idsOf(poly).find((candidate) => degreeSteps(poly, candidate) > 1);
  if (id === undefined) return [[poly, 1]];
  const budget = ws.budget;
  const common = polyGcd(poly, derivativePoly(poly, id), budget);
  if (common === null || idsOf(common).length === 0) return [[poly, 1]];
  const simple = exactQuotient(poly, common, budget);
  if (simple === null) return [[poly, 1]];
  return peel(ws, simple, common);
}

/** Splits `simple · common`, where `simple` has every factor once and `common` the repetitions. */
function peel(ws: Workspace, simple: Poly, common: Poly): [Poly, number][] {
  const out: [Poly, number][] = [];
  let every = simple;
  let rest = common;
  for (let exponent = 1; idsOf(every).length > 0; exponent++) {
    const again = polyGcd(every, rest, ws.budget);
    const once = again === null ? null : exactQuotient(every, again, ws.budget);
    const left = again === null ? null : exactQuotient(rest, again, ws.budget);
    if (again === null || once === null || left === null) return [...out, [every, exponent], [rest, 1]];
    if (idsOf(once).length > 0) out.push([once, exponent]);
    every = again;
    rest = left;
  }
  if (idsOf(rest).length > 0) out.push([rest, 1]);
  return out;
}

function degreeSteps(poly: Poly, id: number): number {
  const seen = new Set<number>();
  for (const { mono } of poly.values()) seen.add(exponentOf(mono, id));
  return Math.max(...seen) > Math.min(...seen) && Math.max(...seen) > 1 ? 2 : 0;
}

/** a·v² + b·v + c in one variable with a square discriminant, as two linear factors. */
function quadraticFactors(ws: Workspace, poly: Poly): readonly Poly[] {
  const ids = idsOf(poly);
  const id = ids[0];
  if (ids.length !== 1 || id === undefined) return [poly];
  const exponents = [...new Set([...poly.values()].map(({ mono }) => exponentOf(mono, id)))].sort(
    (p, q) => p - q,
  );
  const top = exponents[exponents.length - 1] ?? 0;
  const step = top / 2;
  if (exponents[0] !== 0 || !Number.isInteger(step) || exponents.some((e) => e % step !== 0)) return [poly];
  const at = (e: number): bigint =>
    [...poly.values()].find(({ mono }) => exponentOf(mono, id) === e)?.coef ?? 0n;
  const [a, b, c] = [at(top), at(step), at(0)];
  const discriminant = b * b - 4n * a * c;
  const root = discriminant < 0n ? null : exactRoot(discriminant, 2);
  if (root === null) return [poly];
  // 4a·p = (2a·v + b + r)(2a·v + b − r); contents are divided out by interning.
  return [b + root, b - root].map((tail) => primitiveLinear(ws, id, step, 2n * a, tail));
}

function primitiveLinear(ws: Workspace, id: number, step: number, slope: bigint, tail: bigint): Poly {
  const field = ws.field;
  const value = field.add([field.fromTerm([id, step], slope), field.fromTerm([], tail)]);
  const composite = [...value.powers.keys()]
    .map((factor) => field.composite(factor))
    .find((found) => found !== null);
  return composite?.poly ?? field.expand({ coef: { num: 1n, den: 1n }, powers: value.powers });
}
