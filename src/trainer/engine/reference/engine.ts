import type { Graph, Node } from '../../graph/node.js';
import { inOrder, inputsOf, operandsOf } from '../../graph/walk.js';
import { checkInputs } from '../check-inputs.js';
import type { DeviceTensor, Engine, HostTensor, Program } from '../engine.js';
import { Held, ownAs } from '../held.js';
import type { Value } from './arrays.js';
import { evaluateNode } from './kernels.js';

/** A value of the reference engine. */
class ReferenceTensor extends Held<Value> {}

function valueIn(tensor: DeviceTensor | HostTensor): Value {
  if ('data' in tensor) return { shape: tensor.shape, data: Float64Array.from(tensor.data) };
  return ownAs(ReferenceTensor, tensor).value;
}

/** The oracle: float64, one primitive after the other, on this thread. For tests and for hand-sized models. */
export function referenceEngine(): Engine {
  return {
    info: {
      name: 'reference',
      device: 'cpu',
      version: 'typed arrays',
      float: 'float64',
      threads: 1,
    },
    compile: (graph) => Promise.resolve(programOf(graph)),
    upload: (tensor) => Promise.resolve(new ReferenceTensor(tensor, valueIn(tensor))),
    download: (tensor) => {
      const { data } = valueIn(tensor);
      const copy = tensor.dtype === 'int' ? Int32Array.from(data) : Float64Array.from(data);
      return Promise.resolve({ dtype: tensor.dtype, shape: tensor.shape, data: copy });
    },
    dispose: (...tensors) => {
      for (const tensor of tensors) if (tensor instanceof ReferenceTensor) tensor.take();
    },
    close: () => Promise.resolve(),
  };
}

function programOf(graph: Graph): Program {
  const inputs = inputsOf(graph);
  const order = inOrder(Object.values(graph.outputs));
  const lastUse = new Map<Node, Node>();
  for (const node of order) for (const operand of operandsOf(node)) lastUse.set(operand, node);
  const kept = new Set(Object.values(graph.outputs));
  return {
    run: (given) => {
      checkInputs(inputs, given);
      const values = new Map<Node, Value>();
      for (const node of order) {
        const operands = operandsOf(node);
        const value =
          node.op === 'input'
            ? valueIn(given[node.name] as DeviceTensor)
            : evaluateNode(
                node,
                operands.map((operand) => values.get(operand) as Value),
              );
        values.set(node, value);
        for (const operand of operands)
          if (lastUse.get(operand) === node && !kept.has(operand)) values.delete(operand);
      }
      const results = Object.entries(graph.outputs).map(([name, node]) => {
        const { shape, data } = values.get(node) as Value;
        return [name, new ReferenceTensor(node, { shape, data: Float64Array.from(data) })] as const;
      });
      return Promise.resolve(Object.fromEntries(results));
    },
    dispose: () => Promise.resolve(),
  };
}
