import type { Graph, Node } from '../../graph/node.js';
import { sameShape } from '../../graph/shapes.js';
import { inOrder } from '../../graph/walk.js';
import { emittedOperands } from './emit.js';

const operands = emittedOperands();

/**
 * The pairs of {@link Graph.inPlace} whose result may be written over its input while the graph runs, result name to input name:
 * everything that reads the input must have been computed before the result is, in whatever order the runtime takes.
 */
export function safePairs(graph: Graph): ReadonlyMap<string, string> {
  const order = inOrder(Object.values(graph.outputs), operands);
  const readers = new Map<Node, Node[]>();
  for (const node of order)
    for (const operand of operands(node)) {
      const known = readers.get(operand);
      if (known === undefined) readers.set(operand, [node]);
      else known.push(node);
    }
  const inputs = new Map(order.flatMap((node) => (node.op === 'input' ? [[node.name, node] as const] : [])));
  const pairs = Object.entries(graph.inPlace ?? {}).filter(([name, from]) => {
    const [result, input] = [graph.outputs[name], inputs.get(from)];
    return result !== undefined && input !== undefined && mayReplace(result, input, readers);
  });
  return new Map(pairs);
}

function mayReplace(result: Node, input: Node, readers: ReadonlyMap<Node, readonly Node[]>): boolean {
  if (result.dtype !== input.dtype || !sameShape(result.shape, input.shape)) return false;
  const before = new Set(inOrder([result], operands));
  return readersOf(input, readers).every((reader) =>
    reader === result ? writesAsItReads(result, input) : before.has(reader),
  );
}

/** All that reads a value, through what may be no more than another view of it. */
function readersOf(node: Node, readers: ReadonlyMap<Node, readonly Node[]>): readonly Node[] {
  return (readers.get(node) ?? []).flatMap((reader) =>
    isView(reader) ? [reader, ...readersOf(reader, readers)] : [reader],
  );
}

/** What the runtime may compute within the operator that reads it, or not at all. */
function isView(node: Node): boolean {
  if (node.op === 'binary') return node.function === 'less' || node.function === 'equal';
  if (node.op === 'fused') return node.kernel.name === 'segment';
  return ['reshape', 'broadcast', 'transpose', 'cast', 'stopGradient'].includes(node.op);
}

/** Whether an operator reads each element of an input no later than it writes it. */
function writesAsItReads(node: Node, input: Node): boolean {
  if (node.op === 'fused')
    return node.kernel.name === 'put' && node.kernel.into === input && node.kernel.fresh !== input;
  return node.op === 'binary' || node.op === 'unary' || node.op === 'select';
}
