import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine, HostTensor } from '../../../../src/trainer/engine/engine.js';
import { onnxEngine } from '../../../../src/trainer/engine/onnx/engine.js';
import { referenceEngine } from '../../../../src/trainer/engine/reference/engine.js';
import * as g from '../../../../src/trainer/graph/build.js';
import { gradients } from '../../../../src/trainer/graph/gradients.js';
import { sizeOf } from '../../../../src/trainer/graph/shapes.js';
import { inputsOf } from '../../../../src/trainer/graph/walk.js';
import { LocalPolicy } from '../../../../src/trainer/local-policy.js';
import { freshParameters } from '../../../../src/trainer/model/parameters.js';
import { cases, given, weighted } from '../../../helpers/tensor-cases.js';
import { floats } from '../../../helpers/tensors.js';
import { letters, tinyConfig } from '../../../helpers/tiny-model.js';
import { webgpuEngine } from '../../../helpers/webgpu.js';

let webgpu: Engine | string;
beforeAll(async () => {
  webgpu = await webgpuEngine();
});
afterAll(async () => {
  if (typeof webgpu !== 'string') await webgpu.close();
});

async function results(
  engine: Engine,
  outputs: g.GraphOutputs,
  inputs: Readonly<Record<string, HostTensor>>,
): Promise<Record<string, number[]>> {
  const whole = g.graph(outputs);
  const wanted = inputsOf(whole);
  const program = await engine.compile(whole);
  const out = await program.run(
    Object.fromEntries(Object.entries(inputs).filter(([name]) => wanted.has(name))),
  );
  const values: Record<string, number[]> = {};
  for (const [name, tensor] of Object.entries(out)) values[name] = [...(await engine.download(tensor)).data];
  engine.dispose(...Object.values(out));
  await program.dispose();
  return values;
}

describe('on WebGPU', () => {
  test.each(Object.entries(cases))('%s and its gradient as on the reference engine', async (_, one) => {
    if (typeof webgpu === 'string') return console.warn(webgpu);
    const { shapes, f, into = (x: number) => x } = one;
    const xs = shapes.map((shape, i) => g.input(`x${i}`, shape));
    const value = f(...xs);
    const grads = gradients(weighted(value), xs);
    const graph = { value, ...Object.fromEntries(grads.map((grad, i) => [`d${i}`, grad])) };
    const inputs = {
      ...given,
      ...Object.fromEntries(
        shapes.map((shape, i) => {
          const data = Array.from({ length: sizeOf(shape) }, (_x, k) => into(Math.sin(3.7 * k + 1) * 1.5));
          return [`x${i}`, floats(shape, data)];
        }),
      ),
    };
    const expected = await results(referenceEngine(), graph, inputs);
    const actual = await results(webgpu, graph, inputs);
    for (const [name, values] of Object.entries(expected))
      for (const [i, each] of values.entries())
        expect(Math.abs((actual[name]?.[i] ?? Number.NaN) - each), `${name}[${i}]`).toBeLessThanOrEqual(
          1e-5 * Math.max(1, Math.abs(each)),
        );
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
