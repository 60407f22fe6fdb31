import { equal, iota, reshape, select } from './build.js';
import type { FusedNode, Kernel, Node } from './node.js';

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
