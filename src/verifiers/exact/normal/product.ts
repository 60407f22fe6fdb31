import { MINUS_ONE, ONE, type Rational, same, times, whole, ZERO } from '../rational.js';
import type { Powers, Product } from './types.js';

const NONE: Powers = new Map();

/** The products 0, 1 and −1. */
export const NOUGHT: Product = { coef: ZERO, powers: NONE };
export const UNITY: Product = { coef: ONE, powers: NONE };
export const MINUS_UNITY: Product = { coef: MINUS_ONE, powers: NONE };

/** A rational constant. */
export const constant = (coef: Rational): Product => (coef.num === 0n ? NOUGHT : { coef, powers: NONE });

/** A whole constant. */
export const wholeProduct = (n: bigint | number): Product => constant(whole(n));

/** One factor to a power. */
export const single = (id: number, exponent = 1): Product => ({
  coef: ONE,
  powers: new Map([[id, exponent]]),
});

/** True for 0. */
export const isZero = (a: Product): boolean => a.coef.num === 0n;

/** True for rational constants. */
export const isConstant = (a: Product): boolean => a.powers.size === 0;

/** True for 1. */
export const isUnity = (a: Product): boolean => isConstant(a) && same(a.coef, ONE);

/** `factor · a`. */
export const scaled = (a: Product, factor: Rational): Product =>
  factor.num === 0n ? NOUGHT : { coef: times(a.coef, factor), powers: a.powers };

/** `−a`. */
export const opposite = (a: Product): Product => ({
  coef: { num: -a.coef.num, den: a.coef.den },
  powers: a.powers,
});

/** The factors without the coefficient. */
export const monic = (a: Product): Product => ({ coef: ONE, powers: a.powers });

/** True when the same factors stand to the same exponents. */
export function samePowers(a: Powers, b: Powers): boolean {
  if (a.size !== b.size) return false;
  for (const [id, exponent] of a) if (b.get(id) !== exponent) return false;
  return true;
}

/** True when the two are written alike, which implies that they are the same value. */
export const alike = (a: Product, b: Product): boolean =>
  same(a.coef, b.coef) && samePowers(a.powers, b.powers);

/** Text that is the same for products written alike in one field. */
export function keyOf(a: Product): string {
  const parts = [...a.powers].sort((p, q) => p[0] - q[0]).map(([id, exponent]) => `${id}^${exponent}`);
  return `${a.coef.num}/${a.coef.den}*${parts.join('*')}`;
}
