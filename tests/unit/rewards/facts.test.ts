import { describe, expect, test } from 'vitest';
import { between, correctOf, extraOf, finiteOf, held, hull } from '../../../src/rewards/facts.js';

describe('reading facts', () => {
  test.each([
    [true, true],
    [false, false],
    [null, null],
    [undefined, null],
    ['yes', null],
    [1, null],
  ])('correct: %s', (correct, wanted) => expect(correctOf({ correct } as never)).toBe(wanted));

  test.each([
    [0, 0],
    [-2.5, -2.5],
    [Number.NaN, null],
    [Number.NEGATIVE_INFINITY, null],
    [null, null],
    [undefined, null],
    ['1', null],
  ])('a number: %s', (value, wanted) => expect(finiteOf(value as never)).toBe(wanted));

  test('further facts are own properties', () => {
    expect(extraOf({ extra: { a: 1 } }, 'a')).toBe(1);
    expect(extraOf({ extra: { a: 1 } }, 'toString')).toBeNull();
    expect(extraOf({}, 'a')).toBeNull();
  });
});

describe('arithmetic', () => {
  test('the smallest range', () => expect(hull(3, -1, 2)).toEqual([-1, 3]));
  test('held to a range', () => expect([held(5, 0, 2), held(-5, 0, 2), held(1, 0, 2)]).toEqual([2, 0, 1]));
  test.each([
    [2, 4, 0.25, 2.5],
    [4, 2, 0.25, 3.5],
    [-1e6, 1e6, 1, 1e6],
    [0.1, 0.3, 0, 0.1],
    // Rounding alone would give 0.9000000000000001 and 0.09999999999999999.
    [0.9, 0.9, 0.7, 0.9],
    [0.1, 0.1, 0.3, 0.1],
  ])('from %d to %d, %d of the way', (from, to, share, wanted) =>
    expect(between(from, to, share)).toBe(wanted),
  );
});
