import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../../src/support/index.js';
import { absoluteUpTo, bitLength, pow2, raise, shift } from '../../../../src/verifiers/exact/bits.js';
import { CONSTANT_BITS, ln2Fixed, piFixed } from '../../../../src/verifiers/exact/constants.js';
import { atanFixed, expFixed, lnFixed, sinCosFixed } from '../../../../src/verifiers/exact/fixed.js';
import { integerRoot, squareRoot } from '../../../../src/verifiers/exact/integer-root.js';

/** Σ ±1/((2k+1) q^(2k+1)) · 2^bits: arctan(1/q) or artanh(1/q). */
function inverseSeries(q: bigint, bits: number, alternate: boolean): bigint {
  let power = (1n << BigInt(bits)) / q;
  let sum = power;
  for (let k = 1n; power > 0n; k++) {
    power /= q * q;
    sum += (alternate && k % 2n === 1n ? -power : power) / (2n * k + 1n);
  }
  return sum;
}

describe('stored constants', () => {
  const bits = CONSTANT_BITS + 64;
  test('π is Machin’s sum', () => {
    const pi = 4n * (4n * inverseSeries(5n, bits, true) - inverseSeries(239n, bits, true));
    expect(piFixed(CONSTANT_BITS)).toBe(pi >> 64n);
  });
  test('ln 2 is a sum of three inverse hyperbolic tangents', () => {
    const ln2 =
      18n * inverseSeries(26n, bits, false) -
      2n * inverseSeries(4801n, bits, false) +
      8n * inverseSeries(8749n, bits, false);
    expect(ln2Fixed(CONSTANT_BITS)).toBe(ln2 >> 64n);
  });
  test.each([64, 320, 321, 5000])('cut to %i bits they are rounded down', (cut) => {
    expect(piFixed(cut)).toBe(piFixed(CONSTANT_BITS) >> BigInt(CONSTANT_BITS - cut));
    expect(ln2Fixed(cut)).toBe(ln2Fixed(CONSTANT_BITS) >> BigInt(CONSTANT_BITS - cut));
  });
});

describe('fixed-point functions stay within two units of themselves at 200 bits more', () => {
  const random = seededRandom(4);
  const draw = (bits: number): bigint =>
    BigInt(Math.floor((random.unit() * 2 - 1) * 2 ** 50)) << BigInt(bits - 50);
  const units = (coarse: bigint, fine: bigint): number =>
    Math.abs(Number((coarse << 200n) - fine)) / 2 ** 200;

  test.each([72, 168, 520, 1000])('%i bits', (bits) => {
    for (let round = 0; round < 40; round++) {
      const x = draw(bits);
      const wide = x << 200n;
      expect(units(expFixed(x, bits), expFixed(wide, bits + 200))).toBeLessThan(2);
      const [s, c] = sinCosFixed(x, bits);
      const [S, C] = sinCosFixed(wide, bits + 200);
      expect(units(s, S)).toBeLessThan(2);
      expect(units(c, C)).toBeLessThan(2);
      expect(units(atanFixed(x, bits), atanFixed(wide, bits + 200))).toBeLessThan(2);
      const m = (x >> 2n) + (1n << BigInt(bits));
      expect(units(lnFixed(m, bits), lnFixed(m << 200n, bits + 200))).toBeLessThan(2);
    }
  });

  test('they agree with the doubles of the platform', () => {
    const one = 2 ** 60;
    const x = BigInt(0.625 * one);
    const near = (value: bigint, wanted: number): void => expect(Number(value) / one).toBeCloseTo(wanted, 14);
    near(expFixed(x, 60 + 12) >> 12n, Math.exp(0.625 / 4096));
    near(expFixed(x << 12n, 72) >> 12n, Math.exp(0.625));
    near(lnFixed(x << 12n, 72) >> 12n, Math.log(0.625));
    near(atanFixed(x << 12n, 72) >> 12n, Math.atan(0.625));
    near(sinCosFixed(x << 12n, 72)[0] >> 12n, Math.sin(0.625));
    near(sinCosFixed(-x << 12n, 72)[0] >> 12n, Math.sin(-0.625));
    near(sinCosFixed(x << 12n, 72)[1] >> 12n, Math.cos(0.625));
  });
});

describe('integer roots', () => {
  const random = seededRandom(9);
  const draw = (bits: number): bigint => {
    let n = 1n;
    for (let k = 0; k < bits; k += 24) n = (n << 24n) | BigInt(random.below(2 ** 24));
    return n;
  };
  test.each([2, 3, 5, 12, 40])('degree %i: r^k ≤ n < (r+1)^k', (k) => {
    for (const bits of [5, 48, 60, 300, 1200, 3000]) {
      const n = draw(bits);
      const root = integerRoot(n, k);
      expect(root ** BigInt(k) <= n && (root + 1n) ** BigInt(k) > n).toBe(true);
    }
  });
  test('perfect powers and their neighbours', () => {
    for (const base of [2n, 10n ** 20n, draw(400)]) {
      expect(squareRoot(base * base)).toBe(base);
      expect(squareRoot(base * base - 1n)).toBe(base - 1n);
      expect(integerRoot(base ** 7n, 7)).toBe(base);
      expect(integerRoot(base ** 7n - 1n, 7)).toBe(base - 1n);
    }
    expect([squareRoot(0n), squareRoot(1n), squareRoot(3n)]).toEqual([0n, 1n, 1n]);
  });
});

describe('bits', () => {
  test.each([
    [0n, 0],
    [1n, 1],
    [-8n, 4],
    [255n, 8],
    [(1n << 1500n) + 1n, 1501],
    [-(1n << 1500n), 1501],
  ])('length of %s', (n, length) => expect(bitLength(n)).toBe(length));
  test('upper bounds are upper bounds, also beyond the doubles', () => {
    expect(absoluteUpTo(-3n, 2)).toBeGreaterThanOrEqual(12);
    expect(absoluteUpTo(3n << 2000n, -2000)).toBeGreaterThanOrEqual(3);
    expect(absoluteUpTo(3n << 2000n, -2000)).toBeLessThan(3.0001);
    expect(pow2(-5000)).toBeGreaterThan(0);
    expect(pow2(5000)).toBe(Number.POSITIVE_INFINITY);
    expect(pow2(-3)).toBe(0.125);
    expect([raise(0), raise(1) > 1]).toEqual([0, true]);
  });
  test('shifts round down', () => {
    expect([shift(5n, -1), shift(-5n, -1), shift(5n, 2)]).toEqual([2n, -3n, 20n]);
  });
});
