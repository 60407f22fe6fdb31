import type { Expr } from '../../expr.js';
import { operandOf } from './rule.js';

/** A numeral as written: its exact value and the size of one unit in its last place. */
export interface Numeral {
  readonly num: bigint;
  readonly den: bigint;
  readonly form: 'integer' | 'decimal' | 'scientific';
  /** Significant digits as written, leading zeros dropped; `stripped` without trailing zeros as well. */
  readonly significant: number;
  readonly stripped: number;
  /** One unit in the last place, as a fraction. */
  readonly ulp: readonly [bigint, bigint];
}

/** True for a numeral with a point or an exponent under at most signs: of most expressions no more has to be known. */
export function isPointed(expr: Expr): boolean {
  const inner = operandOf(expr, 'Negate') ?? operandOf(expr, 'Percent');
  if (inner !== null) return isPointed(inner);
  const form = expr.node === 'number' ? expr.spelling?.form : undefined;
  return form === 'decimal' || form === 'scientific';
}

/** Digits of the numerator that end in zero. */
function trailingZeros(value: bigint): number {
  let rest = value < 0n ? -value : value;
  let count = 0;
  while (rest !== 0n && rest % 10n === 0n && count < 400) {
    rest /= 10n;
    count += 1;
  }
  return count;
}

/** Longest numeral the rounding rules look at, in significant digits. */
const MAX_DIGITS = 400;

/** A decimal point, an exponent or digits alone, with a sign or a percent sign; null for anything else. */
export function numeralOf(expr: Expr): Numeral | null {
  const negated = operandOf(expr, 'Negate');
  if (negated !== null) {
    const inner = numeralOf(negated);
    return inner === null ? null : { ...inner, num: -inner.num };
  }
  const percent = operandOf(expr, 'Percent');
  if (percent !== null) {
    const inner = numeralOf(percent);
    return inner === null
      ? null
      : { ...inner, den: inner.den * 100n, ulp: [inner.ulp[0], inner.ulp[1] * 100n] };
  }
  if (expr.node !== 'number' || expr.spelling === undefined) return null;
  const { form, decimals, significant } = expr.spelling;
  if (form === 'repeating' || significant > MAX_DIGITS || decimals > MAX_DIGITS) return null;
  const ulp = lastPlace(expr.num, expr.den, form === 'scientific' ? significant : null, decimals);
  if (ulp === null) return null;
  const scaled = (expr.num * ulp[1]) / (expr.den * ulp[0]);
  return {
    num: expr.num,
    den: expr.den,
    form,
    significant,
    stripped: significant - Math.min(significant, trailingZeros(scaled)),
    ulp,
  };
}

/** 10^−decimals, or for scientific notation the place of the last of `digits` significant digits. */
function lastPlace(
  num: bigint,
  den: bigint,
  digits: number | null,
  decimals: number,
): readonly [bigint, bigint] | null {
  if (digits === null) return [1n, 10n ** BigInt(decimals)];
  if (num === 0n) return null;
  return placeOf(num, den, digits);
}

/** 10^k for which |num/den| / 10^k has exactly `digits` digits before its point. */
export function placeOf(num: bigint, den: bigint, digits: number): readonly [bigint, bigint] | null {
  const size = num < 0n ? -num : num;
  if (size === 0n) return null;
  // Estimate from the digit counts, then correct by at most one.
  let exponent = size.toString().length - den.toString().length;
  if (exponent > 100_000 || exponent < -100_000) return null;
  if (!atLeastPower(size, den, exponent)) exponent -= 1;
  const power = exponent - digits + 1;
  return power >= 0 ? [10n ** BigInt(power), 1n] : [1n, 10n ** BigInt(-power)];
}

/** num/den ≥ 10^exponent. */
function atLeastPower(num: bigint, den: bigint, exponent: number): boolean {
  return exponent >= 0 ? num >= den * 10n ** BigInt(exponent) : num * 10n ** BigInt(-exponent) >= den;
}

/** True when the fraction has a finite decimal: no prime but 2 and 5 in its denominator. */
export function hasFiniteDecimal(den: bigint): boolean {
  let rest = den;
  for (const prime of [2n, 5n]) {
    while (rest % prime === 0n) rest /= prime;
  }
  return rest === 1n;
}
