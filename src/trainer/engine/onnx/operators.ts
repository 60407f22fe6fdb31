import type { BinaryFunction, BinaryNode, MatmulNode, Node, Shape, UnaryFunction } from '../../graph/node.js';
import { broadcastShape, sameShape } from '../../graph/shapes.js';
import type { Emitter } from './emitter.js';
import { emitKernel, knows } from './kernels.js';
import { elementType } from './model.js';

/** Gives the model's name of a node's value. */
export type NameOf = (node: Node) => string;

const unaries: Readonly<Record<UnaryFunction, string>> = {
  neg: 'Neg',
  exp: 'Exp',
  log: 'Log',
  sqrt: 'Sqrt',
  tanh: 'Tanh',
  sigmoid: 'Sigmoid',
  sin: 'Sin',
  cos: 'Cos',
};

const binaries: Readonly<Record<BinaryFunction, string>> = {
  add: 'Add',
  sub: 'Sub',
  mul: 'Mul',
  div: 'Div',
  max: 'Max',
  min: 'Min',
  less: 'Less',
  equal: 'Equal',
};

/** On several threads, tables up to this many rows are summed into by a product with one-hot rows, larger ones by scattering. */
const ONE_HOT_ROWS = 256;

const axis = (value: number): { readonly axis: { readonly int: number } } => ({ axis: { int: value } });

/** Emits the operators of one node and gives the name of its value. */
export function emitNode(node: Exclude<Node, { op: 'input' }>, name: NameOf, to: Emitter): string {
  switch (node.op) {
    case 'fill':
      return to.filled(node.value, node.shape, node.dtype);
    case 'iota':
      return expanded(counted(node.shape, node.axis, to), node.shape, to);
    case 'constant':
      return to.constant(node);
    case 'unary':
      return to.emit(unaries[node.function], [name(node.x)]);
    case 'binary':
      return node.function === 'less' || node.function === 'equal'
        ? to.emit('Cast', [condition(node, name, to)], { to: { int: elementType.float } })
        : (biased(node, name, to) ??
            picked(node, name, to) ??
            to.emit(binaries[node.function], together([node.a, node.b], node.shape, name, to)));
    case 'select':
      return selected(node, name, to);
    case 'cast':
      return to.emit('Cast', [name(node.x)], { to: { int: elementType[node.dtype] } });
    case 'broadcast':
      return expanded(name(node.x), node.shape, to);
    case 'stopGradient':
      return name(node.x);
    case 'fused':
      return knows(node.kernel, to.target) ? emitKernel(node.kernel, name, to) : name(node.x);
    case 'softmax':
      return to.emit(node.log ? 'LogSoftmax' : 'Softmax', [name(node.x)], axis(-1));
    case 'reduce':
      return to.emit(
        node.function === 'sum' ? 'ReduceSum' : 'ReduceMax',
        [name(node.x), to.ints(node.axes)],
        {
          keepdims: { int: 1 },
        },
      );
    case 'matmul':
      return multiplied(node, name, to);
    case 'gather':
    case 'scatterAdd':
    case 'pick':
    case 'unpick':
    case 'argmax':
      return indexed(node, name, to);
    default:
      return moved(node, name, to);
  }
}

/** The primitives that only move elements. */
function moved(
  node: Extract<Node, { op: 'reshape' | 'transpose' | 'slice' | 'pad' | 'concat' }>,
  name: NameOf,
  to: Emitter,
): string {
  switch (node.op) {
    case 'reshape':
      return shaped(name(node.x), node.shape, to);
    case 'transpose':
      return to.emit('Transpose', [name(node.x)], { perm: { ints: node.permutation } });
    case 'slice':
      return to.emit('Slice', [name(node.x), to.ints(node.starts), to.ints(node.ends)]);
    case 'pad':
      return to.emit('Pad', [
        name(node.x),
        to.ints([...node.before, ...node.after]),
        to.scalar(0, node.dtype),
      ]);
    case 'concat':
      return to.emit('Concat', node.parts.map(name), axis(node.axis));
  }
}

/** The primitives that read or write at indices. */
function indexed(
  node: Extract<Node, { op: 'gather' | 'scatterAdd' | 'pick' | 'unpick' | 'argmax' }>,
  name: NameOf,
  to: Emitter,
): string {
  switch (node.op) {
    case 'gather':
      return to.emit('Gather', [name(node.table), name(node.ids)], axis(0));
    case 'argmax':
      return to.emit('ArgMax', [name(node.x)], { ...axis(-1), keepdims: { int: 0 } });
    case 'pick': {
      const ids = shaped(name(node.ids), [...node.shape, 1], to);
      return shaped(to.emit('GatherElements', [name(node.x), ids], axis(-1)), node.shape, to);
    }
    case 'unpick': {
      const lone = [...node.x.shape, 1];
      const here = isId(name(node.ids), lone, node.shape.at(-1) as number, to);
      return to.emit('Where', [here, shaped(name(node.x), lone, to), to.scalar(0, node.dtype)]);
    }
    case 'scatterAdd':
      return scattered(node, name, to);
  }
}

/** 1 where the last axis stands at the id: `[…, size]` booleans. */
function isId(ids: string, lone: Shape, size: number, to: Emitter): string {
  const places = to.ints(
    Array.from({ length: size }, (_, i) => i),
    [...lone.slice(0, -1).map(() => 1), size],
  );
  return to.emit('Equal', [shaped(ids, lone, to), places]);
}

/**
 * Sums rows into a table. ScatterND with addition is ten times as fast as anything else, but loses updates of equal indices when it
 * runs on several threads (onnxruntime 1.30); ScatterElements does not, and a product with one-hot rows is faster for small tables.
 */
function scattered(node: Extract<Node, { op: 'scatterAdd' }>, name: NameOf, to: Emitter): string {
  const [rows, width] = node.shape as readonly [number, number];
  const count = node.ids.shape.reduce((n, size) => n * size, 1);
  const flat = shaped(name(node.rows), [count, width], to);
  if (to.target.serial) {
    const ids = shaped(name(node.ids), [count, 1], to);
    return to.emit('ScatterND', [to.filled(0, node.shape, 'float'), ids, flat], {
      reduction: { text: 'add' },
    });
  }
  if (rows <= ONE_HOT_ROWS) {
    const hot = to.emit('Cast', [isId(name(node.ids), [count, 1], rows, to)], {
      to: { int: elementType.float },
    });
    return to.emit('Gemm', [hot, flat], { transA: { int: 1 } });
  }
  const ids = expanded(shaped(name(node.ids), [count, 1], to), [count, width], to);
  return to.emit('ScatterElements', [to.filled(0, node.shape, 'float'), ids, flat], {
    ...axis(0),
    reduction: { text: 'add' },
  });
}

/** Two axes: Gemm transposes for nothing; more: the runtime fuses the transposition into the product. */
function multiplied(
  { a, b, transposeA, transposeB }: MatmulNode,
  name: NameOf,
  to: Emitter,
  bias: readonly string[] = [],
): string {
  if (a.shape.length === 2)
    return to.emit('Gemm', [name(a), name(b), ...bias], {
      transA: { int: transposeA ? 1 : 0 },
      transB: { int: transposeB ? 1 : 0 },
    });
  const turned = (node: Node, flag: boolean): string => {
    if (!flag) return name(node);
    const last = node.shape.length - 1;
    const perm = node.shape.map((_, i) => (i === last ? last - 1 : i === last - 1 ? last : i));
    return to.emit('Transpose', [name(node)], { perm: { ints: perm } });
  };
  return to.emit('MatMul', [turned(a, transposeA), turned(b, transposeB)]);
}

/** A product plus the same bias for every row is one Gemm; the product alone is left out where nothing else reads it. */
function biased({ function: kind, a, b }: BinaryNode, name: NameOf, to: Emitter): string | null {
  if (kind !== 'add' || a.op !== 'matmul' || a.shape.length !== 2 || b.op !== 'broadcast') return null;
  const bias = withoutLeadingOnes(b.x);
  return bias.shape.length === 1 && bias.shape[0] === a.shape[1]
    ? multiplied(a, name, to, [name(bias)])
    : null;
}

/** A value plus an unpick: one number a row is added where it belongs, and no table of zeros is made. */
function picked({ function: kind, a, b }: BinaryNode, name: NameOf, to: Emitter): string | null {
  const [onto, few] = b.op === 'unpick' ? [a, b] : [b, a];
  if (kind !== 'add' || few.op !== 'unpick' || !to.target.scatters) return null;
  const lone = [...few.x.shape, 1];
  const [ids, x] = [shaped(name(few.ids), lone, to), shaped(name(few.x), lone, to)];
  return to.emit('ScatterElements', [name(onto), ids, x], { ...axis(-1), reduction: { text: 'add' } });
}

function selected(node: Extract<Node, { op: 'select' }>, name: NameOf, to: Emitter): string {
  const { when, a, b } = node;
  const [x, y] = together([a, b], node.shape, name, to) as [string, string];
  return to.emit('Where', [condition(when, name, to), x, y]);
}

/** A condition as booleans: a comparison is never made a float on the way. */
function condition(node: Node, name: NameOf, to: Emitter): string {
  if (node.op === 'binary' && (node.function === 'less' || node.function === 'equal'))
    return to.emit(binaries[node.function], together([node.a, node.b], node.shape, name, to));
  return to.emit('Cast', [name(node)], { to: { int: elementType.bool } });
}

/** Operands of an elementwise operator, which broadcasts by itself: repeated ones as they were before. */
function together(operands: readonly Node[], shape: Shape, name: NameOf, to: Emitter): readonly string[] {
  const before = operands.map((node) => (node.op === 'broadcast' ? withoutLeadingOnes(node.x) : node));
  const shapes = before.map((node) => (node.op === 'fill' ? [] : node.shape));
  const reached = shapes.reduce((a, b) => broadcastShape(a, b, 'operands'), []);
  if (!sameShape(reached, shape)) return operands.map(name);
  return before.map((node) => (node.op === 'fill' ? to.scalar(node.value, node.dtype) : name(node)));
}

/** A value as it was before axes of size 1 were put in front of it, as broadcasting puts them there by itself. */
function withoutLeadingOnes(node: Node): Node {
  if (node.op !== 'reshape') return node;
  const extra = node.shape.length - node.x.shape.length;
  const same = extra > 0 && sameShape(node.shape.slice(extra), node.x.shape);
  return same && node.shape.slice(0, extra).every((size) => size === 1) ? node.x : node;
}

const shaped = (x: string, shape: Shape, to: Emitter): string => to.emit('Reshape', [x, to.ints(shape)]);

const expanded = (x: string, shape: Shape, to: Emitter): string => to.emit('Expand', [x, to.ints(shape)]);

/** 0, 1, 2 … along one axis, size 1 along the others. */
const counted = (shape: Shape, along: number, to: Emitter): string =>
  to.ints(
    Array.from({ length: shape[along] as number }, (_, i) => i),
    shape.map((size, i) => (i === along ? size : 1)),
  );
