import * as g from '../../src/trainer/graph/build.js';
import { put, rmsNorm, rotate, segment, silu } from '../../src/trainer/graph/kernels.js';
import type { Node, Shape } from '../../src/trainer/graph/node.js';
import { sizeOf } from '../../src/trainer/graph/shapes.js';
import { ints } from './tensors.js';

/** A function of one or two tensors, and where it is differentiable. */
export interface Case {
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

/** Every primitive. */
export const cases: Readonly<Record<string, Case>> = {
  neg: { shapes: [[3]], f: (x) => g.neg(x as Node) },
  constant: { shapes: [[2, 2]], f: (x) => g.mul(x as Node, g.constant([1, -2, 0.5, 3], [2, 2])) },
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
  'an unpick beside another value': {
    shapes: [[3], [3, 4]],
    f: (...xs) => g.add(g.unpick(at(xs, 0), ids, 4), g.add(at(xs, 1), g.unpick(at(xs, 0), ids, 4))),
  },
  'the logarithm of a softmax, picked': {
    shapes: [[3, 4]],
    f: (x) => g.pick(g.logSoftmax(x as Node), ids),
  },
  put: {
    shapes: [
      [3, 2, 4, 2],
      [3, 2, 1, 2],
    ],
    f: (...xs) => put(at(xs, 0), at(xs, 1), ids, 2),
  },
  rmsNorm: {
    shapes: [[3, 4], [4]],
    f: (...xs) => rmsNorm(at(xs, 0), at(xs, 1), 1e-2),
  },
  silu: { shapes: [[3]], f: (x) => silu(x as Node) },
  segment: {
    shapes: [[3], [3]],
    f: (...xs) => {
      const inner = g.exp(g.mul(at(xs, 0), 0.5));
      return g.mul(segment(g.mul(inner, g.sin(g.mul(inner, at(xs, 1)))), [at(xs, 0)]), at(xs, 0));
    },
  },
  rotate: {
    shapes: [[1, 2, 3, 4]],
    f: (x) => rotate(x as Node, g.reshape(ids, [1, 3]), 5, [1, 0.1]),
  },
  'a product and the same bias for every row': {
    shapes: [[2, 3], [3, 4], [4]],
    f: (...xs) => g.add(g.matmul(at(xs, 0), at(xs, 1)), at(xs, 2)),
  },
  'matmul of narrow stacks': {
    shapes: [
      [2, 3, 4],
      [2, 4, 2],
    ],
    f: (...xs) => g.matmul(at(xs, 0), at(xs, 1)),
  },
  'a value used twice': { shapes: [[3]], f: (x) => g.mul(g.exp(x as Node), x as Node) },
};

/** The indices the cases read at. */
export const given = { ids: ints([3], [1, 3, 1]) };

/** A scalar with a different weight for every element, so that no element's gradient can hide. */
export const weighted = (y: Node): Node => {
  const weights = g.add(
    g.sin(g.add(g.cast(g.reshape(g.iota([sizeOf(y.shape)], 0), y.shape), 'float'), 1)),
    0.3,
  );
  return g.sum(g.mul(y, weights));
};
