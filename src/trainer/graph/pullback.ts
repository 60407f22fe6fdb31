import { match, P } from 'ts-pattern';
import {
  add,
  broadcast,
  concat,
  cos,
  div,
  equal,
  exp,
  fill,
  gather,
  less,
  matmul,
  mul,
  neg,
  pick,
  reshape,
  scatterAdd,
  select,
  sin,
  sub,
  sum,
  transpose,
  unpick,
} from './build.js';
import { kernelPullback } from './kernels.js';
import type { BinaryNode, MatmulNode, Node, ReduceNode, Share, SoftmaxNode, UnaryNode } from './node.js';

/**
 * The gradient rule of every primitive: given dL/dnode, the shares of its operands. Operands without a gradient
 * (indices, conditions) have no share.
 */
export const pullback = (node: Node, g: Node): readonly Share[] =>
  match(node)
    .returnType<readonly Share[]>()
    .with({ op: 'unary' }, (one) => [[one.x, unary(one, g)]])
    .with({ op: 'binary' }, (one) => binary(one, g))
    .with({ op: 'select' }, ({ when, a, b }) => [
      [a, select(when, g, 0)],
      [b, select(when, 0, g)],
    ])
    .with({ op: 'broadcast' }, (one) => [[one.x, sum(g, repeatedAxes(one.x, one), true)]])
    .with({ op: 'reshape' }, ({ x }) => [[x, reshape(g, x.shape)]])
    .with({ op: 'transpose' }, ({ x, permutation }) => [[x, transpose(g, inverse(permutation))]])
    .with({ op: 'slice' }, ({ x, starts, ends }) => [[x, padded(g, starts, minus(x.shape, ends))]])
    .with({ op: 'pad' }, ({ x, before }) => [[x, cut(g, before, x.shape)]])
    .with({ op: 'concat' }, ({ parts, axis }) => split(parts, axis, g))
    .with({ op: 'matmul' }, (one) => matrices(one, g))
    .with({ op: 'reduce' }, (one) => [[one.x, reduced(one, g)]])
    .with({ op: 'softmax' }, (one) => [[one.x, softened(one, g)]])
    .with({ op: 'gather' }, ({ table, ids }) => [[table, scatterAdd(g, ids, table.shape[0] as number)]])
    .with({ op: 'scatterAdd' }, ({ rows, ids }) => [[rows, gather(g, ids)]])
    .with({ op: 'pick' }, ({ x, ids }) => [[x, unpick(g, ids, x.shape.at(-1) as number)]])
    .with({ op: 'unpick' }, ({ x, ids }) => [[x, pick(g, ids)]])
    .with({ op: 'fused' }, (one) => kernelPullback(one, g) ?? [[one.x, g]])
    .with({ op: P.union('input', 'fill', 'iota', 'constant', 'cast', 'argmax', 'stopGradient') }, () => [])
    .exhaustive();

const minus = (a: readonly number[], b: readonly number[]): readonly number[] =>
  a.map((value, i) => value - (b[i] as number));

function unary(node: UnaryNode, g: Node): Node {
  const { x } = node;
  switch (node.function) {
    case 'neg':
      return neg(g);
    case 'exp':
      return mul(g, node);
    case 'log':
      return div(g, x);
    case 'sqrt':
      return div(mul(g, 0.5), node);
    case 'tanh':
      return mul(g, sub(1, mul(node, node)));
    case 'sigmoid':
      return mul(g, mul(node, sub(1, node)));
    case 'sin':
      return mul(g, cos(x));
    case 'cos':
      return neg(mul(g, sin(x)));
  }
}

function binary(node: BinaryNode, g: Node): readonly Share[] {
  const { a, b } = node;
  switch (node.function) {
    case 'add':
      return [
        [a, g],
        [b, g],
      ];
    case 'sub':
      return [
        [a, g],
        [b, neg(g)],
      ];
    case 'mul':
      return [
        [a, mul(g, b)],
        [b, mul(g, a)],
      ];
    case 'div':
      return [
        [a, div(g, b)],
        [b, neg(div(mul(g, node), b))],
      ];
    case 'max':
      return chosen(a, b, less(a, b), g);
    case 'min':
      return chosen(a, b, less(b, a), g);
    case 'less':
    case 'equal':
      return [];
  }
}

/** The gradient goes where the value came from. */
const chosen = (a: Node, b: Node, second: Node, g: Node): readonly Share[] => [
  [a, select(second, 0, g)],
  [b, select(second, g, 0)],
];

/** C = op(A)·op(B): dop(A) = G·op(B)ᵀ and dop(B) = op(A)ᵀ·G, each stored as its operand is. */
function matrices({ a, b, transposeA, transposeB }: MatmulNode, g: Node): readonly Share[] {
  return [
    [
      a,
      transposeA
        ? matmul(b, g, { transposeA: transposeB, transposeB: true })
        : matmul(g, b, { transposeB: !transposeB }),
    ],
    [
      b,
      transposeB
        ? transposeA
          ? matmul(g, a, { transposeA: true, transposeB: true })
          : byColumns(g, a)
        : transposeA
          ? matmul(a, g)
          : byColumns(a, g),
    ],
  ];
}

/** Aᵀ·B. In stacks of small products the narrower of the two is turned: turning costs as much as multiplying there. */
function byColumns(a: Node, b: Node): Node {
  const rank = a.shape.length;
  if (rank === 2 || (a.shape.at(-1) as number) <= (b.shape.at(-1) as number))
    return matmul(a, b, { transposeA: true });
  const axes = Array.from({ length: rank }, (_, i) => i);
  const swapped = [...axes.slice(0, -2), rank - 1, rank - 2];
  return transpose(matmul(b, a, { transposeA: true }), swapped);
}

function reduced(node: ReduceNode, g: Node): Node {
  if (node.function === 'sum') return broadcast(g, node.x.shape);
  const here = equal(node.x, broadcast(node, node.x.shape));
  return mul(here, div(g, sum(here, node.axes, true)));
}

function softened(node: SoftmaxNode, g: Node): Node {
  // Added, not subtracted from: of a gradient that is an unpick, engines add the few numbers where they belong.
  if (node.log) return add(mul(exp(node), neg(rowSum(g))), g);
  return mul(node, sub(g, sum(mul(g, node), [-1], true)));
}

/** The sum of every row; of an unpick that is what was placed. */
const rowSum = (x: Node): Node => (x.op === 'unpick' ? reshape(x.x, [...x.x.shape, 1]) : sum(x, [-1], true));

const repeatedAxes = (from: Node, to: Node): readonly number[] =>
  from.shape.flatMap((size, axis) => (size === to.shape[axis] ? [] : [axis]));

const inverse = (permutation: readonly number[]): readonly number[] =>
  permutation.map((_, axis) => permutation.indexOf(axis));

const padded = (x: Node, before: readonly number[], after: readonly number[]): Node =>
  before.every((n) => n === 0) && after.every((n) => n === 0)
    ? x
    : {
        op: 'pad',
        x,
        before,
        after,
        shape: x.shape.map((size, i) => size + (before[i] as number) + (after[i] as number)),
        dtype: x.dtype,
      };

const cut = (x: Node, starts: readonly number[], shape: readonly number[]): Node => ({
  op: 'slice',
  x,
  starts,
  ends: shape.map((size, i) => size + (starts[i] as number)),
  shape,
  dtype: x.dtype,
});

function split(parts: readonly Node[], axis: number, g: Node): readonly Share[] {
  let from = 0;
  return parts.map((part) => {
    const starts = part.shape.map((_, i) => (i === axis ? from : 0));
    from += part.shape[axis] as number;
    return [part, cut(g, starts, part.shape)] as const;
  });
}

/** The sum of two shares; nothing yet is zero. */
export const accumulate = (known: Node | undefined, share: Node): Node =>
  known === undefined ? share : (sideBySide(known, share) ?? sideBySide(share, known) ?? add(known, share));

/** The gradients of slices that follow each other along one axis: one value in one padding, not the sum of two padded ones. */
function sideBySide(a: Node, b: Node): Node | null {
  if (a.op !== 'pad' || b.op !== 'pad') return null;
  const axis = a.shape.findIndex((size, i) => a.x.shape[i] !== size);
  const same = (i: number): boolean => a.before[i] === b.before[i] && a.after[i] === b.after[i];
  const follows = (a.before[axis] as number) + (a.x.shape[axis] as number) === b.before[axis];
  if (!follows || !a.shape.every((_, i) => i === axis || same(i))) return null;
  return padded(concat([a.x, b.x], axis), a.before, b.after);
}

/** A gradient where no path leads. */
export const zeros = (like: Node): Node => fill(0, like.shape);
