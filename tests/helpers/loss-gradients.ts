import type { Engine, HostTensor } from '../../src/trainer/engine/engine.js';
import * as g from '../../src/trainer/graph/build.js';
import { gradients } from '../../src/trainer/graph/gradients.js';
import type { Node } from '../../src/trainer/graph/node.js';
import type { DecoderConfig } from '../../src/trainer/model/config.js';
import { type Named, parameterInputs, parameterSpecs } from '../../src/trainer/model/parameters.js';
import { padded, tokenValues } from '../../src/trainer/sequence.js';

/** The gradients of the mean loss of the next token, by parameter; rows are of one length. */
export async function lossGradients(
  engine: Engine,
  { config, weights }: { readonly config: DecoderConfig; readonly weights: Named<HostTensor> },
  rows: readonly (readonly number[])[],
): Promise<Readonly<Record<string, readonly number[]>>> {
  const length = (rows[0] ?? []).length;
  const nodes = parameterInputs(parameterSpecs(config));
  const sequences = g.input('sequences', [rows.length, length], 'int');
  const found = gradients(
    g.neg(g.mean(tokenValues(config, nodes, sequences, 1).logProbs)),
    Object.values(nodes),
  );
  const outputs = Object.fromEntries(Object.keys(nodes).map((name, i) => [name, found[i] as Node]));
  const program = await engine.compile(g.graph(outputs));
  const results = await program.run({ ...weights, sequences: padded(rows, length, 0) });
  const values: Record<string, readonly number[]> = {};
  for (const [name, tensor] of Object.entries(results))
    values[name] = [...(await engine.download(tensor)).data];
  engine.dispose(...Object.values(results));
  await program.dispose();
  return values;
}
