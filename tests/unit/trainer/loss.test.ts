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
import { computed, floats } from '../../helpers/tensors.js';

const constant = (values: readonly number[]): Node =>
  g.concat(
    values.map((value) => g.fill(value, [1])),
    0,
  );

/** Rows of the same width as a node `[N, T]`. */
const rows = (values: readonly (readonly number[])[]): Node =>
  g.reshape(constant(values.flat()), [values.length, (values[0] as readonly number[]).length]);

describe('the worked numbers of papers/01 §3', () => {
  test.each([
    [-1, -1, 0],
    [-1, -2, 0.3678794],
    [-2, -1, 0.7182818],
    [-9, -1, 10],
  ])('3.2: k3 of %d and %d', async (logProb, reference, expected) => {
    const [value] = await computed(klTerm(g.fill(logProb, [1]), g.fill(reference, [1]), 'k3'));
    expect(value).toBeCloseTo(expected, 7);
  });

  test.each([
    ['token-mean', 0.5],
    ['sequence-mean', 0],
  ] as const)('3.4: %s over lengths 2 (A = 1) and 6 (A = −1)', async (aggregation, expected) => {
    expect(await pgOf({ ...lossDefaults, aggregation })).toBeCloseTo(expected, 12);
  });

  test('3.4: sums of tokens over a constant length are Dr. GRPO’s', async () => {
    const loss = await pgOf({ ...lossDefaults, aggregation: 'dr-grpo', maxTokens: 10 });
    expect(loss).toBeCloseTo((-2 + 6) / (10 * 2), 12);
  });

  test.each([
    [1, 1.5, -1.2],
    [1, 0.5, -0.5],
    [-1, 1.5, 1.5],
    [-1, 0.5, 0.8],
  ])('3.5: A = %d, ratio %d', async (advantage, ratio, expected) => {
    const { loss } = clippedSurrogate(g.fill(ratio, [1]), g.fill(advantage, [1]), lossDefaults);
    expect((await computed(loss))[0]).toBeCloseTo(expected, 12);
  });

  test('3.5: clip-higher leaves room above only', async () => {
    const higher = { clipLow: 0.2, clipHigh: 0.28 };
    const { loss, clipped } = clippedSurrogate(constant([1.25, 1.5]), g.fill(1, [2]), higher);
    expect(await computed(loss)).toEqual([-1.25, -1.28]);
    expect(await computed(clipped)).toEqual([0, 1]);
  });

  test('3.6: pg .30, kl .02, H .35', async () => {
    // One token: A = −0.3 at ratio 1; k1 gives the KL as it is.
    const { loss } = policyLoss(
      {
        logProbs: rows([[-1]]),
        oldLogProbs: rows([[-1]]),
        referenceLogProbs: rows([[-1.02]]),
        entropies: rows([[0.35]]),
        advantages: rows([[-0.3]]),
        mask: rows([[1]]),
        weights: rows([[1]]),
      },
      { ...lossDefaults, klEstimator: 'k1' },
    );
    expect((await computed(loss))[0]).toBeCloseTo(0.29967, 12);
  });
});

/** The policy-gradient term of two responses of 2 and 6 tokens at ratio 1. */
async function pgOf(options: LossOptions): Promise<number> {
  const lengths = [2, 6];
  const mask = lengths.map((length) => Array.from({ length: 6 }, (_, t) => Number(t < length)));
  const same = rows(mask.map((row) => row.map(() => -1)));
  const { policyGradient } = policyLoss(
    {
      logProbs: same,
      oldLogProbs: same,
      referenceLogProbs: same,
      entropies: same,
      advantages: rows([new Array(6).fill(1), new Array(6).fill(-1)]),
      mask: rows(mask),
      weights: rows(mask.map((row, i) => row.map(() => tokenWeight(lengths, i, options)))),
    },
    options,
  );
  return (await computed(policyGradient))[0] as number;
}

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
