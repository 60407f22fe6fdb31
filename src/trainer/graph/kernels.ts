import {
  add,
  cast,
  concat,
  constant,
  cos,
  div,
  equal,
  iota,
  matmul,
  mean,
  mul,
  reshape,
  select,
  sigmoid,
  sin,
  slice,
  sqrt,
  sub,
} from './build.js';
import type { FusedNode, Kernel, Node, RmsNormKernel, Share } from './node.js';

/**
 * Values that engines may compute in one go. Each builder gives the same value by primitives as well, so that an engine
 * knows a kernel or does without.
 */
const fused = (kernel: Kernel, x: Node): FusedNode => ({
  op: 'fused',
  kernel,
  x,
  shape: x.shape,
  dtype: x.dtype,
});

/**
 * Exchanges one slice of every row: `into` `[B, …]` with its slice at index `at[b]` of `axis` being `fresh` (size 1 along it).
 * What a cache of keys and values does at every token, written in place where the graph allows it.
 */
export function put(into: Node, fresh: Node, at: Node, axis: number): Node {
  const along = into.shape.map((size, i) => (i === axis ? size : 1));
  const rows = into.shape.map((_, i) => (i === 0 ? (at.shape[0] as number) : 1));
  const here = equal(iota(along, axis), reshape(at, rows));
  return fused({ name: 'put', into, fresh, at, axis }, select(here, fresh, into));
}

/** x / √(mean x² + ε) · weight, for `[rows, size]` (Zhang and Sennrich 2019). */
export function rmsNorm(x: Node, weight: Node, epsilon: number): Node {
  const kernel = { x, weight, epsilon };
  return fused({ name: 'rmsNorm', ...kernel }, mul(mul(x, inverseRms(kernel)), weight));
}

function inverseRms(kernel: Omit<RmsNormKernel, 'name'>): Node {
  const { x, epsilon } = kernel;
  return fused({ name: 'inverseRms', ...kernel }, div(1, sqrt(add(mean(mul(x, x), [-1], true), epsilon))));
}

/**
 * Rotary positions (Su et al. 2021) on `[B, heads, S, size]`: the halves of a head turned against each other by the angles
 * position·frequency, as the Qwen2 and Llama checkpoints expect. `positions` are ints `[B, S]` below `places`.
 */
export function rotate(
  x: Node,
  positions: Node,
  places: number,
  frequencies: readonly number[],
  turn: 1 | -1 = 1,
): Node {
  const [batch, , length, size] = x.shape as readonly [number, number, number, number];
  const half = size / 2;
  const angle = mul(
    cast(reshape(positions, [batch, 1, length, 1]), 'float'),
    constant(frequencies, [1, 1, 1, half]),
  );
  const [c, s] = [cos(angle), mul(sin(angle), turn)];
  const [left, right] = [slice(x, -1, 0, half), slice(x, -1, half, size)];
  const turned = concat([sub(mul(left, c), mul(right, s)), add(mul(right, c), mul(left, s))], -1);
  return fused({ name: 'rotate', x, positions, places, frequencies, turn }, turned);
}

/** x·sigmoid(x) (Elfwing et al. 2018). */
export const silu = (x: Node): Node => fused({ name: 'silu', x }, mul(x, sigmoid(x)));

/**
 * A stretch of a computation whose inner values are not kept for the gradient but computed again from `from` when it is made
 * (Chen et al. 2016): memory for about a third more time. The value is that of `result`.
 */
export const segment = (result: Node, from: readonly Node[]): Node =>
  fused({ name: 'segment', result, from }, result);

/** The gradient rules of kernels that have one shorter than that of their primitives. */
export function kernelPullback(node: FusedNode, g: Node): readonly Share[] | null {
  const { kernel } = node;
  switch (kernel.name) {
    case 'silu': {
      // s + y·(1 − s) of the value y: no more is kept than x and y.
      const s = sigmoid(kernel.x);
      return [[kernel.x, mul(g, add(s, mul(node, sub(1, s))))]];
    }
    case 'rmsNorm':
      return normPullback(kernel, g);
    case 'rotate': {
      const { x, positions, places, frequencies, turn } = kernel;
      return [[x, rotate(g, positions, places, frequencies, turn === 1 ? -1 : 1)]];
    }
    default:
      return null;
  }
}

/** With r = 1/√(mean x² + ε): dx = r·(g·w) − x·r³·mean(g·w·x), dw = Σ g·x·r over the rows. */
function normPullback(kernel: RmsNormKernel, g: Node): readonly Share[] {
  const { x, weight } = kernel;
  const [size] = weight.shape as readonly [number];
  const r = inverseRms({ x, weight, epsilon: kernel.epsilon });
  const gx = mul(g, x);
  const along = mul(matmul(gx, reshape(weight, [size, 1])), mul(mul(mul(r, r), r), 1 / size));
  return [
    [x, sub(mul(mul(g, weight), r), mul(x, along))],
    [weight, reshape(matmul(r, gx, { transposeA: true }), [size])],
  ];
}
