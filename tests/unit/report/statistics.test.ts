import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { usualK, wilson } from '../../../src/report/index.js';
import { passAtK } from '../../../src/support/index.js';

const trials = fc
  .integer({ min: 1, max: 200 })
  .chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 0, max: n }), fc.integer({ min: 1, max: n })));

const binomial = (n: number, k: number): bigint => {
  if (k > n) return 0n;
  let value = 1n;
  for (let i = 1; i <= k; i += 1) value = (value * BigInt(n - k + i)) / BigInt(i);
  return value;
};

describe('passAtK', () => {
  test.each([
    [10, 3, 1, 0.3],
    [10, 0, 5, 0],
    [4, 2, 2, 5 / 6],
    [1024, 1, 512, 0.5],
    [1024, 1, 1024, 1],
  ])('n=%i, right=%i, k=%i', (n, right, k, expected) => {
    expect(passAtK(n, right, k)).toBeCloseTo(expected, 12);
  });

  test('is 1 − C(n−right, k) / C(n, k)', () => {
    fc.assert(
      fc.property(trials, ([n, right, k]) => {
        const exact = 1 - Number((binomial(n - right, k) * 10n ** 15n) / binomial(n, k)) / 1e15;
        expect(passAtK(n, right, k)).toBeCloseTo(exact, 12);
      }),
    );
  });

  test('k = 1 is the share, k = n asks for one right answer, and it grows with k', () => {
    fc.assert(
      fc.property(trials, ([n, right, k]) => {
        expect(passAtK(n, right, 1)).toBeCloseTo(right / n, 12);
        expect(passAtK(n, right, n)).toBe(right > 0 ? 1 : 0);
        if (k > 1) expect(passAtK(n, right, k)).toBeGreaterThanOrEqual(passAtK(n, right, k - 1) - 1e-12);
      }),
    );
  });

  test.each([
    [3, 1, 4],
    [3, 4, 1],
    [3, 1, 0],
    [3, 1, 1.5],
  ])('refuses n=%d, right=%d, k=%d', (n, right, k) => {
    expect(() => passAtK(n, right, k)).toThrow(RangeError);
  });
});

describe('wilson', () => {
  test('known values', () => {
    // Newcombe 1998, table I: 81 of 263 and 0 of 20.
    const a = wilson(81, 263);
    expect(a?.low).toBeCloseTo(0.2553, 4);
    expect(a?.high).toBeCloseTo(0.3662, 4);
    const b = wilson(0, 20);
    expect(b?.low).toBe(0);
    expect(b?.high).toBeCloseTo(0.1611, 4);
  });

  test('holds the share, lies in [0, 1], and mirrors', () => {
    fc.assert(
      fc.property(trials, ([n, right]) => {
        const one = wilson(right, n);
        const other = wilson(n - right, n);
        if (one === null || other === null) throw new Error('no interval');
        expect(one.low).toBeLessThanOrEqual(one.value);
        expect(one.high).toBeGreaterThanOrEqual(one.value);
        expect(one.low).toBeGreaterThanOrEqual(0);
        expect(one.high).toBeLessThanOrEqual(1);
        expect(one.low).toBeCloseTo(1 - other.high, 12);
      }),
    );
  });

  test('nothing tried, nothing said', () => expect(wilson(0, 0)).toBeNull());
});

test.each([
  [0, []],
  [1, [1]],
  [4, [1, 2, 4]],
  [6, [1, 2, 4, 6]],
])('the usual k of %i responses', (n, expected) => {
  expect(usualK(n)).toEqual(expected);
});
