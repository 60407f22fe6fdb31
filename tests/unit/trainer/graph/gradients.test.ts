import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as g from '../../../../src/trainer/graph/build.js';
import { gradients } from '../../../../src/trainer/graph/gradients.js';
import type { Node, Shape } from '../../../../src/trainer/graph/node.js';
import { sizeOf } from '../../../../src/trainer/graph/shapes.js';
import { cases, given, weighted } from '../../../helpers/tensor-cases.js';
import { computed, floats } from '../../../helpers/tensors.js';

describe('the gradient of every primitive against finite differences', () => {
  test.each(Object.entries(cases))('%s', async (_, { shapes, f, into = (x) => x }) => {
    const xs = shapes.map((shape, i) => g.input(`x${i}`, shape));
    const loss = weighted(f(...xs));
    const grads = gradients(loss, xs);
    const sample = fc.tuple(
      ...shapes.map((shape) =>
        fc.array(fc.double({ min: -2, max: 2, noNaN: true }), {
          minLength: sizeOf(shape),
          maxLength: sizeOf(shape),
        }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(sample, async (raw) => {
        const points = raw.map((values) => values.map(into));
        const inputs = (moved?: readonly [number, number, number]): Parameters<typeof computed>[1] => ({
          ...given,
          ...Object.fromEntries(
            points.map((values, i) => {
              const data =
                moved?.[0] === i ? values.with(moved[1], (values[moved[1]] as number) + moved[2]) : values;
              return [`x${i}`, floats(shapes[i] as Shape, data)];
            }),
          ),
        });
        const used = (values: Parameters<typeof computed>[1], node: Node): Promise<number[]> =>
          run(node, values);
        for (const [i, gradient] of grads.entries()) {
          const exact = await used(inputs(), gradient);
          for (const [k, value] of exact.entries()) {
            const step = 1e-5;
            const [up] = await used(inputs([i, k, step]), loss);
            const [down] = await used(inputs([i, k, -step]), loss);
            const slope = ((up as number) - (down as number)) / (2 * step);
            expect(Math.abs(value - slope)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(slope)));
          }
        }
      }),
      { numRuns: 5 },
    );
  });
});

/** Gives a node only the inputs it reaches. */
async function run(node: Node, all: Parameters<typeof computed>[1] = {}): Promise<number[]> {
  const { inputsOf } = await import('../../../../src/trainer/graph/walk.js');
  const names = [...inputsOf(g.graph({ value: node })).keys()];
  return computed(node, Object.fromEntries(names.map((name) => [name, all[name] as never])));
}

describe('gradients', () => {
  const x = g.input('x', [2]);
  const at2 = { x: floats([2], [3, 4]) };

  test('nothing flows through stopGradient, comparisons and indices', async () => {
    const loss = g.sum(g.add(g.mul(g.stopGradient(x), x), g.less(x, 0)));
    expect(await run(gradients(loss, [x])[0] as Node, at2)).toEqual([3, 4]);
  });

  test('zero where no path leads', async () => {
    expect(await run(gradients(g.fill(1), [x])[0] as Node, at2)).toEqual([0, 0]);
  });

  test('of max: shared evenly between equal ones', async () => {
    const [grad] = gradients(g.max(x), [x]);
    expect(await run(grad as Node, { x: floats([2], [5, 5]) })).toEqual([0.5, 0.5]);
    expect(await run(grad as Node, { x: floats([2], [5, 6]) })).toEqual([0, 1]);
  });

  test('of a maximum of two: to the first where equal', async () => {
    const y = g.input('y', [1]);
    const z = g.input('z', [1]);
    const [dy, dz] = gradients(g.sum(g.maximum(y, z)), [y, z]);
    const same = { y: floats([1], [2]), z: floats([1], [2]) };
    expect(await run(dy as Node, same)).toEqual([1]);
    expect(await run(dz as Node, same)).toEqual([0]);
  });

  test('second derivatives: a gradient is a graph like any other', async () => {
    const [first] = gradients(g.sum(g.mul(g.mul(x, x), x)), [x]);
    const [second] = gradients(g.sum(first as Node), [x]);
    expect(await run(second as Node, at2)).toEqual([18, 24]);
  });

  test('a chain of ten thousand nodes does not overflow the stack', async () => {
    let y: Node = x;
    for (let i = 0; i < 10_000; i += 1) y = g.add(y, 1);
    expect(await run(gradients(g.sum(y), [x])[0] as Node, at2)).toEqual([1, 1]);
  });

  test('the loss must be a scalar', () => {
    expect(() => gradients(x, [x])).toThrow('the loss must be a float scalar; it is float [2]');
  });
});
