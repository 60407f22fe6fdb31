import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bestOf,
  byVariance,
  favoursNoThinking,
  isInstructive,
  majorityOf,
  rankingLoss,
  varianceScore,
} from '../../../src/rewards/index.js';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const scores = fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 1, maxLength: 5 });

describe('variance score', () => {
  test.each([
    [[0, 0.5, 1, 1], 0.171875],
    [[0, 1, 0, 1], 0.25],
    [[1, 1, 1, 1], 0],
    [[], 0],
  ])('%j', (history, wanted) => expect(varianceScore(history)).toBeCloseTo(wanted, 12));

  test('the order of epochs does not matter; 0 when nothing moved', () => {
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 9 }), share, (history, same) => {
        expect(varianceScore([...history].reverse())).toBeCloseTo(varianceScore(history), 12);
        expect(varianceScore(history.map(() => same))).toBe(0);
      }),
    );
  });

  test('ranks falling, ties as they came, lengths may differ', () => {
    expect(byVariance([[1, 1], [0, 1, 0, 1], [0, 0.5, 1, 1], [0], [0, 1]])).toEqual([1, 4, 2, 0, 3]);
    expect(byVariance([])).toEqual([]);
  });
});

describe('Qwen2.5-Math', () => {
  test('keeps problems with 2 to 5 of 8 right', () => {
    const kept = Array.from({ length: 9 }, (_, right) => right).filter((right) => isInstructive(right));
    expect(kept).toEqual([2, 3, 4, 5]);
    expect([isInstructive(1, 1, 1), isInstructive(2, 1, 1)]).toEqual([true, false]);
  });

  test('RM@3 and maj@3', () => {
    expect(bestOf([0.1, 0.9, 0.5])).toBe(1);
    expect(bestOf([-3, -1, -1])).toBe(1);
    expect(bestOf([0.9, 0.1])).toBe(0);
    expect(bestOf([])).toBe(-1);
    expect(majorityOf(['7', '8', '7'])).toBe(0);
    expect(majorityOf(['8', '7', '7'])).toBe(1);
    expect(majorityOf(['8', '7'])).toBe(0);
    expect(majorityOf([])).toBe(-1);
  });

  test.each([
    [[2, 1], [0, 0, -1, -1], 0.1539262652944775],
    [[0], [0, 0, 0, 0, 0], 0.6931471805599453],
    [[1000], [-1000], 0],
    [[-1000], [1000], 2000],
    [[], [1], 0],
  ])('ranking loss of %j over %j', (right, wrong, wanted) =>
    expect(rankingLoss(right, wrong)).toBeCloseTo(wanted, 12),
  );

  test('ranking loss is not negative and blind to a shift', () => {
    fc.assert(
      fc.property(scores, scores, fc.double({ min: -9, max: 9, noNaN: true }), (right, wrong, by) => {
        const loss = rankingLoss(right, wrong);
        expect(loss).toBeGreaterThanOrEqual(0);
        const shifted = rankingLoss(
          right.map((score) => score + by),
          wrong.map((score) => score + by),
        );
        expect(shifted).toBeCloseTo(loss, 9);
      }),
    );
  });
});

// 08.switch
test.each([
  [{ noThinking: 0.95, thinking: 0.97, reference: 0.96 }, 0.05, true],
  [{ noThinking: 0.9, thinking: 0.97, reference: 0.96 }, 0.05, false],
  [{ noThinking: 0.5, thinking: 0.5, reference: 0.5 }, 0, false],
  [{ noThinking: 0.9, thinking: 0.5, reference: 0.96 }, 0.05, false],
  [{ noThinking: 0.9, thinking: 0.97, reference: 0.5 }, 0.05, false],
])('AdaptThink moves %j with delta %d to no thinking: %s', (accuracies, delta, wanted) =>
  expect(favoursNoThinking(accuracies, delta)).toBe(wanted),
);
