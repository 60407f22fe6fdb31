import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenRewards, whitened, withAdvantages } from '../../../src/trainer/token-advantages.js';

const near = (values: readonly number[]): unknown => values.map((value) => expect.closeTo(value, 9));

const plain = { gamma: 1, lambda: 1, klReward: 0, whiten: false };

describe('what tokens are paid', () => {
  test('the reward on the last, the penalty on each', () => {
    const response = { reward: 1, oldLogProbs: [-1, -2, -3], referenceLogProbs: [-1, -1, -4] };
    expect(tokenRewards(response, 0.1)).toEqual(near([0, 0.1, 1 - 0.1]));
    expect(tokenRewards(response, 0)).toEqual([0, 0, 1]);
  });

  test('without a reference there is no penalty; without tokens nothing is paid', () => {
    expect(tokenRewards({ reward: 1, oldLogProbs: [-1, -2] }, 0.1)).toEqual([0, 1]);
    expect(tokenRewards({ reward: 1, oldLogProbs: [] }, 0.1)).toEqual([]);
  });
});

describe('advantages of tokens', () => {
  const response = { reward: 1, oldLogProbs: [-1, -1, -1] };

  test('papers/01 §3.8: by GAE, returns beside them', () => {
    const [full] = withAdvantages([response], [[0.2, 0.4, 0.6]], plain);
    expect(full).toMatchObject({ advantage: near([0.8, 0.6, 0.4]), returns: near([1, 1, 1]), reward: 1 });
    const [part] = withAdvantages([response], [[0.2, 0.4, 0.6]], { ...plain, lambda: 0.95 });
    expect(part).toMatchObject({ advantage: near([0.751, 0.58, 0.4]), returns: near([0.951, 0.98, 1]) });
  });

  test('a penalty counts against all that came before it', () => {
    const paid = { ...response, referenceLogProbs: [-1, -1.5, -1] };
    const [one] = withAdvantages([paid], [[0, 0, 0]], { ...plain, klReward: 0.1 });
    expect(one?.advantage).toEqual(near([0.95, 0.95, 1]));
  });

  test('whitened over the tokens of all responses; returns are as they were', () => {
    const responses = [response, { reward: 0, oldLogProbs: [-1] }];
    const [one, other] = withAdvantages(responses, [[0, 0, 0], [0]], { ...plain, whiten: true });
    // 1, 1, 1 and 0: mean 0.75, variance of a sample 0.25.
    expect(one?.advantage).toEqual(near([0.25, 0.25, 0.25].map((a) => a / Math.sqrt(0.25 + 1e-8))));
    expect(other?.advantage).toEqual(near([-0.75 / Math.sqrt(0.25 + 1e-8)]));
    expect([one?.returns, other?.returns]).toEqual([near([1, 1, 1]), near([0])]);
  });

  test('equal advantages come to 0, and one token, and none', () => {
    expect(whitened([[2, 2], [2]])).toEqual([[0, 0], [0]]);
    expect(whitened([[5]])).toEqual([[0]]);
    expect(whitened([[]])).toEqual([[]]);
  });

  test('whitening gives mean 0 and spread 1 whatever the scale', () => {
    const rows = fc.array(fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { maxLength: 5 }), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(rows, (advantages) => {
        const all = whitened(advantages).flat();
        fc.pre(all.length > 1 && Math.max(...advantages.flat()) - Math.min(...advantages.flat()) > 0.1);
        const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
        expect(mean).toBeCloseTo(0, 9);
        expect(all.reduce((sum, value) => sum + value ** 2, 0) / (all.length - 1)).toBeCloseTo(1, 4);
      }),
    );
  });
});
