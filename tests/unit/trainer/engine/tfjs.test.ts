import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../../src/trainer/engine/engine.js';
import { referenceEngine } from '../../../../src/trainer/engine/reference/engine.js';
import { tfjsEngine } from '../../../../src/trainer/engine/tfjs/engine.js';
import * as g from '../../../../src/trainer/graph/build.js';
import { grpo, startGrpo } from '../../../../src/trainer/grpo.js';
import { LocalPolicy } from '../../../../src/trainer/local-policy.js';
import type { StepMetrics } from '../../../../src/trainer/metrics.js';
import { freshParameters } from '../../../../src/trainer/model/parameters.js';
import { promptStream } from '../../../../src/trainer/streams/index.js';
import { engineContract } from '../../../helpers/engine-contract.js';
import { modelGradients, resultsOn, spread, withGradients, worst } from '../../../helpers/engine-results.js';
import { cases } from '../../../helpers/tensor-cases.js';
import { floats, ints } from '../../../helpers/tensors.js';
import { letters, tinyConfig } from '../../../helpers/tiny-model.js';
import { firstLetter, sayC, tinyRun } from '../../../helpers/tiny-task.js';

let tfjs: Engine;
beforeAll(async () => {
  tfjs = await tfjsEngine({ device: 'javascript' });
});
afterAll(() => tfjs.close());

test('says what it is', () => {
  expect(tfjs.info).toEqual({
    name: 'tfjs',
    device: 'javascript',
    version: `@tensorflow/tfjs-core ${tf.version_core}`,
    float: 'float32',
    threads: null,
  });
});

describe('every primitive and its gradient as on the reference engine', () => {
  test.each(Object.entries(cases))('%s', async (_, one) => {
    const { outputs, inputs } = withGradients(one);
    const expected = await resultsOn(referenceEngine(), outputs, inputs);
    expect(worst(await resultsOn(tfjs, outputs, inputs), expected)).toBeLessThan(2e-6);
  });

  const ids = g.input('many', [64], 'int');
  const many = {
    many: ints(
      [64],
      Array.from({ length: 64 }, (_, i) => (i * i) % 5),
    ),
  };
  test.each([4, 5, 512, 513, 700])('rows summed at equal ids into a table of %i', async (rows) => {
    const graph = { table: g.scatterAdd(g.input('x', [64, 3]), g.minimum(ids, rows - 1), rows) };
    const inputs = { ...many, x: spread([64, 3]) };
    const expected = await resultsOn(referenceEngine(), graph, inputs);
    expect(worst(await resultsOn(tfjs, graph, inputs), expected)).toBeLessThan(2e-6);
  });

  test.each([
    ['greatest', () => g.max(g.input('x', [3, 4]), [1], true)],
    ['first of equals', () => g.argmax(g.equal(g.input('x', [3, 4]), g.input('x', [3, 4])))],
    ['greatest place', () => g.argmax(g.input('x', [3, 4]))],
    ['an int as a float', () => g.cast(g.iota([2, 3], 1), 'float')],
    ['a whole float as an int', () => g.cast(g.add(g.cast(g.iota([2, 3], 0), 'float'), 1), 'int')],
    ['ints compared', () => g.less(g.iota([3, 3], 0), g.iota([3, 3], 1))],
    ['ints chosen', () => g.select(g.less(g.iota([3], 0), 1), g.iota([3], 0), 7)],
    ['a fill broadcast', () => g.add(g.fill(2, [1]), g.fill(3, [4]))],
    ['a fill alone', () => g.fill(2, [2, 3])],
    ['a product of fills', () => g.matmul(g.fill(2, [2, 3]), g.fill(1, [3, 2]))],
    [
      'nothing but repeats',
      () => g.mul(g.broadcast(g.input('y', [1]), [4]), g.broadcast(g.input('y', [1]), [4])),
    ],
    [
      'four axes times four',
      () => g.matmul(g.input('z', [2, 2, 3, 2]), g.input('z', [2, 2, 3, 2]), { transposeB: true }),
    ],
  ] as const)('%s', async (_, make) => {
    const graph = { value: make() };
    const inputs = { x: spread([3, 4]), y: spread([1]), z: spread([2, 2, 3, 2]) };
    const expected = await resultsOn(referenceEngine(), graph, inputs);
    expect(worst(await resultsOn(tfjs, graph, inputs), expected)).toBeLessThan(2e-6);
  });
});

test('the gradient of a whole model is that of the reference engine', async () => {
  const rows = 3;
  const length = 9;
  const inputs = {
    ...freshParameters({ ...tinyConfig, tiedEmbeddings: false }, 7),
    sequences: ints(
      [rows, length + 1],
      Array.from({ length: rows * (length + 1) }, (_, i) => (i * 7 + 3) % tinyConfig.vocabSize),
    ),
  };
  for (const { data, shape } of Object.values(inputs))
    if (shape.length === 2 && data instanceof Float32Array)
      for (let i = 0; i < data.length; i += 1) data[i] = (data[i] as number) * 10;
  const graph = modelGradients({ ...tinyConfig, tiedEmbeddings: false }, rows, length);
  const expected = await resultsOn(referenceEngine(), graph, inputs);
  expect(Math.max(...(expected['d.model.embed_tokens.weight'] ?? []))).toBeGreaterThan(1e-3);
  expect(worst(await resultsOn(tfjs, graph, inputs), expected)).toBeLessThan(1e-5);
});

describe('the engine', () => {
  engineContract(() => tfjs);

  const x = g.input('x', [2]);

  test('a run keeps nothing but its results, whatever happens in it', async () => {
    const program = await tfjs.compile(g.graph({ y: g.softmax(g.mul(x, g.exp(x))) }));
    const before = tf.memory().numTensors;
    const { y } = await program.run({ x: floats([2], [1, 2]) });
    expect(tf.memory().numTensors).toBe(before + 1);
    tfjs.dispose(y as NonNullable<typeof y>);
    expect(tf.memory().numTensors).toBe(before);
  });

  test.each([
    ['cuda', '@tensorflow/tfjs-node-gpu: npm install @tensorflow/tfjs-node-gpu'],
    ['cpu', '@tensorflow/tfjs-node: npm install @tensorflow/tfjs-node'],
    [
      undefined,
      'needs @tensorflow/tfjs-node-gpu or @tensorflow/tfjs-node: npm install @tensorflow/tfjs-node',
    ],
  ] as const)('what is not installed for %s is named with its command', async (device, message) => {
    await expect(tfjsEngine(device === undefined ? {} : { device })).rejects.toThrow(message);
  });
});

/** What three steps of training come to on an engine. */
async function trained(engine: Engine, onStep: () => void): Promise<readonly StepMetrics[]> {
  const policy = await LocalPolicy.on(engine, tinyConfig, letters, freshParameters(tinyConfig, 5));
  const options = { ...tinyRun, steps: 3 };
  const start = await startGrpo(policy, options);
  const stream = promptStream({ kind: 'in-turn' }, sayC, { prompts: 4, seed: 1 });
  const told: StepMetrics[] = [];
  for await (const { metrics } of grpo(policy, stream, firstLetter, options, start)) {
    told.push(metrics);
    onStep();
  }
  await start.close();
  await policy.close();
  return told;
}

test('training goes as on the reference engine, and no tensor is left over', async () => {
  const before = tf.memory().numTensors;
  const held: number[] = [];
  const ours = await trained(tfjs, () => held.push(tf.memory().numTensors));
  expect(held).toHaveLength(3);
  expect(new Set(held).size).toBe(1);
  const theirs = await trained(referenceEngine(), () => {});
  for (const [step, { loss, gradientNorm, entropy, accuracy }] of theirs.entries()) {
    expect(ours[step]?.accuracy).toBe(accuracy);
    expect(ours[step]?.loss).toBeCloseTo(loss, 5);
    expect(ours[step]?.gradientNorm).toBeCloseTo(gradientNorm, 4);
    expect(ours[step]?.entropy).toBeCloseTo(entropy, 5);
  }
  expect(tf.memory().numTensors).toBe(before);
});
