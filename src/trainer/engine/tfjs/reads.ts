import type { Node } from '../../graph/node.js';
import { broadcastShape, sameShape } from '../../graph/shapes.js';
import { operandsOf } from '../../graph/walk.js';

/** Operands of a node as its kernel takes them. */
export interface Reads {
  readonly nodes: readonly Node[];
  /** A fill among them is taken as a scalar. */
  readonly scalars: boolean;
}

/**
 * Elementwise kernels broadcast by themselves: repeated operands are read as they were before, and fills as scalars, so that
 * neither is ever made in full.
 */
export function readsOf(node: Node): Reads {
  const nodes = operandsOf(node);
  if (node.op !== 'binary' && node.op !== 'select') return { nodes, scalars: false };
  const before = nodes.map((operand) => (operand.op === 'broadcast' ? operand.x : operand));
  const reached = before
    .map((operand) => (operand.op === 'fill' ? [] : operand.shape))
    .reduce((a, b) => broadcastShape(a, b, node.op), []);
  return sameShape(reached, node.shape) ? { nodes: before, scalars: true } : { nodes, scalars: false };
}

/** The nodes that kernels are run for, operands first; `order` is all of a graph's. Fills are made where they are read. */
export function computed(order: readonly Node[], outputs: readonly Node[]): readonly Node[] {
  const needed = new Set(outputs);
  for (const node of [...order].reverse())
    if (needed.has(node)) for (const operand of readsOf(node).nodes) needed.add(operand);
  return order.filter((node) => needed.has(node) && node.op !== 'fill');
}
