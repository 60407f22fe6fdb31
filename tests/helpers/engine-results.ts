import type { Engine, HostTensor } from '../../src/trainer/engine/engine.js';
import * as g from '../../src/trainer/graph/build.js';
import { gradients } from '../../src/trainer/graph/gradients.js';
import type { Node, Shape } from '../../src/trainer/graph/node.js';
import { sizeOf } from '../../src/trainer/graph/shapes.js';
import { inputsOf } from '../../src/trainer/graph/walk.js';
import type { DecoderConfig } from '../../src/trainer/model/config.js';
import { causal, hiddenStates, logitsOf } from '../../src/trainer/model/decoder.js';
import { parameterInputs, parameterSpecs } from '../../src/trainer/model/parameters.js';
import { type Case, given, weighted } from './tensor-cases.js';
import { floats } from './tensors.js';

/** All results of a graph on one engine; inputs that the graph does not read are left out. */
export async function resultsOn(
  engine: Engine,
  outputs: g.GraphOutputs,
  inputs: Readonly<Record<string, HostTensor>>,
): Promise<Record<string, number[]>> {
  const graph = g.graph(outputs);
  const wanted = inputsOf(graph);
  const program = await engine.compile(graph);
  const tensors = await program.run(
    Object.fromEntries(Object.entries(inputs).filter(([name]) => wanted.has(name))),
  );
  const values: Record<string, number[]> = {};
  for (const [name, tensor] of Object.entries(tensors))
    values[name] = [...(await engine.download(tensor)).data];
  engine.dispose(...Object.values(tensors));
  await program.dispose();
  return values;
}

/** Values of all sizes and signs, brought into a domain. */
export const spread = (shape: Shape, into: (x: number) => number = (x) => x): HostTensor =>
  floats(
    shape,
    Array.from({ length: sizeOf(shape) }, (_, i) => into(Math.sin(3.7 * i + 1) * 1.5)),
  );

/** A primitive and its gradient by every operand as results of a graph, with inputs for them. */
export function withGradients({ shapes, f, into }: Case): {
  readonly outputs: g.GraphOutputs;
  readonly inputs: Readonly<Record<string, HostTensor>>;
} {
  const xs = shapes.map((shape, i) => g.input(`x${i}`, shape));
  const value = f(...xs);
  const found = gradients(weighted(value), xs);
  return {
    outputs: { value, ...Object.fromEntries(found.map((each, i) => [`d${i}`, each])) },
    inputs: {
      ...given,
      ...Object.fromEntries(shapes.map((shape, i) => [`x${i}`, spread(shape, into)])),
    },
  };
}

/** The greatest difference of two sets of results, in units of the value where that is above 1. */
export function worst(
  actual: Readonly<Record<string, readonly number[]>>,
  expected: Readonly<Record<string, readonly number[]>>,
): number {
  let most = 0;
  for (const [name, values] of Object.entries(expected))
    for (const [i, each] of values.entries()) {
      const off = Math.abs((actual[name]?.[i] ?? Number.NaN) - each) / Math.max(1, Math.abs(each));
      most = Number.isNaN(off) ? Number.POSITIVE_INFINITY : Math.max(most, off);
    }
  return most;
}

/** The loss of a whole model on int `sequences` `[rows, length + 1]`, and its gradient by every parameter. */
export function modelGradients(config: DecoderConfig, rows: number, length: number): Record<string, Node> {
  const specs = parameterSpecs(config);
  const parameters = parameterInputs(specs);
  const sequences = g.input('sequences', [rows, length + 1], 'int');
  const { hidden } = hiddenStates(config, parameters, g.slice(sequences, 1, 0, length), causal(rows, length));
  const logs = g.logSoftmax(logitsOf(config, parameters, hidden));
  const loss = g.neg(g.mean(g.pick(logs, g.slice(sequences, 1, 1, length + 1))));
  const found = gradients(
    loss,
    specs.map(({ name }) => parameters[name] as Node),
  );
  return { loss, ...Object.fromEntries(specs.map(({ name }, i) => [`d.${name}`, found[i] as Node])) };
}
