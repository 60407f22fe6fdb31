import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  adjustedChance,
  noStreak,
  roundSize,
  type Streak,
  settled,
  skipProbability,
  streakAfter,
  targetShares,
} from '../../../../src/trainer/streams/greso-rules.js';

const thresholds = { easyFrom: 0.98, hardUpTo: 0.11 };
const half = { easy: 0.5, hard: 0.5 };

const streakOf = (means: readonly number[]): Streak =>
  means.reduce((streak, mean) => streakAfter(streak, mean, thresholds), noStreak);

describe('the chance to skip a problem (worked numbers 03.pskip)', () => {
  test.each([
    [[], 0],
    [[0.5], 0],
    [[1], 0.5],
    [[0.5, 1, 1], 0.75],
    [[1, 1, 1, 1, 1, 1, 1, 1], 0.99],
    [[0, 0], 0.75],
    [[0.1, 0.1, 0.1], 0.875],
    [[1, 0.5], 0],
    [[0, 1], 0.5],
    // An informative group, however near a threshold, makes all forgotten.
    [[1, 1, 0.979], 0],
    [[0, 0, 0.111], 0],
    [[0, 0.11], 0.75],
    [[1, 0.98], 0.75],
  ])('after means %j: %d', (means, expected) => {
    expect(skipProbability(streakOf(means), half)).toBeCloseTo(expected, 12);
  });

  const means = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });
  const chance = fc.double({ min: 0.05, max: 0.95, noNaN: true });

  test('is in [0, 0.99], and at most one streak is above 0', () => {
    fc.assert(
      fc.property(means, chance, chance, (trace, easy, hard) => {
        const streak = streakOf(trace);
        const skip = skipProbability(streak, { easy, hard });
        expect(skip).toBeGreaterThanOrEqual(0);
        expect(skip).toBeLessThanOrEqual(0.99);
        expect(Math.min(streak.easy, streak.hard)).toBe(0);
      }),
    );
  });

  test('grows with the streak and falls with the chance; at chance 1 nothing is skipped', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), chance, chance, (length, a, b) => {
        const skip = (easy: number, hard: number, p: number): number =>
          skipProbability({ easy, hard }, { easy: p, hard: p });
        expect(skip(length + 1, 0, a)).toBeGreaterThanOrEqual(skip(length, 0, a));
        expect(skip(0, length, Math.max(a, b))).toBeLessThanOrEqual(skip(0, length, Math.min(a, b)));
        expect(skip(length, 0, 1)).toBe(0);
      }),
    );
  });
});

describe('what counts as settled', () => {
  test.each([
    [[1, 1], 'easy'],
    [[0.98, 0.98], 'easy'],
    [[0.1, 0.1], 'hard'],
    [[0, 0, null], 'hard'],
    [[0.5, 0.5], null],
    [[1, 0.99], null],
    [[null], null],
  ])('%j: %s', (rewards, expected) => expect(settled(rewards, thresholds)).toBe(expected));
});

describe('the chances adapt (worked numbers 03.adjust)', () => {
  test('a quarter of flat groups is a twelfth solved and a sixth failed', () => {
    expect(targetShares(0.25).easy).toBeCloseTo(0.0833333, 7);
    expect(targetShares(0.25).hard).toBeCloseTo(0.1666667, 7);
  });

  test.each([
    ['easy', 0.5, 0.1, 0.49],
    ['easy', 0.5, 0.05, 0.51],
    ['hard', 0.5, 0.2, 0.49],
    ['hard', 0.05, 0.9, 0.05],
    ['hard', 0.95, 0, 0.95],
  ] as const)('%s, chance %d, share seen %d: %d', (side, chance, seen, expected) => {
    expect(adjustedChance(chance, seen, targetShares(0.25)[side])).toBeCloseTo(expected, 12);
  });
});

describe('the size of a round (worked numbers 03.batch: 2048 responses of groups of 8)', () => {
  const sizes = { least: 64, most: 384 };
  test.each([
    [(2048 - 1600) / 8, 0.5, 140, true],
    [(2048 - 1000) / 8, 0.75, 384, false],
    [(2048 - 2000) / 8, 0.2, 64, true],
    // All of the last round taught nothing: no division by zero.
    [256, 1, 384, false],
    [256, 0, 320, true],
  ])('%d groups missing, flat share %d: %d, last %s', (missing, flatShare, size, last) => {
    expect(roundSize(missing, flatShare, sizes)).toEqual({ size, last });
  });
});
