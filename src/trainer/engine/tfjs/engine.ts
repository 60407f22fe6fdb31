import type { Tensor } from '@tensorflow/tfjs-core';
import { BackendError } from '../../../support/index.js';
import type { Graph, Node } from '../../graph/node.js';
import { inOrder, inputsOf } from '../../graph/walk.js';
import { checkInputs } from '../check-inputs.js';
import type { DeviceTensor, Engine, HostTensor, Program } from '../engine.js';
import { Held, ownAs } from '../held.js';
import { elementType, evaluate, filled } from './kernels.js';
import { loadTfjs, type Tfjs, type TfjsDevice } from './library.js';
import { computed, readsOf } from './reads.js';

/** Options of {@link tfjsEngine}. */
export interface TfjsOptions {
  /** Default: `cuda` where @tensorflow/tfjs-node-gpu is installed, else `cpu`. */
  readonly device?: TfjsDevice;
}

/** A value of the tfjs engine. */
class TfjsTensor extends Held<Tensor> {}

/**
 * Graphs run one operation after the other on tfjs: TensorFlow's kernels where the user has installed them, plain JavaScript in
 * tests. Throws {@link BackendError} that names the command that adds what is missing.
 */
export async function tfjsEngine({ device }: TfjsOptions = {}): Promise<Engine> {
  const library = await loadTfjs(device);
  const { tf } = library;
  return {
    info: {
      name: 'tfjs',
      device: library.device,
      version: library.version,
      float: 'float32',
      threads: null,
    },
    compile: (graph) => Promise.resolve(programOf(tf, graph)),
    upload: (tensor) => Promise.resolve(new TfjsTensor(tensor, uploaded(tf, tensor))),
    download: async (tensor) => {
      const { dtype, shape } = tensor;
      // Reading waits for the device; a copy, since a backend may hand out its own memory.
      const data = (await ownAs(TfjsTensor, tensor).value.data()).slice();
      return { dtype, shape, data: dtype === 'int' ? Int32Array.from(data) : Float32Array.from(data) };
    },
    dispose: (...tensors) => {
      for (const tensor of tensors) if (tensor instanceof TfjsTensor) tensor.take()?.dispose();
    },
    close: () => Promise.resolve(),
  };
}

/** A copy on the device: a backend may keep the array it is given. */
function uploaded(tf: Tfjs, { dtype, shape, data }: HostTensor): Tensor {
  const copy = dtype === 'int' ? Int32Array.from(data) : Float32Array.from(data);
  return tf.tensor(copy, [...shape], elementType[dtype]);
}

/** The order of a graph, and after which node each value is needed no more. */
function programOf(tf: Tfjs, graph: Graph): Program {
  const inputs = inputsOf(graph);
  const outputs = Object.values(graph.outputs);
  const order = computed(inOrder(outputs), outputs);
  const lastUse = new Map<Node, Node>();
  for (const node of order) for (const operand of readsOf(node).nodes) lastUse.set(operand, node);
  for (const node of outputs) lastUse.delete(node);
  const over = new Map<Node, readonly Node[]>();
  for (const [value, node] of lastUse) over.set(node, [...(over.get(node) ?? []), value]);
  return {
    run: async (given) => {
      checkInputs(inputs, given);
      const tensors = tf.tidy(() => results(tf, graph, order, over, given));
      const named = Object.entries(graph.outputs).map(
        ([name, node]) => [name, new TfjsTensor(node, tensors[name] as Tensor)] as const,
      );
      return Promise.resolve(Object.fromEntries(named));
    },
    dispose: () => Promise.resolve(),
  };
}

/** Runs the kernels; a value goes when the last that reads it is done. */
function results(
  tf: Tfjs,
  { outputs }: Graph,
  order: readonly Node[],
  over: ReadonlyMap<Node, readonly Node[]>,
  given: Readonly<Record<string, DeviceTensor | HostTensor>>,
): Record<string, Tensor> {
  const values = new Map<Node, Tensor>();
  const read = (node: Node, asScalar: boolean): Tensor =>
    node.op === 'fill' ? filled(tf, node, asScalar) : (values.get(node) as Tensor);
  for (const node of order) {
    values.set(node, node.op === 'input' ? inputOf(tf, given[node.name]) : computedValue(node));
    for (const value of over.get(node) ?? []) {
      // The caller's tensors are clones here: disposing of one leaves the caller's alone.
      values.get(value)?.dispose();
      values.delete(value);
    }
  }
  // A result may be named twice, or be an input: each name gets a handle of its own.
  return Object.fromEntries(
    Object.entries(outputs).map(([name, node]) => [name, tf.clone(read(node, false))]),
  );

  /** Kernels leave what they make on the way behind. */
  function computedValue(node: Exclude<Node, { op: 'input' }>): Tensor {
    if (node.op === 'fill') return filled(tf, node, false);
    const { nodes, scalars } = readsOf(node);
    return tf.tidy(() =>
      evaluate(
        tf,
        node,
        nodes.map((operand) => read(operand, scalars)),
      ),
    );
  }
}

function inputOf(tf: Tfjs, tensor: DeviceTensor | HostTensor | undefined): Tensor {
  if (tensor === undefined) throw new BackendError('an input is missing');
  return 'data' in tensor ? uploaded(tf, tensor) : tf.clone(ownAs(TfjsTensor, tensor).value);
}
