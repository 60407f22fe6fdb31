import { ConfigError } from '../../support/index.js';
import type { BinaryFunction, DType, Graph, Node, Shape, UnaryFunction } from './node.js';
import { axisOf, broadcastShape, reshaped, sameShape, shown, sizeOf } from './shapes.js';

/** Sizes, axes and dtypes are checked when a node is made: a graph that exists is well formed. */
function demand(holds: boolean, message: string): void {
  if (!holds) throw new ConfigError(message, message.split(':', 1)[0] ?? '');
}

/** A value given at every run. */
export const input = (name: string, shape: Shape, dtype: DType = 'float'): Node => ({
  op: 'input',
  name,
  shape,
  dtype,
});

/** The same finite value everywhere. */
export function fill(value: number, shape: Shape = [], dtype: DType = 'float'): Node {
  demand(Number.isFinite(value), `fill: the value must be finite; got ${value}`);
  return { op: 'fill', value, shape, dtype };
}

/** The index along an axis, an int. */
export const iota = (shape: Shape, axis: number): Node => ({
  op: 'iota',
  axis: axisOf(axis, shape, 'iota'),
  shape,
  dtype: 'int',
});

/** Values known now, in row-major order. */
export function constant(values: readonly number[], shape: Shape, dtype: DType = 'float'): Node {
  demand(
    values.length === sizeOf(shape) && values.every(Number.isFinite),
    `constant: needs ${sizeOf(shape)} finite values for ${shown(shape)}; got ${values.length}`,
  );
  return { op: 'constant', values, shape, dtype };
}

/** A value or a plain number, which stands for a {@link fill}. */
export type Operand = Node | number;

function nodeOf(operand: Operand, like: DType): Node {
  return typeof operand === 'number' ? fill(operand, [], like) : operand;
}

function unary(name: UnaryFunction, x: Node): Node {
  demand(x.dtype === 'float', `${name}: the operand must be a float`);
  return { op: 'unary', function: name, x, shape: x.shape, dtype: 'float' };
}

/** −x */
export const neg = (x: Node): Node => unary('neg', x);
/** eˣ */
export const exp = (x: Node): Node => unary('exp', x);
/** ln x, for x > 0 */
export const log = (x: Node): Node => unary('log', x);
/** √x, for x > 0 */
export const sqrt = (x: Node): Node => unary('sqrt', x);
/** tanh x */
export const tanh = (x: Node): Node => unary('tanh', x);
/** 1/(1 + e⁻ˣ) */
export const sigmoid = (x: Node): Node => unary('sigmoid', x);
/** sin x */
export const sin = (x: Node): Node => unary('sin', x);
/** cos x */
export const cos = (x: Node): Node => unary('cos', x);

function binary(name: BinaryFunction, left: Operand, right: Operand): Node {
  const like = typeof left !== 'number' ? left.dtype : typeof right !== 'number' ? right.dtype : 'float';
  const a = nodeOf(left, like);
  const b = nodeOf(right, like);
  demand(a.dtype === b.dtype, `${name}: the operands are ${a.dtype} and ${b.dtype}; cast one`);
  const shape = broadcastShape(a.shape, b.shape, name);
  const dtype = name === 'less' || name === 'equal' ? 'float' : a.dtype;
  return {
    op: 'binary',
    function: name,
    a: broadcast(a, shape),
    b: broadcast(b, shape),
    shape,
    dtype,
  };
}

/** a + b, broadcast */
export const add = (a: Operand, b: Operand): Node => binary('add', a, b);
/** a − b, broadcast */
export const sub = (a: Operand, b: Operand): Node => binary('sub', a, b);
/** a · b, broadcast */
export const mul = (a: Operand, b: Operand): Node => binary('mul', a, b);
/** a / b, broadcast */
export const div = (a: Operand, b: Operand): Node => binary('div', a, b);
/** The greater, broadcast; where equal the gradient goes to `a`. */
export const maximum = (a: Operand, b: Operand): Node => binary('max', a, b);
/** The lesser, broadcast; where equal the gradient goes to `a`. */
export const minimum = (a: Operand, b: Operand): Node => binary('min', a, b);
/** 1 where a < b, else 0; broadcast, no gradient. */
export const less = (a: Operand, b: Operand): Node => binary('less', a, b);
/** 1 where a = b, else 0; broadcast, no gradient. */
export const equal = (a: Operand, b: Operand): Node => binary('equal', a, b);

/** `a` where `when` is not 0, else `b`; broadcast. */
export function select(when: Node, left: Operand, right: Operand): Node {
  const like = typeof left !== 'number' ? left.dtype : typeof right !== 'number' ? right.dtype : 'float';
  const a = nodeOf(left, like);
  const b = nodeOf(right, like);
  demand(
    when.dtype === 'float' && a.dtype === b.dtype,
    'select: the condition is a float, the rest of one dtype',
  );
  const shape = broadcastShape(when.shape, broadcastShape(a.shape, b.shape, 'select'), 'select');
  return {
    op: 'select',
    when: broadcast(when, shape),
    a: broadcast(a, shape),
    b: broadcast(b, shape),
    shape,
    dtype: a.dtype,
  };
}

/** An int as a float, or a whole float as an int. */
export const cast = (x: Node, dtype: DType): Node =>
  x.dtype === dtype ? x : { op: 'cast', x, shape: x.shape, dtype };

/** Repeats axes of size 1, and puts missing ones in front. */
export function broadcast(x: Node, shape: Shape): Node {
  if (sameShape(x.shape, shape)) return x;
  if (x.op === 'fill') return { ...x, shape };
  const padded = reshape(x, [...Array.from({ length: shape.length - x.shape.length }, () => 1), ...x.shape]);
  demand(
    padded.shape.length === shape.length && padded.shape.every((size, i) => size === 1 || size === shape[i]),
    `broadcast: ${shown(x.shape)} does not broadcast to ${shown(shape)}`,
  );
  return sameShape(padded.shape, shape) ? padded : { op: 'broadcast', x: padded, shape, dtype: x.dtype };
}

/** The same elements under another shape; one size may be −1. */
export function reshape(x: Node, to: Shape): Node {
  const shape = reshaped(x.shape, to);
  if (sameShape(x.shape, shape)) return x;
  return { op: 'reshape', x: x.op === 'reshape' ? x.x : x, shape, dtype: x.dtype };
}

/** Axes in another order: axis i of the result is axis `permutation[i]` of x. */
export function transpose(x: Node, permutation: readonly number[]): Node {
  const sorted = [...permutation].sort((a, b) => a - b);
  demand(
    sorted.length === x.shape.length && sorted.every((axis, i) => axis === i),
    `transpose: [${permutation.join(',')}] is no order of the axes of ${shown(x.shape)}`,
  );
  if (permutation.every((axis, i) => axis === i)) return x;
  const shape = permutation.map((axis) => x.shape[axis] as number);
  const moved = permutation.filter((axis) => x.shape[axis] !== 1);
  if (moved.every((axis, i) => i === 0 || axis > (moved[i - 1] as number))) return reshape(x, shape);
  return { op: 'transpose', x, permutation, shape, dtype: x.dtype };
}

/** `x[start : end]` along one axis. */
export function slice(x: Node, along: number, start: number, end: number): Node {
  const axis = axisOf(along, x.shape, 'slice');
  const size = x.shape[axis] as number;
  demand(
    0 <= start && start <= end && end <= size,
    `slice: ${start} to ${end} is not within axis ${along} of ${shown(x.shape)}`,
  );
  if (start === 0 && end === size) return x;
  const at = (values: readonly number[], value: number): number[] =>
    values.map((old, i) => (i === axis ? value : old));
  const starts = at(
    x.shape.map(() => 0),
    start,
  );
  return { op: 'slice', x, starts, ends: at(x.shape, end), shape: at(x.shape, end - start), dtype: x.dtype };
}

/** Zeros before and after along one axis. */
export function pad(x: Node, along: number, before: number, after: number): Node {
  const axis = axisOf(along, x.shape, 'pad');
  if (before === 0 && after === 0) return x;
  const zeros = x.shape.map(() => 0);
  const shape = x.shape.map((size, i) => (i === axis ? size + before + after : size));
  return {
    op: 'pad',
    x,
    before: zeros.with(axis, before),
    after: zeros.with(axis, after),
    shape,
    dtype: x.dtype,
  };
}

/** Values side by side along one axis; all other axes equal. */
export function concat(parts: readonly Node[], along: number): Node {
  const [first] = parts;
  if (first === undefined) throw new ConfigError('concat: needs at least one part', 'concat');
  if (parts.length === 1) return first;
  const axis = axisOf(along, first.shape, 'concat');
  for (const part of parts)
    demand(
      part.dtype === first.dtype && sameShape(part.shape.with(axis, 0), first.shape.with(axis, 0)),
      `concat: ${shown(part.shape)} does not fit beside ${shown(first.shape)} along axis ${along}`,
    );
  const total = parts.reduce((sum, part) => sum + (part.shape[axis] as number), 0);
  return { op: 'concat', axis, parts, shape: first.shape.with(axis, total), dtype: first.dtype };
}

/** Options of {@link matmul}: whether an operand is stored with its last two axes exchanged. */
export interface MatmulOptions {
  readonly transposeA?: boolean;
  readonly transposeB?: boolean;
}

/** `[…, m, k] × […, k, n]`; leading axes equal, or absent on one side, which is then repeated. */
export function matmul(
  a: Node,
  b: Node,
  { transposeA = false, transposeB = false }: MatmulOptions = {},
): Node {
  demand(
    a.shape.length >= 2 && b.shape.length >= 2 && a.dtype === 'float' && b.dtype === 'float',
    `matmul: needs floats of two axes or more; got ${shown(a.shape)} and ${shown(b.shape)}`,
  );
  if (b.shape.length === 2 && a.shape.length > 2 && !transposeA) return flatMatmul(a, b, transposeB);
  const lead = a.shape.slice(0, -2);
  const [m, k] = lastTwo(a.shape, transposeA);
  const [inner, n] = lastTwo(b.shape, transposeB);
  demand(
    k === inner && sameShape(lead, b.shape.slice(0, -2)),
    `matmul: ${shown(a.shape)}${transposeA ? 'ᵀ' : ''} does not multiply ${shown(b.shape)}${transposeB ? 'ᵀ' : ''}`,
  );
  return { op: 'matmul', a, b, transposeA, transposeB, shape: [...lead, m, n], dtype: 'float' };
}

/** A stack of rows times one matrix is one large product. */
function flatMatmul(a: Node, b: Node, transposeB: boolean): Node {
  const k = a.shape.at(-1) as number;
  const product = matmul(reshape(a, [-1, k]), b, { transposeB });
  return reshape(product, [...a.shape.slice(0, -1), product.shape[1] as number]);
}

const lastTwo = (shape: Shape, transposed: boolean): readonly [number, number] => {
  const [rows, columns] = shape.slice(-2) as [number, number];
  return transposed ? [columns, rows] : [rows, columns];
};

function reduce(name: 'sum' | 'max', x: Node, along: readonly number[] | undefined, keep: boolean): Node {
  demand(x.dtype === 'float', `${name}: the operand must be a float`);
  const axes = [...new Set((along ?? x.shape.keys()) as Iterable<number>)]
    .map((axis) => axisOf(axis, x.shape, name))
    .sort((a, b) => a - b);
  const kept = x.shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
  const node: Node =
    axes.length === 0 ? x : { op: 'reduce', function: name, x, axes, shape: kept, dtype: 'float' };
  return keep
    ? node
    : reshape(
        node,
        kept.filter((_, axis) => !axes.includes(axis)),
      );
}

/** Sum over axes (all of them by default), which go away unless `keep`. */
export const sum = (x: Node, axes?: readonly number[], keep = false): Node => reduce('sum', x, axes, keep);

/** Greatest over axes; where several are equal the gradient is shared evenly. */
export const max = (x: Node, axes?: readonly number[], keep = false): Node => reduce('max', x, axes, keep);

/** Mean over axes. */
export function mean(x: Node, axes?: readonly number[], keep = false): Node {
  const total = sum(x, axes, keep);
  const count = x.shape.reduce((n, size) => n * size, 1) / total.shape.reduce((n, size) => n * size, 1);
  return mul(total, 1 / count);
}

/** Softmax over the last axis. */
export const softmax = (x: Node): Node => ({ op: 'softmax', log: false, x, shape: x.shape, dtype: 'float' });

/** Logarithm of the softmax over the last axis. */
export const logSoftmax = (x: Node): Node => ({
  op: 'softmax',
  log: true,
  x,
  shape: x.shape,
  dtype: 'float',
});

/** Rows of a table `[V, D]` at ids `[…]` → `[…, D]`. */
export function gather(table: Node, ids: Node): Node {
  demand(
    table.shape.length === 2 && ids.dtype === 'int',
    `gather: needs a table of two axes and int ids; got ${shown(table.shape)} and ${ids.dtype}`,
  );
  return { op: 'gather', table, ids, shape: [...ids.shape, table.shape[1] as number], dtype: table.dtype };
}

/** Rows `[…, D]` summed into a table of `rows` zeros at ids `[…]` → `[rows, D]`. */
export function scatterAdd(values: Node, ids: Node, rows: number): Node {
  demand(
    ids.dtype === 'int' && sameShape(values.shape.slice(0, -1), ids.shape),
    `scatterAdd: rows ${shown(values.shape)} do not fit ids ${shown(ids.shape)}`,
  );
  return {
    op: 'scatterAdd',
    rows: values,
    ids,
    shape: [rows, values.shape.at(-1) as number],
    dtype: 'float',
  };
}

/** One element of the last axis of `[…, V]` at ids `[…]`. */
export function pick(x: Node, ids: Node): Node {
  demand(
    ids.dtype === 'int' && sameShape(x.shape.slice(0, -1), ids.shape),
    `pick: ids ${shown(ids.shape)} do not fit ${shown(x.shape)}`,
  );
  return { op: 'pick', x, ids, shape: ids.shape, dtype: x.dtype };
}

/** `[…]` placed at ids `[…]` of a last axis of `size` zeros. */
export function unpick(x: Node, ids: Node, size: number): Node {
  demand(
    ids.dtype === 'int' && sameShape(x.shape, ids.shape),
    `unpick: ids ${shown(ids.shape)} do not fit ${shown(x.shape)}`,
  );
  return { op: 'unpick', x, ids, shape: [...x.shape, size], dtype: x.dtype };
}

/** The first index of the greatest element of the last axis. */
export const argmax = (x: Node): Node => ({ op: 'argmax', x, shape: x.shape.slice(0, -1), dtype: 'int' });

/** The value, with no gradient through it. */
export const stopGradient = (x: Node): Node => ({ op: 'stopGradient', x, shape: x.shape, dtype: x.dtype });

/** A computation with named results, some of which may take the place of inputs ({@link Graph.inPlace}). */
export const graph = (outputs: GraphOutputs, inPlace: Readonly<Record<string, string>> = {}): Graph => ({
  outputs,
  inPlace,
});

/** Results by name. */
export type GraphOutputs = Graph['outputs'];
