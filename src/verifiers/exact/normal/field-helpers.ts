import { gcd, lcm, ONE, type Rational, ratio, power as rationalToPower, same } from '../rational.js';
import { type Product, Stop } from './types.js';

/** Terms one sum may have. */
export const MOST_TERMS = 4_000;

/** Terms of a general sum of `size` terms to a power: C(exponent + size − 1, size − 1). */
export function termsOfPower(size: number, exponent: number): number {
  let out = 1;
  for (let k = 1; k < size && out <= MOST_TERMS; k++) out = (out * (exponent + k)) / k;
  return out;
}

/** Gives up on a value. */
export function stop(reason: Stop['reason']): never {
  throw new Stop(reason);
}

/** `a^exponent`, quick for ±1. */
export const coefficientPower = (a: Rational, exponent: number): Rational =>
  same(a, ONE)
    ? a
    : a.num === -1n && a.den === 1n
      ? { num: exponent % 2 === 0 ? 1n : -1n, den: 1n }
      : rationalToPower(a, exponent);

/** Greatest rational that divides every coefficient to a whole number. */
export function sharedContent(terms: readonly Product[]): Rational {
  let num = 0n;
  let den = 1n;
  for (const { coef } of terms) {
    num = gcd(num, coef.num);
    den = lcm(den, coef.den);
  }
  return ratio(num, den);
}

/** Term products that one power of a sum may take. */
const MOST_POWER_WORK = 20_000;

/** True when raising a sum of `size` terms to a power is out of reach. */
export const isTooLong = (size: number, exponent: number): boolean =>
  (termsOfPower(size, exponent) * size * exponent) / 2 > MOST_POWER_WORK;
