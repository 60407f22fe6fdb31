import type { Engine, HostTensor } from '../../src/trainer/engine/engine.js';
import { referenceEngine } from '../../src/trainer/engine/reference/engine.js';
import { concat, fill, graph, reshape } from '../../src/trainer/graph/build.js';
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

/** Numbers as a node `[N]`. */
export const constant = (values: readonly number[]): Node =>
  concat(
    values.map((value) => fill(value, [1])),
    0,
  );

/** Rows of the same width as a node `[N, T]`. */
export const rows = (values: readonly (readonly number[])[]): Node =>
  reshape(constant(values.flat()), [values.length, (values[0] as readonly number[]).length]);

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
