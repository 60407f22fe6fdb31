import type { InferenceSession, Tensor } from 'onnxruntime-node';
import type { Graph } from '../../graph/node.js';
import { inputsOf } from '../../graph/walk.js';
import { checkInputs } from '../check-inputs.js';
import type { DeviceTensor, HostTensor, Program } from '../engine.js';
import { ownAs } from '../held.js';
import { inputName, outputName } from './emit.js';
import { safePairs } from './in-place.js';
import { OnnxTensor, type Runtime, uploaded } from './tensor.js';

type Given = Parameters<Program['run']>[0];

/** A session as a program. Results are written over the inputs whose place they take, where that is safe. */
export function programOf(
  graph: Graph,
  session: InferenceSession,
  runtime: Runtime,
  release: () => Promise<void>,
): Program {
  const inputs = inputsOf(graph);
  const results = Object.entries(graph.outputs);
  const pairs = safePairs(graph);
  const places = [...inputs.keys()].map((name) => [name, inputName(name)] as const);
  /** Where each result is to be written; `null`: wherever the runtime likes. */
  const written = (given: Given): Readonly<Record<string, Tensor | null>> =>
    Object.fromEntries(results.map(([name]) => [outputName(name), replaced(given, pairs.get(name))]));
  return {
    run: async (given) => {
      checkInputs(inputs, given);
      const feeds: Record<string, Tensor> = {};
      for (const [name, place] of places) feeds[place] = feed(runtime, given[name] as DeviceTensor);
      const made = await (pairs.size === 0 ? session.run(feeds) : session.run(feeds, written(given)));
      for (const name of Object.values(graph.inPlace ?? {})) usedUp(given[name], made);
      return Object.fromEntries(
        results.map(([name, node]) => [name, new OnnxTensor(node, made[outputName(name)] as Tensor)]),
      );
    },
    dispose: release,
  };
}

/** The memory of the input whose place a result takes: a tensor that is no other input's and lies here. */
function replaced(given: Given, from: string | undefined): Tensor | null {
  const tensor = from === undefined ? undefined : given[from];
  if (!(tensor instanceof OnnxTensor) || tensor.value.location !== 'cpu') return null;
  const uses = Object.values(given).filter((each) => each === tensor);
  return uses.length === 1 ? tensor.value : null;
}

/** After a run: the tensor of an input that a result has taken the place of is no longer its holder's. */
function usedUp(tensor: Given[string] | undefined, made: Readonly<Record<string, Tensor>>): void {
  if (!(tensor instanceof OnnxTensor)) return;
  if (Object.values(made).includes(tensor.value)) tensor.take();
  else tensor.take()?.dispose();
}

const feed = (runtime: Runtime, tensor: DeviceTensor | HostTensor): Tensor =>
  'data' in tensor ? uploaded(runtime, tensor).value : ownAs(OnnxTensor, tensor).value;
