import { expect, test } from 'vitest';
import { checkEngine } from '../../../../src/trainer/engine/check-engine.js';
import type { Engine } from '../../../../src/trainer/engine/engine.js';
import { onnxEngine } from '../../../../src/trainer/engine/onnx/engine.js';
import { referenceEngine } from '../../../../src/trainer/engine/reference/engine.js';
import { tfjsEngine } from '../../../../src/trainer/engine/tfjs/engine.js';

test.each([
  ['reference', () => Promise.resolve(referenceEngine()), 0],
  ['onnx', () => onnxEngine({ threads: 1 }), 1e-5],
  ['tfjs', () => tfjsEngine({ device: 'javascript' }), 1e-5],
] as const)('%s computes as the reference engine does', async (_, start, tolerance) => {
  const engine: Engine = await start();
  expect(await checkEngine(engine)).toBeLessThanOrEqual(tolerance);
  await engine.close();
});

test.each([
  ['a little', (value: number) => value + 1e-3, 1e-3],
  ['altogether', () => Number.NaN, Number.POSITIVE_INFINITY],
])('an engine that is wrong %s is found out', async (_, spoil, expected) => {
  const right = referenceEngine();
  const wrong: Engine = {
    ...right,
    download: async (tensor) => {
      const host = await right.download(tensor);
      return { ...host, data: Float64Array.from(host.data, spoil) };
    },
  };
  expect(await checkEngine(wrong)).toBeCloseTo(expected, 6);
});
