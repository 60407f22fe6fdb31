import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  aggregate,
  clippedLoss,
  entropyOf,
  entropyOfLogits,
  k3,
  responseRatio,
  totalLoss,
} from '../../../../src/rewards/index.js';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('entropy in nats', () => {
  test.each([
    [[0, 0], 1, 0.6931471805599453],
    [[0, 0, 0, 0], 1, 1.3862943611198906],
    [[2, 0], 1, 0.36533385508720806],
    [[2, 0], 0.6, 0.1498697349668343],
    [[1000, 1000], 1, 0.6931471805599453],
    [[0, -1e6], 1, 0],
  ])('of logits %j at temperature %d', (logits, temperature, wanted) =>
    expect(entropyOfLogits(logits, temperature)).toBeCloseTo(wanted, 12),
  );

  test('of shares', () => {
    expect(entropyOf([0.7, 0.2, 0.1])).toBeCloseTo(0.8018185525433372, 12);
    expect(entropyOf([1, 0])).toBe(0);
  });

  test('lies between 0 and ln V, and is that of the softmax', () => {
    fc.assert(
      fc.property(fc.array(number(-50, 50), { minLength: 1, maxLength: 8 }), (logits) => {
        const entropy = entropyOfLogits(logits);
        expect(entropy).toBeGreaterThanOrEqual(0);
        expect(entropy).toBeLessThanOrEqual(Math.log(logits.length) + 1e-12);
        const weights = logits.map((logit) => Math.exp(logit - Math.max(...logits)));
        const total = weights.reduce((a, b) => a + b, 0);
        expect(entropyOf(weights.map((weight) => weight / total))).toBeCloseTo(entropy, 9);
      }),
    );
  });
});

describe('k3', () => {
  test.each([
    [-1, -1, 0],
    [-1, -2, 0.36787944117144233],
    [-2, -1, 0.7182818284590451],
    [-9, -1, 10],
  ])('policy %d, reference %d', (logProb, reference, wanted) =>
    expect(k3(logProb, reference)).toBeCloseTo(wanted, 12),
  );

  test('is never negative, nor beyond its limit', () => {
    fc.assert(
      fc.property(number(-60, 0), number(-60, 0), (logProb, reference) => {
        expect(k3(logProb, reference)).toBeGreaterThanOrEqual(0);
        expect(k3(logProb, reference, 3)).toBeLessThanOrEqual(3);
        if (Math.abs(logProb - reference) > 1e-3) expect(k3(logProb, reference)).toBeGreaterThan(0);
      }),
    );
    expect(k3(-0.5, -0.5)).toBe(0);
  });
});

describe('clipped loss', () => {
  test.each([
    [1, 1.5, -1.2],
    [1, 0.5, -0.5],
    [-1, 1.5, 1.5],
    [-1, 0.5, 0.8],
    // 08.loss
    [0.3, 0.3761, -0.11283],
    [-0.7, 0.3761, 0.56],
    [0.3, 1.5, -0.36],
    [-0.7, 1.5, 1.05],
  ])('advantage %d, ratio %d', (advantage, ratio, wanted) =>
    expect(clippedLoss(advantage, ratio)).toBeCloseTo(wanted, 12),
  );

  test('clip higher', () => expect(clippedLoss(1, 1.5, 0.2, 0.28)).toBeCloseTo(-1.28, 12));
});

describe('ratio of a response', () => {
  const rest = (length: number) => Array.from({ length: length - 1 }, () => -0.3);
  test.each([
    [4, 0.37606030930863943],
    [100, 0.9616350847573034],
  ])('%d tokens, the first forced at one half', (length, wanted) => {
    const now = [Math.log(0.01), ...rest(length)];
    expect(responseRatio(now, [Math.log(0.5), ...rest(length)])).toBeCloseTo(wanted, 12);
    expect(responseRatio(now, now)).toBe(1);
  });
  test('a single token has the exact ratio; none has 1', () => {
    expect(responseRatio([Math.log(0.01)], [Math.log(0.5)])).toBeCloseTo(0.02, 12);
    expect(responseRatio([], [])).toBe(1);
  });
});

describe('one number for a batch', () => {
  const batch = [Array.from({ length: 2 }, () => -1), Array.from({ length: 6 }, () => 1)];
  test.each([
    ['token-mean', 0.5],
    ['sequence-mean', 0],
    ['sequence-sum', 2],
  ] as const)('%s', (how, wanted) => {
    expect(aggregate(batch, how)).toBeCloseTo(wanted, 12);
    expect(aggregate([...batch, ...batch], how)).toBeCloseTo(wanted, 12);
    expect(aggregate([], how)).toBe(0);
  });
  test('01.total', () => {
    const parts = { policy: 0.3, kl: 0.02, entropy: 0.35 };
    expect(totalLoss(parts)).toBeCloseTo(0.29967, 12);
    expect(totalLoss(parts, { policy: 0, kl: 2, entropy: 1 })).toBeCloseTo(-0.31, 12);
  });
});
