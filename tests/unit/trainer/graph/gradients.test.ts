import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as g from '../../../../src/trainer/graph/build.js';
import { gradients } from '../../../../src/trainer/graph/gradients.js';
import type { Node, Shape } from '../../../../src/trainer/graph/node.js';
import { sizeOf } from '../../../../src/trainer/graph/shapes.js';
import { computed, floats, ints } from '../../../helpers/tensors.js';

/** A function of one or two tensors, and where it is differentiable. */
interface Case {
  readonly shapes: readonly Shape[];
  readonly f: (...xs: readonly Node[]) => Node;
  /** Brings a sample into the domain; default: as it is. */
  readonly into?: (x: number) => number;
}

const ids = g.input('ids', [3], 'int');
const positive = (x: number): number => Math.abs(x) + 0.5;
/** Away from kinks: distinct values far apart compared with the step. */
const apart = (x: number): number => Math.round(x * 20) / 20 + 0.01 * Math.sign(x);
const at = (xs: readonly Node[], i: number): Node => xs[i] as Node;

const cases: Readonly<Record<string, Case>> = {
  neg: { shapes: [[3]], f: (x) => g.neg(x as Node) },
  exp: { shapes: [[3]], f: (x) => g.exp(x as Node) },
  log: { shapes: [[3]], f: (x) => g.log(x as Node), into: positive },
  sqrt: { shapes: [[3]], f: (x) => g.sqrt(x as Node), into: positive },
  tanh: { shapes: [[3]], f: (x) => g.tanh(x as Node) },
  sigmoid: { shapes: [[3]], f: (x) => g.sigmoid(x as Node) },
  sin: { shapes: [[3]], f: (x) => g.sin(x as Node) },
  cos: { shapes: [[3]], f: (x) => g.cos(x as Node) },
  'add, broadcast': { shapes: [[2, 3], [3]], f: (...xs) => g.add(at(xs, 0), at(xs, 1)) },
  'sub, broadcast': {
    shapes: [
      [2, 1],
      [1, 3],
    ],
    f: (...xs) => g.sub(at(xs, 0), at(xs, 1)),
  },
  'mul, broadcast': {
    shapes: [
      [2, 3],
      [2, 1],
    ],
    f: (...xs) => g.mul(at(xs, 0), at(xs, 1)),
  },
  div: {
    shapes: [
      [2, 3],
      [2, 3],
    ],
    f: (...xs) => g.div(at(xs, 0), at(xs, 1)),
    into: positive,
  },
  maximum: { shapes: [[4]], f: (x) => g.maximum(x as Node, 0.003), into: apart },
  minimum: { shapes: [[4]], f: (x) => g.minimum(x as Node, 0.003), into: apart },
  select: {
    shapes: [[4], [4]],
    f: (...xs) => g.select(g.less(g.iota([4], 0), 2), at(xs, 0), at(xs, 1)),
  },
  reshape: { shapes: [[2, 3]], f: (x) => g.reshape(x as Node, [3, -1]) },
  transpose: { shapes: [[2, 3, 2]], f: (x) => g.transpose(x as Node, [2, 0, 1]) },
  slice: { shapes: [[3, 4]], f: (x) => g.slice(x as Node, 1, 1, 3) },
  pad: { shapes: [[2, 2]], f: (x) => g.pad(x as Node, -1, 1, 2) },
  concat: {
    shapes: [
      [2, 1],
      [2, 3],
    ],
    f: (...xs) => g.concat([at(xs, 0), at(xs, 1), at(xs, 0)], 1),
  },
  matmul: {
    shapes: [
      [2, 3],
      [3, 4],
    ],
    f: (...xs) => g.matmul(at(xs, 0), at(xs, 1)),
  },
  'matmul, left transposed': {
    shapes: [
      [2, 3, 2],
      [2, 3, 4],
    ],
    f: (...xs) => g.matmul(at(xs, 0), at(xs, 1), { transposeA: true }),
  },
  'matmul, right transposed': {
    shapes: [
      [2, 2, 3],
      [2, 4, 3],
    ],
    f: (...xs) => g.matmul(at(xs, 0), at(xs, 1), { transposeB: true }),
  },
  'matmul, both transposed': {
    shapes: [
      [3, 2],
      [4, 3],
    ],
    f: (...xs) => g.matmul(at(xs, 0), at(xs, 1), { transposeA: true, transposeB: true }),
  },
  'matmul of a stack with one matrix': {
    shapes: [
      [2, 2, 3],
      [3, 2],
    ],
    f: (...xs) => g.matmul(at(xs, 0), at(xs, 1)),
  },
  'sum over an axis': { shapes: [[2, 3]], f: (x) => g.sum(x as Node, [0]) },
  'sum, kept': { shapes: [[2, 3]], f: (x) => g.sum(x as Node, [-1], true) },
  mean: { shapes: [[2, 3]], f: (x) => g.mean(x as Node) },
  softmax: { shapes: [[2, 3]], f: (x) => g.softmax(x as Node) },
  logSoftmax: { shapes: [[2, 3]], f: (x) => g.logSoftmax(x as Node) },
  gather: { shapes: [[4, 2]], f: (x) => g.gather(x as Node, ids) },
  scatterAdd: { shapes: [[3, 2]], f: (x) => g.scatterAdd(x as Node, ids, 4) },
  pick: { shapes: [[3, 4]], f: (x) => g.pick(x as Node, ids) },
  unpick: { shapes: [[3]], f: (x) => g.unpick(x as Node, ids, 4) },
  'a value used twice': { shapes: [[3]], f: (x) => g.mul(g.exp(x as Node), x as Node) },
};

const given = { ids: ints([3], [1, 3, 1]) };

/** A scalar with a different weight for every element, so that no element's gradient can hide. */
const weighted = (y: Node): Node => {
  const weights = g.add(
    g.sin(g.add(g.cast(g.reshape(g.iota([sizeOf(y.shape)], 0), y.shape), 'float'), 1)),
    0.3,
  );
  return g.sum(g.mul(y, weights));
};

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
