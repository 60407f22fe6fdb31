import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../../src/trainer/engine/engine.js';
import { onnxEngine } from '../../../../src/trainer/engine/onnx/engine.js';
import { referenceEngine } from '../../../../src/trainer/engine/reference/engine.js';
import * as g from '../../../../src/trainer/graph/build.js';
import { gradients } from '../../../../src/trainer/graph/gradients.js';
import type { DecoderConfig } from '../../../../src/trainer/model/config.js';
import {
  freshParameters,
  parameterInputs,
  parameterSpecs,
} from '../../../../src/trainer/model/parameters.js';
import { type MemoryOptions, padded, tokenValues } from '../../../../src/trainer/sequence.js';
import { tinyConfig } from '../../../helpers/tiny-model.js';
import { webgpuEngine } from '../../../helpers/webgpu.js';

let onnx: Engine;
let webgpu: Engine | string;
beforeAll(async () => {
  onnx = await onnxEngine({ threads: 1 });
  webgpu = await webgpuEngine();
});
afterAll(async () => {
  await onnx.close();
  if (typeof webgpu !== 'string') await webgpu.close();
});

const sequences = [
  [2, 5, 3, 9, 4, 4, 11, 6, 2],
  [7, 7, 2, 8, 10, 3, 5, 5, 9],
  [3, 2, 2, 2, 6, 9, 8, 4, 0],
];

type Gradients = Readonly<Record<string, readonly number[]>>;

/** The gradients of a loss that every log-prob and entropy enters with a weight of its own. */
async function modelGradients(
  engine: Engine,
  config: DecoderConfig,
  options: MemoryOptions = {},
): Promise<Gradients> {
  const specs = parameterSpecs(config);
  const parameters = parameterInputs(specs);
  const ids = g.input('ids', [3, 9], 'int');
  const { logProbs, entropies } = tokenValues(config, parameters, ids, 0.7, options);
  const weights = g.sin(g.cast(g.reshape(g.iota([24], 0), [3, 8]), 'float'));
  const ratio = g.exp(g.mul(logProbs, 0.3));
  const loss = g.sum(g.add(g.mul(ratio, weights), g.mul(entropies, g.mul(weights, 0.5))));
  const nodes = Object.values(parameters);
  const found = gradients(loss, nodes);
  const program = await engine.compile(
    g.graph(Object.fromEntries(specs.map(({ name }, i) => [name, found[i] as (typeof nodes)[number]]))),
  );
  const weightsHere = freshParameters(config, 3);
  // Larger than a fresh model's, so that attention is far from even.
  for (const { shape, data } of Object.values(weightsHere))
    if (shape.length === 2) for (let i = 0; i < data.length; i += 1) data[i] = (data[i] as number) * 10;
  const out = await program.run({ ...weightsHere, ids: padded(sequences, 9, 0) });
  const values: Record<string, number[]> = {};
  for (const [name, tensor] of Object.entries(out)) values[name] = [...(await engine.download(tensor)).data];
  engine.dispose(...Object.values(out));
  await program.dispose();
  return values;
}

/** The largest difference of two gradients, as a share of the largest of any parameter. */
function difference(actual: Gradients, expected: Gradients): number {
  expect(Object.keys(actual)).toEqual(Object.keys(expected));
  const largest = Math.max(...Object.values(expected).flat().map(Math.abs));
  const worst = Object.entries(expected).flatMap(([name, values]) =>
    values.map((value, i) => Math.abs(value - (actual[name]?.[i] ?? Number.NaN))),
  );
  expect(largest).toBeGreaterThan(0.01);
  return Math.max(...worst) / largest;
}

const models: readonly (readonly [string, DecoderConfig])[] = [
  ['grouped heads, biases, tied', tinyConfig],
  ['untied', { ...tinyConfig, tiedEmbeddings: false }],
  ['no biases', { ...tinyConfig, attentionBias: false }],
  [
    'as many key heads as heads, untied, no biases',
    { ...tinyConfig, keyValueHeads: 4, tiedEmbeddings: false, attentionBias: false },
  ],
  ['one key head', { ...tinyConfig, keyValueHeads: 1 }],
  ['norms of heads, biases on all projections', { ...tinyConfig, headNorms: true, outputBias: true }],
  ['scaled positions', { ...tinyConfig, ropeScaling: { kind: 'linear', factor: 3 } }],
];

describe('gradients of a whole model', () => {
  test.each(models)('on ONNX Runtime are those of the reference engine: %s', async (_, config) => {
    const expected = await modelGradients(referenceEngine(), config);
    expect(difference(await modelGradients(onnx, config), expected)).toBeLessThan(1e-5);
  });

  const saving: readonly (readonly [string, MemoryOptions])[] = [
    ['logits in chunks', { logitRows: 7 }],
    ['logits row by row', { logitRows: 1 }],
    ['layers computed again', { recompute: true }],
    ['both', { logitRows: 10, recompute: true }],
  ];

  test.each(saving)('are the same with %s', async (_, options) => {
    const expected = await modelGradients(referenceEngine(), tinyConfig);
    expect(difference(await modelGradients(referenceEngine(), tinyConfig, options), expected)).toBeLessThan(
      1e-12,
    );
    expect(difference(await modelGradients(onnx, tinyConfig, options), expected)).toBeLessThan(1e-5);
    const whole = await modelGradients(onnx, tinyConfig);
    expect(difference(await modelGradients(onnx, tinyConfig, options), whole)).toBeLessThan(1e-6);
  });

  test.each(models)('on WebGPU are those of the reference engine: %s', async (_, config) => {
    if (typeof webgpu === 'string') return console.warn(webgpu);
    const expected = await modelGradients(referenceEngine(), config);
    expect(difference(await modelGradients(webgpu, config), expected)).toBeLessThan(1e-5);
  });

  test('on WebGPU with logits in chunks and layers computed again are those of the reference engine', async () => {
    if (typeof webgpu === 'string') return console.warn(webgpu);
    const expected = await modelGradients(referenceEngine(), tinyConfig);
    const saved = await modelGradients(webgpu, tinyConfig, { logitRows: 7, recompute: true });
    expect(difference(saved, expected)).toBeLessThan(1e-5);
  });

  test('are the same bits every time', async () => {
    const first = await modelGradients(onnx, tinyConfig);
    for (let i = 0; i < 3; i += 1) expect(await modelGradients(onnx, tinyConfig)).toEqual(first);
  });
});
