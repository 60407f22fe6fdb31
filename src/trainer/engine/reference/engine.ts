import { BackendError, ConfigError } from '../../../support/index.js';
import type { Graph, Node } from '../../graph/node.js';
import { inOrder, inputsOf, operandsOf } from '../../graph/walk.js';
import { checkInputs } from '../check-inputs.js';
import type { DeviceTensor, Engine, HostTensor, Program } from '../engine.js';
import type { Value } from './arrays.js';
import { evaluateNode } from './kernels.js';

/** A value of the reference engine. */
class Held implements DeviceTensor {
  readonly dtype: DeviceTensor['dtype'];
  readonly shape: DeviceTensor['shape'];
  #values: Float64Array | null;

  constructor({ dtype, shape }: DeviceTensor, values: Float64Array) {
    this.dtype = dtype;
    this.shape = shape;
    this.#values = values;
  }

  get value(): Value {
    if (this.#values === null) throw new BackendError('a tensor was used after it was disposed of');
    return { shape: this.shape, data: this.#values };
  }

  free(): void {
    this.#values = null;
  }
}

function valueIn(tensor: DeviceTensor | HostTensor): Value {
  if ('data' in tensor) return { shape: tensor.shape, data: Float64Array.from(tensor.data) };
  if (tensor instanceof Held) return tensor.value;
  throw new ConfigError(
    'the tensor belongs to another engine; download it there and upload it here',
    'tensor',
  );
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
    upload: (tensor) => Promise.resolve(new Held(tensor, valueIn(tensor).data)),
    download: (tensor) => {
      const { data } = valueIn(tensor);
      const copy = tensor.dtype === 'int' ? Int32Array.from(data) : Float64Array.from(data);
      return Promise.resolve({ dtype: tensor.dtype, shape: tensor.shape, data: copy });
    },
    dispose: (...tensors) => {
      for (const tensor of tensors) if (tensor instanceof Held) tensor.free();
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
      const results = Object.entries(graph.outputs).map(
        ([name, node]) =>
          [name, new Held(node, Float64Array.from((values.get(node) as Value).data))] as const,
      );
      return Promise.resolve(Object.fromEntries(results));
    },
    dispose: () => Promise.resolve(),
  };
}
