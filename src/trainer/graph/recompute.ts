import { add, mul, reshape, slice } from './build.js';
import type { FusedNode, Kernel, Node, SegmentKernel } from './node.js';
import { inOrder, operandsOf } from './walk.js';

/** A stretch computed again: its result, and the copies of the values it begins from that it is computed from. */
export interface Recomputed {
  readonly result: Node;
  readonly from: readonly Node[];
}

/**
 * The nodes of a segment once more, from values that wait for the gradient `g`: no engine can take them for the first ones, nor
 * compute them before they are needed. What does not depend on `from` is shared.
 */
export function recomputed({ result, from }: SegmentKernel, g: Node): Recomputed {
  const copies = new Map(from.map((node) => [node, waiting(node, g)]));
  const starts = new Set(from);
  const order = inOrder([result], (node) => (starts.has(node) ? [] : operandsOf(node)));
  const copy = (node: Node): Node => copies.get(node) ?? node;
  for (const node of order) {
    if (copies.has(node)) continue;
    if (operandsOf(node).some((operand) => copies.has(operand))) copies.set(node, rebuilt(node, copy));
  }
  return { result: copy(result), from: from.map(copy) };
}

/** x + 0·g₀: x, but not before g is there. */
function waiting(x: Node, g: Node): Node {
  const flat = reshape(g, [-1]);
  return add(x, mul(reshape(slice(flat, 0, 0, 1), []), 0));
}

/** A node made from other operands of the same shapes. */
export function rebuilt(node: Node, copy: (operand: Node) => Node): Node {
  switch (node.op) {
    case 'input':
    case 'fill':
    case 'iota':
    case 'constant':
      return node;
    case 'binary':
    case 'matmul':
      return { ...node, a: copy(node.a), b: copy(node.b) };
    case 'select':
      return { ...node, when: copy(node.when), a: copy(node.a), b: copy(node.b) };
    case 'concat':
      return { ...node, parts: node.parts.map(copy) };
    case 'gather':
      return { ...node, table: copy(node.table), ids: copy(node.ids) };
    case 'scatterAdd':
      return { ...node, rows: copy(node.rows), ids: copy(node.ids) };
    case 'pick':
    case 'unpick':
      return { ...node, x: copy(node.x), ids: copy(node.ids) };
    case 'fused':
      return rebuiltKernel(node, copy);
    default:
      return { ...node, x: copy(node.x) };
  }
}

function rebuiltKernel(node: FusedNode, copy: (operand: Node) => Node): FusedNode {
  return { ...node, x: copy(node.x), kernel: kernelOf(node.kernel, copy) };
}

function kernelOf(kernel: Kernel, copy: (operand: Node) => Node): Kernel {
  switch (kernel.name) {
    case 'put':
      return { ...kernel, into: copy(kernel.into), fresh: copy(kernel.fresh), at: copy(kernel.at) };
    case 'rmsNorm':
    case 'inverseRms':
      return { ...kernel, x: copy(kernel.x), weight: copy(kernel.weight) };
    case 'rotate':
      return { ...kernel, x: copy(kernel.x), positions: copy(kernel.positions) };
    case 'silu':
      return { ...kernel, x: copy(kernel.x) };
    case 'segment':
      return { ...kernel, result: copy(kernel.result), from: kernel.from.map(copy) };
  }
}
