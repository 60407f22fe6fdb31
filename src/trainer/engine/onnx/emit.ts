import type { Graph, Node } from '../../graph/node.js';
import { inOrder, inputsOf } from '../../graph/walk.js';
import { Emitter } from './emitter.js';
import { modelBytes } from './model.js';
import { emitNode } from './operators.js';

/** What stands before the names of inputs and outputs, so that no name of a user is one of ours. */
export const inputName = (name: string): string => `in:${name}`;

/** The name of a result in the model. */
export const outputName = (name: string): string => `out:${name}`;

/** A graph as the bytes of an ONNX model. */
export function emitModel(graph: Graph): Uint8Array {
  const to = new Emitter();
  const names = new Map<Node, string>();
  const nameOf = (node: Node): string => names.get(node) as string;
  for (const node of inOrder(Object.values(graph.outputs)))
    names.set(node, node.op === 'input' ? inputName(node.name) : emitNode(node, nameOf, to));
  const outputs = Object.entries(graph.outputs).map(([name, node]) => {
    // A result may be an input, a constant, or named twice: its own name comes from a copy.
    to.operators.push({ type: 'Identity', inputs: [nameOf(node)], output: outputName(name), attributes: {} });
    return { name: outputName(name), dtype: node.dtype, shape: node.shape };
  });
  const inputs = [...inputsOf(graph)].map(([name, { dtype, shape }]) => ({
    name: inputName(name),
    dtype,
    shape,
  }));
  return modelBytes({ inputs, outputs, constants: to.constants, operators: to.operators });
}
