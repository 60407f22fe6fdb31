import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../src/trainer/engine/engine.js';
import { onnxEngine } from '../../../src/trainer/engine/onnx/engine.js';
import { LocalPolicy } from '../../../src/trainer/local-policy.js';
import { isSound, type StepMetrics } from '../../../src/trainer/metrics.js';
import { freshParameters } from '../../../src/trainer/model/parameters.js';
import { type PpoOptions, ppo, ppoDefaults, startPpo } from '../../../src/trainer/ppo.js';
import { promptStream } from '../../../src/trainer/streams/index.js';
import { letters, tinyConfig } from '../../helpers/tiny-model.js';
import { firstLetter, sayC, tinyRun } from '../../helpers/tiny-task.js';

let engine: Engine;
beforeAll(async () => {
  engine = await onnxEngine({ threads: 1 });
});
afterAll(() => engine.close());

const options: PpoOptions = {
  ...tinyRun,
  ...ppoDefaults,
  loss: { ...tinyRun.loss, kl: 0 },
  critic: { optimiser: tinyRun.optimiser, rate: () => 1e-2, clip: ppoDefaults.valueClip, microBatch: 64 },
};

interface Outcome {
  readonly metrics: readonly StepMetrics[];
  readonly weights: readonly number[];
}

const bytes = async (policy: LocalPolicy): Promise<readonly number[]> =>
  Object.values(await policy.hostParameters()).flatMap(({ data }) => [...data]);

/** A run from a fresh tiny model; stopped and resumed after `stop` steps where that is given. */
async function run(changed: Partial<PpoOptions> = {}, stop?: number): Promise<Outcome> {
  const wanted = { ...options, ...changed };
  const policy = await LocalPolicy.on(engine, tinyConfig, letters, freshParameters(tinyConfig, 5));
  const start = await startPpo(policy, wanted);
  const stream = promptStream({ kind: 'in-turn' }, sayC, { prompts: 4, seed: 1 });
  const metrics: StepMetrics[] = [];
  const first = { ...wanted, steps: stop ?? wanted.steps };
  for await (const step of ppo(policy, stream, firstLetter, first, start)) metrics.push(step.metrics);
  if (stop === undefined) return { metrics, weights: await bytes(policy) };

  const resumed = await LocalPolicy.on(engine, tinyConfig, letters, await policy.hostParameters());
  const fresh = await startPpo(resumed, wanted);
  await fresh.learner.restore(await start.learner.state());
  await fresh.critic.restore(await start.critic.state());
  const again = promptStream({ kind: 'in-turn' }, sayC, { prompts: 4, seed: 1 });
  again.restore(stream.state());
  const { reference } = start;
  const from = { ...fresh, reference, step: stop, rollouts: metrics.at(-1)?.rollouts ?? 0 };
  for await (const step of ppo(resumed, again, firstLetter, wanted, from)) metrics.push(step.metrics);
  return { metrics, weights: await bytes(resumed) };
}

describe('PPO', () => {
  test.each<[string, Partial<PpoOptions>]>([
    ['verl’s defaults', {}],
    ['several passes in mini-batches', { epochs: 2, miniBatch: 16 }],
    ['bootstrapping from values', { lambda: 0.95, gamma: 0.99 }],
    ['the KL in the loss, advantages as they are', { klReward: 0, loss: tinyRun.loss, whiten: false }],
  ])('learns a tiny task with %s', async (_, changed) => {
    const { metrics } = await run(changed);
    expect(metrics[0]?.accuracy).toBeLessThan(0.4);
    expect(metrics.at(-1)?.accuracy).toBeGreaterThan(0.6);
    expect(metrics.every(isSound)).toBe(true);
  });

  test('its critic comes to expect what is paid', async () => {
    const { metrics } = await run();
    // Where everything is right or wrong in advance, the loss of values of 0 is half the share of right answers.
    const last = metrics.at(-1) as StepMetrics;
    expect(last.critic?.loss).toBeLessThan(0.2 * 0.5 * last.accuracy);
  });

  test('while the critic warms up the policy stays as it is', async () => {
    const { weights, metrics } = await run({ steps: 2, criticWarmup: 2 });
    expect(weights).toEqual(Object.values(freshParameters(tinyConfig, 5)).flatMap(({ data }) => [...data]));
    expect(metrics[1]).toMatchObject({ loss: 0, gradientNorm: 0 });
    expect(metrics[1]?.critic?.gradientNorm).toBeGreaterThan(0);
  });

  test('stopped and resumed it is the same run, bit for bit', async () => {
    const shape = { steps: 6, epochs: 2, miniBatch: 16 };
    expect(await run(shape, 3)).toEqual(await run(shape));
  });
});
