import type { Graph, InputNode, Kernel, Node } from './node.js';

/** The values a node is made from, in order. */
export function operandsOf(node: Node): readonly Node[] {
  switch (node.op) {
    case 'input':
    case 'fill':
    case 'iota':
    case 'constant':
      return [];
    case 'binary':
    case 'matmul':
      return [node.a, node.b];
    case 'select':
      return [node.when, node.a, node.b];
    case 'concat':
      return node.parts;
    case 'gather':
      return [node.table, node.ids];
    case 'scatterAdd':
      return [node.rows, node.ids];
    case 'pick':
    case 'unpick':
      return [node.x, node.ids];
    default:
      return [node.x];
  }
}

/** The values a kernel is computed from, in order. */
export function kernelOperands(kernel: Kernel): readonly Node[] {
  switch (kernel.name) {
    case 'put':
      return [kernel.into, kernel.fresh, kernel.at];
    case 'rmsNorm':
    case 'inverseRms':
      return [kernel.x, kernel.weight];
    case 'rotate':
      return [kernel.x, kernel.positions];
    case 'silu':
      return [kernel.x];
    case 'segment':
      return [kernel.result];
  }
}

/**
 * All nodes the roots reach, each once, operands before the nodes made from them. Deep graphs do not recurse. `operands` says what
 * a node is made from, for engines that see more in it than its primitives.
 */
export function inOrder(
  roots: readonly Node[],
  operands: (node: Node) => readonly Node[] = operandsOf,
): readonly Node[] {
  const order: Node[] = [];
  const seen = new Set<Node>();
  const stack: { readonly node: Node; readonly ready: boolean }[] = roots
    .map((node) => ({ node, ready: false }))
    .reverse();
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    if (top.ready) {
      order.push(top.node);
      continue;
    }
    if (seen.has(top.node)) continue;
    seen.add(top.node);
    stack.push({ node: top.node, ready: true });
    for (const operand of [...operands(top.node)].reverse())
      if (!seen.has(operand)) stack.push({ node: operand, ready: false });
  }
  return order;
}

/** The input nodes of a graph by name. */
export function inputsOf({ outputs }: Graph): ReadonlyMap<string, InputNode> {
  const inputs = inOrder(Object.values(outputs)).filter((node): node is InputNode => node.op === 'input');
  return new Map(inputs.map((node) => [node.name, node]));
}
