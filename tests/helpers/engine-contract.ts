import { describe, expect, test } from 'vitest';
import type { Engine } from '../../src/trainer/engine/engine.js';
import { referenceEngine } from '../../src/trainer/engine/reference/engine.js';
import * as g from '../../src/trainer/graph/build.js';
import { resultsOn } from './engine-results.js';
import { floats, ints } from './tensors.js';

/** What every engine but the reference promises of its tensors and programs. */
export function engineContract(engine: () => Engine): void {
  const x = g.input('x', [2]);

  describe('tensors and programs', () => {
    test('values stay where they are between runs, and are freed once', async () => {
      const program = await engine().compile(g.graph({ y: g.mul(x, 2) }));
      let held = await engine().upload(floats([2], [1, 3]));
      for (let i = 0; i < 3; i += 1) {
        const { y } = await program.run({ x: held });
        engine().dispose(held);
        held = y as typeof held;
      }
      expect([...(await engine().download(held)).data]).toEqual([8, 24]);
      engine().dispose(held);
      engine().dispose(held);
      await expect(program.run({ x: held })).rejects.toThrow('after it was disposed');
    });

    test('an input as a result, one result under two names, ints and scalars', async () => {
      const n = g.input('n', [3], 'int');
      const graph = { same: n, twice: n, sum: g.sum(g.cast(n, 'float')), one: g.fill(1) };
      expect(await resultsOn(engine(), graph, { n: ints([3], [1, -2, 3]) })).toEqual({
        same: [1, -2, 3],
        twice: [1, -2, 3],
        sum: [2],
        one: [1],
      });
    });

    test('what is uploaded or read is a copy', async () => {
      const mine = Float32Array.of(1, 2);
      const held = await engine().upload({ dtype: 'float', shape: [2], data: mine });
      mine[0] = 9;
      const read = await engine().download(held);
      read.data[1] = 9;
      expect([...(await engine().download(held)).data]).toEqual([1, 2]);
      engine().dispose(held);
    });

    test('wrong inputs are named', async () => {
      const program = await engine().compile(g.graph({ y: g.neg(x) }));
      await expect(program.run({})).rejects.toThrow("input 'x' [2] is missing");
      await expect(program.run({ x: floats([3], [1, 2, 3]) })).rejects.toThrow(
        'must be float [2]; got float [3]',
      );
    });

    test('a tensor of another engine is refused', async () => {
      const theirs = await referenceEngine().upload(floats([2], [1, 2]));
      const program = await engine().compile(g.graph({ y: g.neg(x) }));
      await expect(program.run({ x: theirs })).rejects.toThrow('belongs to another engine');
      await expect((async () => engine().download(theirs))()).rejects.toThrow('belongs to another engine');
    });
  });
}
