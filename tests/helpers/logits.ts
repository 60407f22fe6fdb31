import type { Engine, HostTensor } from '../../src/trainer/engine/engine.js';
import { referenceEngine } from '../../src/trainer/engine/reference/engine.js';
import * as g from '../../src/trainer/graph/build.js';
import type { DecoderConfig } from '../../src/trainer/model/config.js';
import { causal, hiddenStates, logitsOf } from '../../src/trainer/model/decoder.js';
import { type Named, parameterInputs, parameterSpecs } from '../../src/trainer/model/parameters.js';
import { ints } from './tensors.js';

/** The scores of every next token of rows of one length, flat `[B · T · V]`. */
export async function logitsFor(
  { config, weights }: { readonly config: DecoderConfig; readonly weights: Named<HostTensor> },
  rows: readonly (readonly number[])[],
  engine: Engine = referenceEngine(),
): Promise<ArrayLike<number>> {
  const [batch, length] = [rows.length, (rows[0] ?? []).length];
  const parameters = parameterInputs(parameterSpecs(config));
  const tokens = g.input('tokens', [batch, length], 'int');
  const { hidden } = hiddenStates(config, parameters, tokens, causal(batch, length));
  const program = await engine.compile(g.graph({ logits: logitsOf(config, parameters, hidden) }));
  const { logits } = await program.run({ ...weights, tokens: ints([batch, length], rows.flat()) });
  if (logits === undefined) throw new Error('no logits');
  return (await engine.download(logits)).data;
}

/** The greatest difference of two lists of one length. */
export function farthest(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new Error(`${a.length} and ${b.length} values`);
  let most = 0;
  for (let i = 0; i < a.length; i += 1) most = Math.max(most, Math.abs((a[i] as number) - (b[i] as number)));
  return most;
}
