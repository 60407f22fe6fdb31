import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../../../src/trainer/engine/engine.js';
import { onnxEngine } from '../../../src/trainer/engine/onnx/engine.js';
import { grpo, startGrpo } from '../../../src/trainer/grpo.js';
import { loadPolicy } from '../../../src/trainer/load-policy.js';
import { LocalPolicy } from '../../../src/trainer/local-policy.js';
import { freshParameters } from '../../../src/trainer/model/parameters.js';
import { ppo, ppoDefaults, startPpo } from '../../../src/trainer/ppo.js';
import { pretrain } from '../../../src/trainer/pretrain.js';
import { promptStream } from '../../../src/trainer/streams/index.js';
import type { StepDone, TrainingStart } from '../../../src/trainer/training.js';
import { type CountedEngine, counted } from '../../helpers/counted-engine.js';
import { root } from '../../helpers/source-files.js';
import { letters, tinyConfig } from '../../helpers/tiny-model.js';
import { firstLetter, sayC, tinyRun } from '../../helpers/tiny-task.js';

let onnx: Engine;
beforeAll(async () => {
  onnx = await onnxEngine({ threads: 1 });
});
afterAll(() => onnx.close());

const freshPolicy = (engine: Engine): Promise<LocalPolicy> =>
  LocalPolicy.on(engine, tinyConfig, letters, freshParameters(tinyConfig, 5));

/** Tensors that are live after each step of a run, and after all of it is closed. */
async function countsOf(
  begin: (policy: LocalPolicy) => Promise<readonly [TrainingStart, AsyncIterable<StepDone>]>,
): Promise<readonly [steps: readonly number[], end: number]> {
  const engine = counted(onnx);
  const policy = await freshPolicy(engine);
  const [start, steps] = await begin(policy);
  const live: number[] = [];
  for await (const _ of steps) live.push(engine.live.size);
  await start.close();
  await policy.close();
  return [live, engine.live.size];
}

const parameters = Object.keys(freshParameters(tinyConfig, 5)).length;
/** Four micro-batches a step. */
const options = { ...tinyRun, steps: 3, microBatch: 8 };
const stream = () => promptStream({ kind: 'in-turn' }, sayC, { prompts: 4, seed: 1 });

test('GRPO holds weights, moments and the reference, and in the end nothing', async () => {
  const [steps, end] = await countsOf(async (policy) => {
    const start = await startGrpo(policy, options);
    return [start, grpo(policy, stream(), firstLetter, options, start)];
  });
  expect(steps).toEqual([4, 4, 4].map((sets) => sets * parameters));
  expect(end).toBe(0);
});

test('without a KL there is no reference', async () => {
  const [steps] = await countsOf(async (policy) => {
    const own = { ...options, loss: { ...options.loss, kl: 0 } };
    const start = await startGrpo(policy, own);
    return [start, grpo(policy, stream(), firstLetter, own, start)];
  });
  expect(steps).toEqual([3, 3, 3].map((sets) => sets * parameters));
});

test('PPO holds a critic and its moments besides, and in the end nothing', async () => {
  const critic = { optimiser: options.optimiser, rate: () => 1e-2, clip: 0.5, microBatch: 8 };
  const [steps, end] = await countsOf(async (policy) => {
    const own = { ...options, ...ppoDefaults, critic };
    const start = await startPpo(policy, own);
    return [start, ppo(policy, stream(), firstLetter, own, start)];
  });
  // The tables are tied: a critic has its head, of two parameters, besides.
  expect(steps).toEqual([1, 2, 3].map(() => 4 * parameters + 3 * (parameters + 2)));
  expect(end).toBe(0);
});

test('an update whose loss is no number leaves nothing behind', async () => {
  const engine = counted(onnx);
  const policy = await freshPolicy(engine);
  const start = await startGrpo(policy, options);
  const example = { prompt: [2], response: [3, 4], oldLogProbs: [0, 0], advantage: Number.NaN, weight: 1 };
  for (const rows of [1, 9, 20]) {
    const { gradientNorm } = await start.learner.update(
      Array.from({ length: rows }, () => example),
      1e-3,
    );
    expect(gradientNorm).toBeNaN();
  }
  await start.close();
  await policy.close();
  expect(engine.live.size).toBe(0);
});

test('pretraining holds the weights alone when it is done', async () => {
  const engine = counted(onnx);
  const policy = await freshPolicy(engine);
  const texts = () => [[2, 3, 4, 5]];
  await pretrain(policy, { steps: 2, optimiser: options.optimiser, rate: () => 1e-3, texts });
  expect(engine.live.size).toBe(parameters);
  await policy.close();
  expect(engine.live.size).toBe(0);
});

/** Uploads no more than so many tensors. */
const failingAfter = (uploads: number): CountedEngine => {
  const engine = counted(onnx);
  return {
    ...engine,
    upload: (tensor) =>
      engine.live.size < uploads ? engine.upload(tensor) : Promise.reject(new Error('no memory')),
  };
};

test('weights that do not all fit are freed', async () => {
  const engine = failingAfter(3);
  await expect(freshPolicy(engine)).rejects.toThrow('no memory');
  expect(engine.live.size).toBe(0);
  await expect(loadPolicy(engine, join(root, 'fixtures/models/qwen2-tiny'))).rejects.toThrow('no memory');
  expect(engine.live.size).toBe(0);
});

test('sampling that fails frees its cache', async () => {
  const engine = counted(onnx);
  const policy = await freshPolicy(engine);
  const random = {
    ...letters,
    endTokens: new Set<number>(),
    decode: () => {
      throw new Error('no text');
    },
  };
  const broken = await LocalPolicy.on(engine, tinyConfig, random, freshParameters(tinyConfig, 5));
  const sampling = { temperature: 1, maxTokens: 4, seed: 1, stop: ['x'] };
  await expect(broken.sample(['ab'], 3, sampling)).rejects.toThrow('no text');
  expect(engine.live.size).toBe(2 * parameters);
  await broken.close();
  await policy.close();
});
