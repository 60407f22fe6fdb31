import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../../src/trainer/engine/engine.js';
import { onnxEngine } from '../../../../src/trainer/engine/onnx/engine.js';
import { safePairs } from '../../../../src/trainer/engine/onnx/in-place.js';
import { referenceEngine } from '../../../../src/trainer/engine/reference/engine.js';
import * as g from '../../../../src/trainer/graph/build.js';
import { put } from '../../../../src/trainer/graph/kernels.js';
import type { Node } from '../../../../src/trainer/graph/node.js';
import { engineContract } from '../../../helpers/engine-contract.js';
import { resultsOn, spread, withGradients, worst } from '../../../helpers/engine-results.js';
import { cases } from '../../../helpers/tensor-cases.js';
import { floats, ints } from '../../../helpers/tensors.js';

let onnx: Engine;
beforeAll(async () => {
  onnx = await onnxEngine({ threads: 1 });
});
afterAll(() => onnx.close());

describe('every primitive and its gradient as on the reference engine', () => {
  test.each(Object.entries(cases))('%s', async (_, one) => {
    const { outputs, inputs } = withGradients(one);
    const expected = await resultsOn(referenceEngine(), outputs, inputs);
    expect(worst(await resultsOn(onnx, outputs, inputs), expected)).toBeLessThanOrEqual(2e-6);
  });
});

describe('the engine', () => {
  engineContract(() => onnx);

  test.each([1, 2])('rows summed at equal ids on %d threads lose no update', async (threads) => {
    const two = await onnxEngine({ threads });
    const count = 4096;
    for (const rows of [4, 700]) {
      const ids = g.input('ids', [count], 'int');
      const values = g.input('values', [count, 16]);
      // A small graph would run on one thread, whatever the engine has.
      const half = g.slice(values, 0, 0, count / 2);
      const large = g.sum(g.matmul(half, half, { transposeB: true }));
      const inputs = {
        ids: ints(
          [count],
          Array.from({ length: count }, (_, i) => i % 3),
        ),
        values: floats([count, 16], new Array(count * 16).fill(1)),
      };
      for (let i = 0; i < 5; i += 1) {
        const table = g.scatterAdd(values, ids, rows);
        const { table: summed } = await resultsOn(two, { table, large }, inputs);
        const perRow = Array.from({ length: 3 }, (_, row) => summed?.[row * 16]);
        expect(perRow).toEqual([1366, 1365, 1365]);
      }
    }
    await two.close();
  });

  test('the same run twice gives the same bits', async () => {
    const a = g.input('a', [64, 64]);
    const inputs = { a: spread([64, 64]) };
    const graph = { y: g.softmax(g.matmul(a, a)) };
    expect(await resultsOn(onnx, graph, inputs)).toEqual(await resultsOn(onnx, graph, inputs));
  });
});

describe('results in the place of inputs', () => {
  const x = g.input('x', [4]);
  const y = g.input('y', [4]);
  const at = g.input('at', [2], 'int');
  const table = g.input('table', [2, 3]);
  const fresh = g.input('fresh', [2, 1]);

  test.each<[string, Node, Record<string, Node>, boolean]>([
    ['elementwise', g.add(x, y), {}, true],
    ['after all that reads it', g.add(x, g.sum(g.mul(x, x))), {}, true],
    ['while another result reads it', g.add(x, y), { other: g.mul(x, 2) }, false],
    [
      'while another result reads another view of it',
      g.add(x, y),
      { other: g.exp(g.reshape(x, [2, 2])) },
      false,
    ],
    ['while it is read elsewhere than it is written', g.softmax(x), {}, false],
    ['of another shape', g.sum(x), {}, false],
    ['that does not read it, while others do', g.exp(y), { other: g.mul(x, 2) }, false],
    ['that does not read it, and nothing does later', g.exp(g.add(y, g.sum(x))), {}, true],
  ])('%s', (_, next, others, safe) => {
    expect(safePairs(g.graph({ next, ...others }, { next: 'x' })).has('next')).toBe(safe);
  });

  test('a slice is put where it belongs, again and again, and what it was put into is used up', async () => {
    const program = await onnx.compile(g.graph({ table: put(table, fresh, at, 1) }, { table: 'table' }));
    const host = floats([2, 3], [0, 0, 0, 0, 0, 0]);
    const first = await onnx.upload(host);
    let held = first;
    for (const [i, places] of [
      [0, 2],
      [1, 1],
    ].entries())
      held = (
        await program.run({ table: held, fresh: floats([2, 1], [i + 1, -i - 1]), at: ints([2], places) })
      ).table as typeof held;
    expect([...(await onnx.download(held)).data]).toEqual([1, 2, 0, 0, -2, -1]);
    expect([...host.data]).toEqual([0, 0, 0, 0, 0, 0]);
    await expect(
      program.run({ table: first, fresh: floats([2, 1], [1, 1]), at: ints([2], [0, 0]) }),
    ).rejects.toThrow('after it was disposed');
  });

  test('a tensor that is another input too is left alone', async () => {
    const program = await onnx.compile(g.graph({ sum: g.add(g.mul(x, 2), y) }, { sum: 'x' }));
    const held = await onnx.upload(floats([4], [1, 2, 3, 4]));
    const { sum } = await program.run({ x: held, y: held });
    expect([...(await onnx.download(sum as typeof held)).data]).toEqual([3, 6, 9, 12]);
  });

  test('what the host holds is never written to', async () => {
    const program = await onnx.compile(g.graph({ next: g.mul(x, 2) }, { next: 'x' }));
    const data = Float32Array.of(1, 2, 3, 4);
    const uploaded = await onnx.upload({ dtype: 'float', shape: [4], data });
    await program.run({ x: uploaded });
    await program.run({ x: { dtype: 'float', shape: [4], data } });
    expect([...data]).toEqual([1, 2, 3, 4]);
  });
});
