import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entropyOf, entropyOfLogits } from '../../../../src/rewards/index.js';
import { needsOf, rangesOf, response, scoreOne, scores } from './scored.js';

describe('mean token entropy', () => {
  // The worked distribution of the reward table, and one of 1-shot RLVR at two temperatures.
  test.each([
    [entropyOf([0.7, 0.2, 0.1]), 0.801819],
    [entropyOfLogits([2, 0]), 0.365334],
    [entropyOfLogits([2, 0], 0.6), 0.14987],
  ])('%d nats', (meanEntropy, wanted) => {
    expect(scoreOne('entropy', {}, response({ meanEntropy }))).toBeCloseTo(wanted, 6);
    expect(scoreOne('entropy', { sign: -1 }, response({ meanEntropy }))).toBeCloseTo(-wanted, 6);
  });

  test('held to [0, most]', () => {
    const all = [0.5, 3, -1].map((meanEntropy) => response({ meanEntropy }));
    expect(scores('entropy', {}, all)).toEqual([0.5, 3, 0]);
    expect(scores('entropy', { sign: -0.5, most: 2 }, all)).toEqual([-0.25, -1, 0]);
  });

  test('no number is no entropy', () => {
    const all = [Number.NaN, Number.POSITIVE_INFINITY].map((meanEntropy) => response({ meanEntropy }));
    expect(scores('entropy', {}, [...all, response()])).toEqual([null, null, null]);
  });
});

describe('from the sampled tokens', () => {
  const logProbs = [-1, -0.5, -3];
  test.each([
    ['surprise', 1.5],
    ['trajectory', 4.5],
  ])('%s', (of, wanted) => {
    expect(scoreOne('entropy', { of }, response({ logProbs }))).toBeCloseTo(wanted, 12);
    expect(scoreOne('entropy', { of, most: 1 }, response({ logProbs }))).toBe(1);
    expect(scoreOne('entropy', { of }, response({ logProbs: [] }))).toBe(0);
    expect(scoreOne('entropy', { of }, response({ logProbs: [-1, Number.NaN] }))).toBeNull();
    expect(scoreOne('entropy', { of }, response({ logProbs: [Number.NEGATIVE_INFINITY] }))).toBeNull();
    expect(scoreOne('entropy', { of }, response({ meanEntropy: 1 }))).toBeNull();
    expect(needsOf('entropy', { of })).toEqual(['logProbs']);
  });
  test('needs of the mean', () => expect(needsOf('entropy', {})).toEqual(['entropy']));
});

test('ranges', () => {
  expect(rangesOf('entropy', {})[0]).toEqual([0, 20]);
  expect(rangesOf('entropy', { sign: -0.5, most: 3 })[0]).toEqual([-1.5, 0]);
});

test('the verdict changes nothing', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 30, noNaN: true }), fc.boolean(), (meanEntropy, correct) => {
      const told = scoreOne('entropy', {}, response({ meanEntropy, correct }));
      expect(told).toBe(scoreOne('entropy', {}, response({ meanEntropy })));
    }),
  );
});
