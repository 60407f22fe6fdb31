import { describe, expect, test } from 'vitest';
import * as g from '../../../src/trainer/graph/build.js';
import { gradients } from '../../../src/trainer/graph/gradients.js';
import type { Node } from '../../../src/trainer/graph/node.js';
import {
  clippedSurrogate,
  klTerm,
  type LossInputs,
  type LossOptions,
  lossDefaults,
  policyLoss,
  tokenWeight,
} from '../../../src/trainer/loss.js';
import { computed, constant, floats, rows } from '../../helpers/tensors.js';

test('clip-higher leaves room above only', async () => {
  const higher = { clipLow: 0.2, clipHigh: 0.28 };
  const { loss, clipped } = clippedSurrogate(constant([1.25, 1.5]), g.fill(1, [2]), higher);
  expect(await computed(loss)).toEqual([-1.25, -1.28]);
  expect(await computed(clipped)).toEqual([0, 1]);
});

describe('the ratio of a whole response (papers/08 §3)', () => {
  /** Log-probs of four tokens of which the first changed from ½ to `p`, and one of padding. */
  const inputs = (p: number, advantage: number): LossInputs => ({
    logProbs: rows([[Math.log(p), -1, -1, -1, -700]]),
    oldLogProbs: rows([[Math.log(0.5), -1, -1, -1, 0]]),
    referenceLogProbs: rows([[-1, -1, -1, -1, 0]]),
    entropies: rows([[0, 0, 0, 0, 0]]),
    advantages: rows([new Array(5).fill(advantage)]),
    mask: rows([[1, 1, 1, 1, 0]]),
    weights: rows([new Array(5).fill(0.25)]),
  });
  const pg = async (p: number, advantage: number, ratio: 'token' | 'response'): Promise<number> => {
    const { policyGradient } = policyLoss(inputs(p, advantage), { ...lossDefaults, ratio });
    return (await computed(policyGradient))[0] as number;
  };

  test.each([
    [0.01, 0.3, -0.3 * 0.3760603],
    [0.01, -0.7, 0.56],
    [0.5 * 1.5 ** 4, 0.3, -0.36],
    [0.5 * 1.5 ** 4, -0.7, 1.05],
  ])('p = %d, A = %d', async (p, advantage, expected) => {
    expect(await pg(p, advantage, 'response')).toBeCloseTo(expected, 7);
  });

  test('with a ratio of its own, each token is clipped alone', async () => {
    expect(await pg(0.01, 0.3, 'token')).toBeCloseTo(-0.3 * 0.25 * (0.02 + 3), 12);
  });

  test('its gradient is shared evenly over the response', async () => {
    const logProbs = g.input('logProbs', [1, 5]);
    const { policyGradient } = policyLoss(
      { ...inputs(0.4, 1), logProbs },
      { ...lossDefaults, ratio: 'response' },
    );
    const [gradient] = gradients(policyGradient, [logProbs]);
    const at = { logProbs: floats([1, 5], [Math.log(0.4), -1, -1, -1, -700]) };
    const share = -(0.8 ** 0.25) / 4;
    const expected = [share, share, share, share, 0].map((value) => expect.closeTo(value, 12));
    expect(await computed(gradient as Node, at)).toEqual(expected);
  });
});

describe('invariants (papers/01 §4)', () => {
  const logProbs = g.input('logProbs', [1, 3]);
  const given = (garbage: number): LossInputs => ({
    logProbs,
    oldLogProbs: rows([[-1, -2, garbage]]),
    referenceLogProbs: rows([[-1.5, -1, garbage]]),
    entropies: rows([[0.5, 0.6, garbage]]),
    advantages: rows([[1, 1, garbage]]),
    mask: rows([[1, 1, 0]]),
    weights: rows([[0.5, 0.5, 0.5]]),
  });
  const at = { logProbs: floats([1, 3], [-1.1, -1.9, -50]) };

  test('masked positions change neither the loss nor any gradient', async () => {
    const [clean, dirty] = [given(0), given(-700)].map((inputs) => policyLoss(inputs, lossDefaults).loss);
    expect(await computed(clean as Node, at)).toEqual(await computed(dirty as Node, at));
    const [gradient] = gradients(dirty as Node, [logProbs]);
    expect((await computed(gradient as Node, at))[2]).toBe(0);
  });

  test('the loss is linear in each coefficient', async () => {
    const at1 = async (options: Partial<LossOptions>): Promise<number> =>
      (await computed(policyLoss(given(0), { ...lossDefaults, ...options }).loss, at))[0] as number;
    for (const name of ['policyGradient', 'kl', 'entropy'] as const) {
      const [zero, one, two] = [await at1({ [name]: 0 }), await at1({ [name]: 1 }), await at1({ [name]: 2 })];
      expect(two - one).toBeCloseTo(one - zero, 12);
      expect(one).not.toBeCloseTo(zero, 6);
    }
  });

  test.each(['k2', 'k3'] as const)(
    '%s is never negative and 0 only where the policies agree',
    async (estimator) => {
      const values = await computed(klTerm(constant([-1, -2, -0.5]), constant([-1, -1, -3]), estimator));
      expect(values[0]).toBe(0);
      for (const value of values.slice(1)) expect(value).toBeGreaterThan(0);
    },
  );

  test('weights sum to 1 over a batch, whatever the lengths; an empty response has none', () => {
    for (const aggregation of ['token-mean', 'sequence-mean'] as const) {
      const lengths = [3, 1, 4];
      const total = lengths.reduce(
        (sum, length, i) => sum + length * tokenWeight(lengths, i, { ...lossDefaults, aggregation }),
        0,
      );
      expect(total).toBeCloseTo(1, 12);
    }
    expect(tokenWeight([0, 2], 0, lossDefaults)).toBe(0);
  });
});
