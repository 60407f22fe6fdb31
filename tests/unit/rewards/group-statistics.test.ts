import { describe, expect, test } from 'vitest';
import { centre, deviation, mean, rank, zscore } from '../../../src/rewards/group-statistics.js';

describe('mean', () => {
  test.each([
    [[], 0],
    [[4], 4],
    [[1, 2, 6], 3],
    [[0.9, 0.9, 0.9], 0.9],
    [[1e308, 1e308, -1e308, -1e308], 0],
    [[1.5e308, 1e308], 1.25e308],
  ])('%j', (values, wanted) => expect(mean(values)).toBe(wanted));
});

describe('deviation', () => {
  test.each([
    [[], 0, 0],
    [[3], 0, 0],
    [[2, 2, 2], 0, 0],
    [[1, 3], Math.SQRT2, 1],
    [[-4, 4], Math.sqrt(32), 4],
    [[1e-200, 3e-200], Math.SQRT2 * 1e-200, 1e-200],
    [[-1e308, 1e308], Math.SQRT2 * 1e308, 1e308],
  ])('%j', (values, sample, population) => {
    expect(deviation(values, 'sample') / (sample || 1)).toBeCloseTo(sample === 0 ? 0 : 1, 12);
    expect(deviation(values, 'population') / (population || 1)).toBeCloseTo(population === 0 ? 0 : 1, 12);
  });
});

test('centre keeps what is missing', () => expect(centre([1, null, 3])).toEqual([-1, null, 1]));

describe('z-score', () => {
  test('adds epsilon to the spread', () => expect(zscore([0, 2], 'population', 1)).toEqual([-0.5, 0.5]));
  test('without spread 0, whatever epsilon', () =>
    expect(zscore([5, null, 5], 'sample', 0)).toEqual([0, null, 0]));
  test.each([[Number.MAX_VALUE], [1e308], [1], [3e-310], [Number.MIN_VALUE]])('of ±%d is ±1', (value) => {
    expect(zscore([value, -value], 'population', 0)).toEqual([1, -1]);
    expect(zscore([value, 0], 'population', 0)).toEqual([1, -1]);
  });
  test('three of the greatest and one of the least stay finite', () => {
    const [a, , , d] = zscore(
      [Number.MAX_VALUE, Number.MAX_VALUE, Number.MAX_VALUE, -Number.MAX_VALUE],
      'sample',
      0,
    );
    expect(a).toBeCloseTo(0.5, 12);
    expect(d).toBeCloseTo(-1.5, 12);
  });
  test('zeros are 0', () => expect(zscore([0, 0], 'sample', 0)).toEqual([0, 0]));
});

describe('rank', () => {
  test.each([
    [[], []],
    [[3], [0]],
    [
      [3, null],
      [0, null],
    ],
    [
      [9, 1],
      [1, -1],
    ],
    [
      [10, 9, 100, null, 1],
      [1 / 3, -1 / 3, 1, null, -1],
    ],
    [
      [2, 2, 2],
      [0, 0, 0],
    ],
    [
      [1, 1, 5],
      [-0.5, -0.5, 1],
    ],
  ])('%j', (scores, wanted) => {
    const got = rank(scores);
    expect(got.length).toBe(wanted.length);
    for (const [i, value] of got.entries()) {
      if (value === null) expect(wanted[i]).toBeNull();
      else expect(value).toBeCloseTo(wanted[i] ?? Number.NaN, 12);
    }
  });
});
