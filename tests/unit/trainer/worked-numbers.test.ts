/**
 * The worked numbers of papers/01 §3, in its order, each through the code that trains: graphs on the reference engine for
 * what is computed on a device. (3.9, the grader, belongs to the verifier.)
 */
import { describe, expect, test } from 'vitest';
import { gae, varianceScore } from '../../../src/rewards/index.js';
import { estimators } from '../../../src/trainer/estimators.js';
import * as g from '../../../src/trainer/graph/build.js';
import {
  clippedSurrogate,
  klTerm,
  type LossOptions,
  lossDefaults,
  policyLoss,
  tokenWeight,
} from '../../../src/trainer/loss.js';
import type { DecoderConfig } from '../../../src/trainer/model/config.js';
import { parameterSpecs } from '../../../src/trainer/model/parameters.js';
import { tokenValues } from '../../../src/trainer/sequence.js';
import { computed, ints, rows } from '../../helpers/tensors.js';

describe('3.1 advantages', () => {
  test.each([
    [[1, 0, 0, 0, 0, 0, 0, 0], 2.4748667, -0.3535524],
    [[1, 1, 1, 1, 0, 0, 0, 0], 0.9354126, -0.9354126],
    [[1, 1, 1, 1, 1, 1, 1, 1], 0, 0],
    [[1, 0], 0.7071058, -0.7071058],
  ])('of %j', (rewards, first, last) => {
    const [advantages = []] = estimators.grpo([rewards]);
    expect(advantages[0]).toBeCloseTo(first, 7);
    expect(advantages.at(-1)).toBeCloseTo(last, 7);
  });
});

describe('3.2 k3', () => {
  test.each([
    [-1, -1, 0],
    [-1, -2, 0.3678794],
    [-2, -1, 0.7182818],
    [-9, -1, 10],
  ])('of %d and %d', async (logProb, reference, expected) => {
    const [value] = await computed(klTerm(g.fill(logProb, [1]), g.fill(reference, [1]), 'k3'));
    expect(value).toBeCloseTo(expected, 7);
  });
});

describe('3.3 entropy', () => {
  test.each([
    [[0, 0], 1, 0.6931472],
    [[0, 0, 0, 0], 1, 1.3862944],
    [[2, 0], 1, 0.3653339],
    [[2, 0], 0.6, 0.1498697],
  ])('of %j at temperature %d', async (logits, temperature, expected) => {
    expect(await entropyOfDecoder(logits, temperature)).toBeCloseTo(expected, 6);
  });
});

/** The entropy the training graph computes under a decoder that gives these logits whatever it reads. */
async function entropyOfDecoder(logits: readonly number[], temperature: number): Promise<number> {
  const config: DecoderConfig = {
    vocabSize: logits.length,
    hiddenSize: 4,
    intermediateSize: 4,
    layers: 1,
    heads: 2,
    keyValueHeads: 2,
    headSize: 2,
    ropeTheta: 10_000,
    normEpsilon: 1e-12,
    attentionBias: false,
    tiedEmbeddings: false,
    maxPositions: 8,
  };
  // Blocks of zeros add nothing: the last hidden state is the normalised embedding of ones.
  const parameters = parameterSpecs(config).map(({ name, shape }) => {
    if (name === 'lm_head.weight') return [name, rows(logits.map((x) => new Array(4).fill(x / 4)))] as const;
    const one = name === 'model.embed_tokens.weight' || name === 'model.norm.weight';
    return [name, g.fill(Number(one), shape)] as const;
  });
  const sequences = g.input('sequences', [1, 3], 'int');
  const { entropies } = tokenValues(config, Object.fromEntries(parameters), sequences, temperature);
  const [entropy] = await computed(entropies, { sequences: ints([1, 3], [0, 1, 1]) });
  return entropy as number;
}

describe('3.4 aggregation, ratio 1, lengths 2 (A = 1) and 6 (A = −1)', () => {
  test.each([
    ['token-mean', 0.5],
    ['sequence-mean', 0],
  ] as const)('%s', async (aggregation, expected) => {
    expect(await policyGradientOf({ ...lossDefaults, aggregation })).toBeCloseTo(expected, 12);
  });

  test('sequence-mean of token sums is Dr. GRPO’s with a constant length of 1', async () => {
    const of = (maxTokens: number): Promise<number> =>
      policyGradientOf({ ...lossDefaults, aggregation: 'dr-grpo', maxTokens });
    expect(await of(1)).toBeCloseTo(2, 12);
    expect(await of(10)).toBeCloseTo(0.2, 12);
  });
});

/** The policy-gradient term of two responses of 2 and 6 tokens at ratio 1. */
async function policyGradientOf(options: LossOptions): Promise<number> {
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

describe('3.5 clip', () => {
  test.each([
    [1, 1.5, -1.2],
    [1, 0.5, -0.5],
    [-1, 1.5, 1.5],
    [-1, 0.5, 0.8],
  ])('A = %d, ratio %d', async (advantage, ratio, expected) => {
    const { loss } = clippedSurrogate(g.fill(ratio, [1]), g.fill(advantage, [1]), lossDefaults);
    expect((await computed(loss))[0]).toBeCloseTo(expected, 12);
  });
});

test('3.6 L of pg .30, kl .02, H .35', async () => {
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

describe('3.7 historical variance', () => {
  test.each([
    [[0, 0.5, 1, 1], 0.171875],
    [[0, 1, 0, 1], 0.25],
    [[1, 1, 1, 1], 0],
  ])('of %j', (accuracies, expected) => expect(varianceScore(accuracies)).toBeCloseTo(expected, 12));
});

describe('3.8 GAE of rewards [0, 0, 1] and values [.2, .4, .6]', () => {
  test.each([
    [1, [0.8, 0.6, 0.4], [1, 1, 1]],
    [0.95, [0.751, 0.58, 0.4], [0.951, 0.98, 1]],
  ])('lambda %d', (lambda, advantages, returns) => {
    const { advantagesT, returnsT } = gae([0, 0, 1], [0.2, 0.4, 0.6], 1, lambda);
    for (const [t, value] of advantages.entries()) expect(advantagesT[t]).toBeCloseTo(value, 12);
    for (const [t, value] of returns.entries()) expect(returnsT[t]).toBeCloseTo(value, 12);
  });
});
