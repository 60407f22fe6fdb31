import { describe, expect, test } from 'vitest';
import type { Engine } from '../../../src/trainer/engine/engine.js';
import { onnxEngine } from '../../../src/trainer/engine/onnx/engine.js';
import { referenceEngine } from '../../../src/trainer/engine/reference/engine.js';
import {
  type Example,
  Learner,
  type LearnerOptions,
  type UpdateMetrics,
} from '../../../src/trainer/learner.js';
import { LocalPolicy } from '../../../src/trainer/local-policy.js';
import { lossDefaults, tokenWeight } from '../../../src/trainer/loss.js';
import { freshParameters } from '../../../src/trainer/model/parameters.js';
import { adamWDefaults } from '../../../src/trainer/optim/adamw.js';
import { letters, tinyConfig } from '../../helpers/tiny-model.js';

const responses = ['bcdef', 'a', 'hij', 'ababababab', 'cc', 'dddd'];

const examples: readonly Example[] = responses.map((text, i) => {
  const response = [...letters.encode(text), 1];
  const lengths = responses.map((each) => each.length + 1);
  return {
    prompt: letters.encode('abc'.slice(0, 1 + (i % 3))),
    response,
    oldLogProbs: response.map((_, t) => -2 - 0.1 * ((t + i) % 4)),
    referenceLogProbs: response.map((_, t) => -2.2 + 0.05 * t),
    advantage: i % 2 === 0 ? 1 : -0.7,
    weight: tokenWeight(lengths, i, lossDefaults),
  };
});

const options: LearnerOptions = {
  loss: lossDefaults,
  optimiser: adamWDefaults,
  temperature: 1,
  microBatch: 64,
};

/** The metrics and the weights after updates of a fresh model. */
async function trained(
  engine: Engine,
  batches: readonly (readonly Example[])[],
  changed: Partial<LearnerOptions> = {},
): Promise<{ readonly metrics: readonly UpdateMetrics[]; readonly weights: readonly number[] }> {
  const policy = await LocalPolicy.on(engine, tinyConfig, letters, freshParameters(tinyConfig, 5));
  const learner = new Learner(policy, { ...options, ...changed });
  const metrics: UpdateMetrics[] = [];
  for (const batch of batches) metrics.push(await learner.update(batch, 1e-3));
  const weights = Object.values(await policy.hostParameters()).flatMap(({ data }) => [...data]);
  await learner.close();
  await policy.close();
  return { metrics, weights };
}

const fresh = (): readonly number[] =>
  Object.values(freshParameters(tinyConfig, 5)).flatMap(({ data }) => [...data]);

const furthest = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] as number))), 0);

describe('an update', () => {
  test('does not depend on how the batch is split into micro-batches', async () => {
    const whole = await trained(referenceEngine(), [examples]);
    const split = await trained(referenceEngine(), [examples], { microBatch: 2 });
    expect(furthest(whole.weights, split.weights)).toBeLessThan(1e-9);
    expect(split.metrics[0]?.loss).toBeCloseTo(whole.metrics[0]?.loss as number, 12);
    expect(split.metrics[0]?.gradientNorm).toBeCloseTo(whole.metrics[0]?.gradientNorm as number, 12);
  });

  test('does not depend on the order of the batch, nor on the padding beside longer rows', async () => {
    const one = await trained(referenceEngine(), [examples]);
    const other = await trained(referenceEngine(), [[...examples].reverse()]);
    expect(furthest(one.weights, other.weights)).toBeLessThan(1e-9);
  });

  test.each([1, 2, 3, 5])(
    'split into parts of %d, is the same on ONNX Runtime to 1e-6',
    async (microBatch) => {
      const engine = await onnxEngine({ threads: 1 });
      const whole = await trained(engine, [examples]);
      const split = await trained(engine, [[...examples].reverse()], { microBatch });
      for (const name of ['loss', 'policyGradient', 'kl', 'entropy', 'gradientNorm'] as const) {
        const expected = whole.metrics[0]?.[name] as number;
        expect(Math.abs((split.metrics[0]?.[name] as number) - expected)).toBeLessThan(
          1e-6 * Math.max(1, expected),
        );
      }
      await engine.close();
    },
  );

  test('does not depend on a long row beside it that weighs nothing', async () => {
    const [one] = examples as readonly [Example];
    const response = new Array<number>(40).fill(5);
    const long = { ...one, response, oldLogProbs: response.map(() => -9), weight: 0 };
    const { referenceLogProbs: _, ...silent } = long;
    const alone = await trained(referenceEngine(), [examples]);
    const beside = await trained(referenceEngine(), [[...examples, silent]]);
    expect(furthest(beside.weights, alone.weights)).toBeLessThan(1e-9);
    expect(beside.metrics[0]?.loss).toBeCloseTo(alone.metrics[0]?.loss as number, 12);
  });

  test('every row twice leaves the token-mean loss as it is', async () => {
    const halved = [...examples, ...examples].map((example) => ({ ...example, weight: example.weight / 2 }));
    const once = await trained(referenceEngine(), [examples]);
    const twice = await trained(referenceEngine(), [halved]);
    expect(twice.metrics[0]?.loss).toBeCloseTo(once.metrics[0]?.loss as number, 12);
    expect(furthest(once.weights, twice.weights)).toBeLessThan(1e-9);
  });

  test('on ONNX Runtime is that of the reference engine', async () => {
    const engine = await onnxEngine({ threads: 1 });
    const expected = await trained(referenceEngine(), [examples, examples]);
    const actual = await trained(engine, [examples, examples]);
    // Adam's first steps are of the size of the rate whatever the gradient's: an error in its sign would show as 2e-3.
    expect(furthest(actual.weights, expected.weights)).toBeLessThan(5e-5);
    for (const name of ['loss', 'kl', 'entropy', 'gradientNorm'] as const)
      expect(actual.metrics[1]?.[name]).toBeCloseTo(expected.metrics[1]?.[name] as number, 4);
    await engine.close();
  });

  test('with all advantages 0 and no other term moves nothing but by weight decay', async () => {
    const flat = examples.map((example) => ({ ...example, advantage: 0 }));
    const still = {
      loss: { ...lossDefaults, kl: 0, entropy: 0 },
      optimiser: { ...adamWDefaults, weightDecay: 0 },
    };
    const { weights, metrics } = await trained(referenceEngine(), [flat], still);
    expect(metrics[0]?.loss).toBeCloseTo(0, 15);
    expect(furthest(weights, fresh())).toBe(0);
  });

  test('without examples moves nothing and comes to nothing', async () => {
    const { weights, metrics } = await trained(referenceEngine(), [[]]);
    expect(furthest(weights, fresh())).toBe(0);
    expect(metrics).toEqual([{ loss: 0, policyGradient: 0, kl: 0, entropy: 0, clipped: 0, gradientNorm: 0 }]);
  });

  test.each([64, 2])(
    'that is no finite number moves nothing, and says so (parts of %d)',
    async (microBatch) => {
      const broken = examples.with(2, { ...(examples[2] as Example), advantage: Number.NaN });
      const { weights, metrics } = await trained(referenceEngine(), [broken], { microBatch });
      expect(metrics[0]?.loss).toBeNaN();
      expect(furthest(weights, fresh())).toBe(0);
    },
  );

  test('after one that is no finite number goes on as if it had not been', async () => {
    const broken = examples.map((example) => ({ ...example, advantage: Number.POSITIVE_INFINITY }));
    const after = await trained(referenceEngine(), [examples, broken, examples]);
    const without = await trained(referenceEngine(), [examples, examples]);
    expect(furthest(after.weights, without.weights)).toBe(0);
  });

  test('with all advantages 0 is that of the terms that are left', async () => {
    const flat = examples.map((example) => ({ ...example, advantage: 0 }));
    const all = await trained(referenceEngine(), [flat]);
    const rest = await trained(referenceEngine(), [examples], {
      loss: { ...lossDefaults, policyGradient: 0 },
    });
    expect(furthest(all.weights, rest.weights)).toBeLessThan(1e-12);
    expect(all.metrics[0]?.policyGradient).toBeCloseTo(0, 15);
  });

  test('goes on from its state bit for bit', async () => {
    const engine = await onnxEngine({ threads: 1 });
    const through = await trained(engine, [examples, examples, examples]);
    const policy = await LocalPolicy.on(engine, tinyConfig, letters, freshParameters(tinyConfig, 5));
    const first = new Learner(policy, options);
    await first.update(examples, 1e-3);
    await first.update(examples, 1e-3);
    const resumed = await LocalPolicy.on(engine, tinyConfig, letters, await policy.hostParameters());
    const second = new Learner(resumed, options);
    await second.restore(await first.state());
    await second.update(examples, 1e-3);
    const weights = Object.values(await resumed.hostParameters()).flatMap(({ data }) => [...data]);
    expect(furthest(weights, through.weights)).toBe(0);
    await engine.close();
  });
});
