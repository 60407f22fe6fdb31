import { absolute, exactRoot, gcd, type Rational, ratio } from '../rational.js';
import { primePower, rootPower, safe } from './generators.js';
import { UNITY, wholeProduct } from './product.js';
import type { Product } from './types.js';
import type { Workspace } from './workspace.js';

/** Prime and exponent; a last entry may be a number whose factors are not known. */
export type Factors = readonly (readonly [bigint, number])[];

/** Trial divisors for numbers that fit a double, and for longer ones. */
const SHORT_LIMIT = 20_000;
const LONG_LIMIT = 600;
/** Bits a number to be factored may have. */
const MAX_LONG = 1n << 4096n;

/** A factorisation by trial division; what is left is checked for being a power and kept whole. */
export function factorise(ws: Workspace, n: bigint): Factors {
  const known = ws.memo.primes.get(n);
  if (known !== undefined) return known;
  const found = n < 9007199254740992n ? short(ws, Number(n)) : long(ws, n);
  ws.memo.primes.set(n, found);
  return found;
}

function short(ws: Workspace, n: number): Factors {
  const out: (readonly [bigint, number])[] = [];
  let rest = n;
  let p = 2;
  for (; p <= SHORT_LIMIT && p * p <= rest; p += p === 2 ? 1 : 2) {
    let exponent = 0;
    for (; rest % p === 0; exponent++) rest /= p;
    if (exponent > 0) out.push([BigInt(p), exponent]);
  }
  ws.budget.spend(1 + (p >> 5));
  if (rest > 1) out.push(...left(ws, BigInt(rest)));
  return out;
}

function long(ws: Workspace, n: bigint): Factors {
  if (n > MAX_LONG) return [[n, 1]];
  const out: (readonly [bigint, number])[] = [];
  let rest = n;
  for (let p = 2n; p <= BigInt(LONG_LIMIT); p += p === 2n ? 1n : 2n) {
    let exponent = 0;
    for (; rest % p === 0n; exponent++) rest /= p;
    if (exponent > 0) out.push([p, exponent]);
  }
  ws.budget.spend(LONG_LIMIT);
  if (rest > 1n && rest < 9007199254740992n) return [...out, ...short(ws, Number(rest))];
  return rest > 1n ? [...out, ...left(ws, rest)] : out;
}

/** What trial division left: perhaps a perfect power, perhaps sharing factors with an earlier remainder. */
function left(ws: Workspace, n: bigint): Factors {
  for (const degree of [2, 3, 5]) {
    const root = exactRoot(n, degree);
    if (root !== null) return left(ws, root).map(([p, e]) => [p, e * degree] as const);
  }
  for (const earlier of ws.memo.primes.values()) {
    for (const [p] of earlier) {
      const common = gcd(p, n);
      if (common > 1n && common < n) return merge([...left(ws, common), ...left(ws, n / common)]);
    }
  }
  return [[n, 1]];
}

function merge(parts: Factors): Factors {
  const out = new Map<bigint, number>();
  for (const [p, e] of parts) out.set(p, (out.get(p) ?? 0) + e);
  return [...out];
}

/** Every prime of a positive rational with its exponent (negative below the bar). */
export const factorsOf = (ws: Workspace, value: Rational): Factors => [
  ...(value.num === 1n ? [] : factorise(ws, absolute(value.num))),
  ...(value.den === 1n ? [] : factorise(ws, value.den).map(([p, e]) => [p, -e] as const)),
];

/** `value^exponent` of a positive rational: roots of primes, whole parts pulled out. */
export function numberPower(ws: Workspace, value: Rational, exponent: Rational): Product {
  let out = UNITY;
  for (const [p, e] of factorsOf(ws, value)) {
    const total = ratio(exponent.num * BigInt(e), exponent.den);
    out = ws.field.multiply(out, primeToThe(ws, p, total));
  }
  return out;
}

function primeToThe(ws: Workspace, p: bigint, exponent: Rational): Product {
  const bits = p.toString(2).length;
  const whole = exponent.num / exponent.den;
  if (absolute(whole) * BigInt(bits) > 4096n) {
    const rest = ratio(exponent.num - whole * exponent.den, exponent.den);
    return ws.field.multiply(primePower(ws, p, safe(whole)), primeToThe(ws, p, rest));
  }
  return rootPower(ws, wholeProduct(p), exponent, true);
}
