import type { Rank, Tensor } from '@tensorflow/tfjs-core';
import type {
  BinaryFunction,
  DType,
  FillNode,
  IotaNode,
  Node,
  ScatterAddNode,
  Shape,
  UnaryFunction,
} from '../../graph/node.js';
import { sizeOf } from '../../graph/shapes.js';
import type { Tfjs } from './library.js';

/** Element types by their names in tfjs. */
export const elementType: Readonly<Record<DType, 'float32' | 'int32'>> = { float: 'float32', int: 'int32' };

const unaries: Readonly<Record<UnaryFunction, keyof Tfjs & UnaryFunction>> = {
  neg: 'neg',
  exp: 'exp',
  log: 'log',
  sqrt: 'sqrt',
  tanh: 'tanh',
  sigmoid: 'sigmoid',
  sin: 'sin',
  cos: 'cos',
};

const binaries = {
  add: 'add',
  sub: 'sub',
  mul: 'mul',
  div: 'div',
  max: 'maximum',
  min: 'minimum',
  less: 'less',
  equal: 'equal',
} as const satisfies Readonly<Record<BinaryFunction, keyof Tfjs>>;

/** Tables up to this many rows are summed into by a product with one-hot rows, which no thread order changes. */
const ONE_HOT_ROWS = 512;

/** A fill, as a scalar where that is enough. */
export const filled = (tf: Tfjs, { value, shape, dtype }: FillNode, asScalar: boolean): Tensor =>
  asScalar || shape.length === 0
    ? tf.scalar(value, elementType[dtype])
    : tf.fill([...shape], value, elementType[dtype]);

/** The value of a node from the values it reads. */
export function evaluate(
  tf: Tfjs,
  node: Exclude<Node, { op: 'input' | 'fill' }>,
  args: readonly Tensor[],
): Tensor {
  const [x, y, z] = args as readonly [Tensor, Tensor, Tensor];
  switch (node.op) {
    case 'iota':
      return counted(tf, node);
    case 'constant':
      return tf.tensor([...node.values], [...node.shape], elementType[node.dtype]);
    case 'unary':
      return tf[unaries[node.function]](x);
    case 'binary':
      return tf.cast(tf[binaries[node.function]](x, y), elementType[node.dtype]);
    case 'select':
      return tf.where(tf.notEqual(x, 0), y, z);
    case 'cast':
      return tf.cast(x, elementType[node.dtype]);
    case 'stopGradient':
    case 'fused':
      return tf.clone(x);
    case 'matmul':
      return tf.matMul(x, y, node.transposeA, node.transposeB);
    case 'reduce':
      return tf[node.function](x, [...node.axes], true);
    case 'softmax':
      return node.log ? tf.logSoftmax(x, -1) : tf.softmax(x, -1);
    case 'gather':
    case 'scatterAdd':
    case 'pick':
    case 'unpick':
    case 'argmax':
      return indexed(tf, node, x, y);
    default:
      return moved(tf, node, args);
  }
}

/** The primitives that only move elements. */
function moved(
  tf: Tfjs,
  node: Extract<Node, { op: 'broadcast' | 'reshape' | 'transpose' | 'slice' | 'pad' | 'concat' }>,
  args: readonly Tensor[],
): Tensor {
  const [x] = args as readonly [Tensor];
  switch (node.op) {
    case 'broadcast':
      return tf.broadcastTo(x, [...node.shape]);
    case 'reshape':
      return tf.reshape(x, [...node.shape]);
    case 'transpose':
      return tf.transpose(x, [...node.permutation]);
    case 'slice':
      return tf.slice(x, [...node.starts], [...node.shape]);
    case 'pad':
      return tf.pad(
        x,
        node.before.map((before, axis): [number, number] => [before, node.after[axis] as number]),
      );
    case 'concat':
      return tf.concat([...args], node.axis);
  }
}

/** The primitives that read or write at indices. */
function indexed(
  tf: Tfjs,
  node: Extract<Node, { op: 'gather' | 'scatterAdd' | 'pick' | 'unpick' | 'argmax' }>,
  x: Tensor,
  ids: Tensor,
): Tensor {
  switch (node.op) {
    case 'gather':
      return tf.gather(x, ids);
    case 'argmax':
      return tf.argMax(x, -1);
    case 'pick': {
      const flat = tf.reshape(x, [sizeOf(node.shape), -1]);
      return tf.reshape(tf.gatherND(flat, places(tf, ids, node.shape)), [...node.shape]);
    }
    case 'unpick': {
      const count = sizeOf(node.x.shape);
      const size = node.shape.at(-1) as number;
      const table = tf.scatterND(places(tf, ids, node.x.shape), tf.reshape(x, [count]), [count, size]);
      return tf.reshape(table, [...node.shape]);
    }
    case 'scatterAdd':
      return scattered(tf, node, x, ids);
  }
}

/** Row and column of each id: `[N, 2]`. */
function places(tf: Tfjs, ids: Tensor, shape: Shape): Tensor {
  const count = sizeOf(shape);
  return tf.stack([tf.range(0, count, 1, 'int32'), tf.reshape(ids, [count])], 1);
}

/** Sums rows into a table. */
function scattered(
  tf: Tfjs,
  { shape, ids: { shape: many } }: ScatterAddNode,
  x: Tensor,
  ids: Tensor,
): Tensor {
  const [rows, width] = shape as readonly [number, number];
  const count = sizeOf(many);
  const flat = tf.reshape(x, [count, width]);
  const flatIds = tf.reshape<Rank.R1>(ids, [count]);
  return rows <= ONE_HOT_ROWS
    ? tf.matMul(tf.cast(tf.oneHot(flatIds, rows), 'float32'), flat, true)
    : tf.unsortedSegmentSum(flat, flatIds, rows);
}

/** 0, 1, 2 … along one axis. */
function counted(tf: Tfjs, { shape, axis }: IotaNode): Tensor {
  const alone = shape.map((size, i) => (i === axis ? size : 1));
  const along = tf.reshape(tf.range(0, shape[axis] as number, 1, 'int32'), alone);
  return tf.broadcastTo(along, [...shape]);
}
