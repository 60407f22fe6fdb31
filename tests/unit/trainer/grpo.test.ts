import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../src/trainer/engine/engine.js';
import { onnxEngine } from '../../../src/trainer/engine/onnx/engine.js';
import type { Estimator } from '../../../src/trainer/estimators.js';
import { type GrpoOptions, grpo, startGrpo } from '../../../src/trainer/grpo.js';
import { LocalPolicy } from '../../../src/trainer/local-policy.js';
import { isSound, type StepMetrics } from '../../../src/trainer/metrics.js';
import { freshParameters } from '../../../src/trainer/model/parameters.js';
import { promptStream, type StreamSettings } from '../../../src/trainer/streams/index.js';
import { letters, tinyConfig } from '../../helpers/tiny-model.js';
import { firstLetter, sayC, tinyRun } from '../../helpers/tiny-task.js';

let engine: Engine;
beforeAll(async () => {
  engine = await onnxEngine({ threads: 1 });
});
afterAll(() => engine.close());

/** The metrics of a run from a fresh tiny model, and its last weights. */
async function run(
  changed: Partial<GrpoOptions> = {},
  settings: StreamSettings = { kind: 'in-turn' },
): Promise<{ readonly metrics: readonly StepMetrics[]; readonly weights: readonly number[] }> {
  const options = { ...tinyRun, ...changed };
  const policy = await LocalPolicy.on(engine, tinyConfig, letters, freshParameters(tinyConfig, 5));
  const start = await startGrpo(policy, options);
  const stream = promptStream(settings, sayC, { prompts: 4, seed: 1 });
  const metrics: StepMetrics[] = [];
  for await (const step of grpo(policy, stream, firstLetter, options, start)) metrics.push(step.metrics);
  const weights = Object.values(await policy.hostParameters()).flatMap(({ data }) => [...data]);
  await start.learner.close();
  await policy.close();
  return { metrics, weights };
}

const fresh = (): readonly number[] =>
  Object.values(freshParameters(tinyConfig, 5)).flatMap(({ data }) => [...data]);

describe('GRPO', () => {
  test.each<Estimator>(['grpo', 'rloo', 'reinforce', 'reinforce++'])(
    'learns a tiny task with %s',
    async (estimator) => {
      const { metrics } = await run({ estimator });
      expect(metrics[0]?.accuracy).toBeLessThan(0.4);
      expect(metrics.at(-1)?.accuracy).toBeGreaterThan(0.6);
      expect(metrics.every(isSound)).toBe(true);
      expect(metrics.map(({ rollouts }) => rollouts)).toEqual(metrics.map((_, step) => 32 * (step + 1)));
    },
  );

  test('the same run is the same bytes; another seed is another run', async () => {
    const [one, again, other] = [
      await run({ steps: 4 }),
      await run({ steps: 4 }),
      await run({ steps: 4, seed: 4 }),
    ];
    expect(again).toEqual(one);
    expect(other.weights).not.toEqual(one.weights);
  });

  test('several updates a step learn too, and some ratios are clipped', async () => {
    const { metrics } = await run({ miniBatch: 8, loss: { ...tinyRun.loss, clipLow: 0.02, clipHigh: 0.02 } });
    expect(metrics.at(-1)?.accuracy).toBeGreaterThan(0.6);
    expect(Math.max(...metrics.map(({ clipped }) => clipped))).toBeGreaterThan(0);
  });

  test('with no term but the KL, and no decay, nothing moves: the ratio to the start is 1', async () => {
    const { weights } = await run({
      steps: 3,
      loss: { ...tinyRun.loss, policyGradient: 0, entropy: 0 },
      optimiser: { ...tinyRun.optimiser, weightDecay: 0, clipNorm: null },
      rate: () => 1e-4,
    });
    const before = fresh();
    const moved = Math.max(...weights.map((value, i) => Math.abs(value - (before[i] as number))));
    expect(moved).toBeLessThan(1e-3);
  });

  test('entropy alone raises entropy', async () => {
    const loss = { ...tinyRun.loss, policyGradient: 0, kl: 0, entropy: 0.01 };
    const sharp = await run({ steps: 30, loss });
    const first = sharp.metrics[0] as StepMetrics;
    expect(sharp.metrics.at(-1)?.entropy).toBeGreaterThan(first.entropy);
  });

  test('a step without informative groups trains on nothing and the run goes on', async () => {
    const options = { ...tinyRun, steps: 2 };
    const policy = await LocalPolicy.on(engine, tinyConfig, letters, freshParameters(tinyConfig, 5));
    const start = await startGrpo(policy, options);
    const stream = promptStream({ kind: 'dynamic', rounds: 2 }, sayC, { prompts: 4, seed: 1 });
    const metrics: StepMetrics[] = [];
    const wrong = () => ({ facts: { correct: false }, boxed: true });
    for await (const step of grpo(policy, stream, wrong, options, start)) metrics.push(step.metrics);
    expect(metrics[1]).toMatchObject({ kept: 0, flatGroups: 1, rollouts: 128, loss: 0, gradientNorm: 0 });
    const weights = Object.values(await policy.hostParameters()).flatMap(({ data }) => [...data]);
    expect(weights).toEqual(fresh());
    await start.learner.close();
    await policy.close();
  });
});
