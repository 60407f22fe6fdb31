import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../../src/trainer/engine/engine.js';
import { onnxEngine } from '../../../../src/trainer/engine/onnx/engine.js';
import { referenceEngine } from '../../../../src/trainer/engine/reference/engine.js';
import { LocalPolicy } from '../../../../src/trainer/local-policy.js';
import { freshParameters } from '../../../../src/trainer/model/parameters.js';
import { resultsOn, withGradients, worst } from '../../../helpers/engine-results.js';
import { cases } from '../../../helpers/tensor-cases.js';
import { letters, tinyConfig } from '../../../helpers/tiny-model.js';
import { webgpuEngine } from '../../../helpers/webgpu.js';

let webgpu: Engine | string;
beforeAll(async () => {
  webgpu = await webgpuEngine();
});
afterAll(async () => {
  if (typeof webgpu !== 'string') await webgpu.close();
});

describe('on WebGPU', () => {
  test.each(Object.entries(cases))('%s and its gradient as on the reference engine', async (_, one) => {
    if (typeof webgpu === 'string') return console.warn(webgpu);
    const { outputs, inputs } = withGradients(one);
    const expected = await resultsOn(referenceEngine(), outputs, inputs);
    expect(worst(await resultsOn(webgpu, outputs, inputs), expected)).toBeLessThanOrEqual(1e-5);
  });

  test('greedy decoding goes as on the processor', async () => {
    if (typeof webgpu === 'string') return console.warn(webgpu);
    const processor = await onnxEngine({ threads: 1 });
    const decoded: string[][] = [];
    for (const engine of [processor, webgpu]) {
      const policy = await LocalPolicy.on(engine, tinyConfig, letters, freshParameters(tinyConfig, 5));
      const sampled = await policy.sample(['abc', 'jihgfedc'], 1, { temperature: 0, maxTokens: 6, seed: 1 });
      decoded.push(sampled.flat().map(({ text }) => text));
      await policy.close();
    }
    expect(decoded[1]).toEqual(decoded[0]);
    await processor.close();
  });
});
