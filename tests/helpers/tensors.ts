import type { Engine, HostTensor } from '../../src/trainer/engine/engine.js';
import { referenceEngine } from '../../src/trainer/engine/reference/engine.js';
import { graph } from '../../src/trainer/graph/build.js';
import type { Node, Shape } from '../../src/trainer/graph/node.js';

/** A float tensor of the host. */
export const floats = (shape: Shape, data: Iterable<number>): HostTensor => ({
  dtype: 'float',
  shape,
  data: Float64Array.from(data),
});

/** An int tensor of the host. */
export const ints = (shape: Shape, data: Iterable<number>): HostTensor => ({
  dtype: 'int',
  shape,
  data: Int32Array.from(data),
});

/** The value of one node, on the reference engine unless told otherwise. */
export async function computed(
  node: Node,
  inputs: Readonly<Record<string, HostTensor>> = {},
  engine: Engine = referenceEngine(),
): Promise<number[]> {
  const program = await engine.compile(graph({ value: node }));
  const { value } = await program.run(inputs);
  if (value === undefined) throw new Error('no value');
  const { data } = await engine.download(value);
  engine.dispose(value);
  await program.dispose();
  return [...data];
}
