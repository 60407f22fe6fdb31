import { type Rational, whole } from '../rational.js';
import { factorsOf } from './integers.js';
import { withoutFactor } from './linear.js';
import { logarithm } from './logarithms.js';
import { idsOf } from './poly.js';
import { constant, isConstant, single, wholeProduct } from './product.js';
import type { Product } from './types.js';
import type { Workspace } from './workspace.js';

/** The one logarithm that a product has to the first power, with the other factors; `null` without one. */
export function onlyLogarithm(
  ws: Workspace,
  m: Product,
): { readonly id: number; readonly of: Product; readonly rest: Product } | null {
  for (const id of m.powers.keys()) {
    const meaning = ws.field.generatorOf(id)?.meaning;
    if (meaning?.kind !== 'ln') continue;
    const rest = withoutFactor(m, id);
    if (rest !== null) return { id, of: meaning.of, rest };
  }
  return null;
}

/** exponent · ln base where the logarithm cancels against one below the bar: x^(1/ln x), 6^(log₆ 8). */
export function naturalExponent(ws: Workspace, base: Product, exponent: Product): Product | null {
  if (![...exponent.powers].some(([id, e]) => e < 0 && isLogarithmic(ws, id))) return null;
  const log = logarithm(ws, base);
  const cancels = [...log.powers].some(([id, e]) => e > 0 && (exponent.powers.get(id) ?? 0) < 0);
  return cancels ? ws.field.multiply(exponent, log) : null;
}

/** True for a logarithm, and for sums in which one occurs. */
function isLogarithmic(ws: Workspace, id: number): boolean {
  const poly = ws.field.composite(id)?.poly;
  const ids = poly === undefined ? [id] : idsOf(poly);
  return ids.some((one) => ws.field.generatorOf(one)?.meaning.kind === 'ln');
}

/** A number with several primes to a power in which logarithms occur: prime by prime. */
export function primesApart(
  ws: Workspace,
  base: Product,
  exponent: Product,
): readonly (readonly [Product, Product])[] | null {
  if (!isConstant(base) || base.coef.num < 0n) return null;
  if (![...exponent.powers.keys()].some((id) => isLogarithmic(ws, id))) return null;
  const factors = factorsOf(ws, base.coef);
  if (factors.length < 2) return null;
  return factors.map(([p, e]) => [wholeProduct(p), ws.field.multiply(constant(whole(e)), exponent)]);
}

/** a^(m·ln b) = b^(m·ln a): of the two, the logarithm that was met first stays in the exponent. */
export function logarithmSwap(
  ws: Workspace,
  base: Product,
  m: Product,
): { readonly base: Product; readonly m: Product; readonly factor: Rational } | null {
  const inside = onlyLogarithm(ws, m);
  if (inside === null) return null;
  const [own, ...others] = [...logarithm(ws, base).powers];
  if (own === undefined || others.length > 0 || own[1] !== 1) return null;
  const meaning = ws.field.generatorOf(own[0])?.meaning;
  if (meaning?.kind !== 'ln' || own[0] >= inside.id) return null;
  const factor = logarithm(ws, base).coef;
  return { base: inside.of, m: ws.field.multiply(inside.rest, single(own[0])), factor };
}
