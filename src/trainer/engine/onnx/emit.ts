import type { Graph, Node } from '../../graph/node.js';
import { inOrder, inputsOf, kernelOperands, operandsOf } from '../../graph/walk.js';
import { Emitter, processor, type Target } from './emitter.js';
import { knows } from './kernels.js';
import { modelBytes, type Operator } from './model.js';
import { emitNode } from './operators.js';

/** What stands before the names of inputs and outputs, so that no name of a user is one of ours. */
export const inputName = (name: string): string => `in:${name}`;

/** The name of a result in the model. */
export const outputName = (name: string): string => `out:${name}`;

/** What this engine makes a node from: kernels are computed in one go where the target can. */
export const emittedOperands =
  (target: Target = processor) =>
  (node: Node): readonly Node[] =>
    node.op === 'fused' && knows(node.kernel, target) ? kernelOperands(node.kernel) : operandsOf(node);

/** A graph as the bytes of an ONNX model. */
export function emitModel(graph: Graph, target: Target = processor): Uint8Array {
  const to = new Emitter(target);
  const names = new Map<Node, string>();
  const nameOf = (node: Node): string => names.get(node) as string;
  for (const node of inOrder(Object.values(graph.outputs), emittedOperands(target)))
    names.set(node, node.op === 'input' ? inputName(node.name) : emitNode(node, nameOf, to));
  const outputs = Object.entries(graph.outputs).map(([name, node]) => ({
    name: outputName(name),
    from: nameOf(node),
    dtype: node.dtype,
    shape: node.shape,
  }));
  const inputs = [...inputsOf(graph)].map(([name, { dtype, shape }]) => ({
    name: inputName(name),
    dtype,
    shape,
  }));
  return modelBytes({
    inputs,
    outputs,
    constants: to.constants,
    operators: needed(withResults(to.operators, outputs), new Set(outputs.map(({ name }) => name))),
  });
}

/**
 * Gives results their names: what an operator makes is called so from the start. A result that is an input or a constant, or has
 * two names, is copied.
 */
function withResults(
  operators: readonly Operator[],
  results: readonly { readonly name: string; readonly from: string }[],
): readonly Operator[] {
  const made = new Set(operators.flatMap((operator) => operator.outputs));
  const renamed = new Map<string, string>();
  const copies: Operator[] = [];
  for (const { name, from } of results)
    if (made.has(from) && !renamed.has(from)) renamed.set(from, name);
    else copies.push({ type: 'Identity', inputs: [from], outputs: [name], attributes: {} });
  const called = (name: string): string => renamed.get(name) ?? name;
  return [...operators, ...copies].map((operator) => ({
    ...operator,
    inputs: operator.inputs.map(called),
    outputs: operator.outputs.map(called),
  }));
}

/** The operators that results are made from: what was emitted for a value that its reader takes another way is left out. */
function needed(operators: readonly Operator[], results: ReadonlySet<string>): readonly Operator[] {
  const read = new Set(results);
  const kept: Operator[] = [];
  for (const operator of [...operators].reverse()) {
    if (!operator.outputs.some((name) => read.has(name))) continue;
    for (const name of operator.inputs) read.add(name);
    kept.push(operator);
  }
  return kept.reverse();
}
