import type { HostTensor } from './engine/engine.js';
import * as g from './graph/build.js';
import type { Node } from './graph/node.js';
import type { DecoderConfig } from './model/config.js';
import { causal, hiddenStates, logitsOf } from './model/decoder.js';
import type { Named } from './model/parameters.js';

/** Per-token values of whole sequences, `[N, T]`: entry t belongs to token t + 1 given those up to t. */
export interface TokenValues {
  readonly logProbs: Node;
  /** Entropy of the distribution the token was drawn from, nats. */
  readonly entropies: Node;
}

/**
 * Log-probs and entropies of the tokens that follow in sequences `[N, T + 1]`, under logits divided by `temperature`, as
 * the policy that sampled them divides them (papers/01 §2.4).
 */
export function tokenValues(
  config: DecoderConfig,
  parameters: Named<Node>,
  sequences: Node,
  temperature: number,
): TokenValues {
  const [batch, whole] = sequences.shape as readonly [number, number];
  const length = whole - 1;
  const { hidden } = hiddenStates(
    config,
    parameters,
    g.slice(sequences, 1, 0, length),
    causal(batch, length),
  );
  const logits = logitsOf(config, parameters, hidden);
  const logs = g.logSoftmax(temperature === 1 ? logits : g.mul(logits, 1 / temperature));
  return {
    logProbs: g.pick(logs, g.slice(sequences, 1, 1, whole)),
    entropies: g.neg(g.sum(g.mul(g.exp(logs), logs), [-1])),
  };
}

/** Sequences of different lengths as one tensor `[N, length]`, filled up with `filler` at the end. */
export function padded(
  sequences: readonly (readonly number[])[],
  length: number,
  filler: number,
): HostTensor {
  const data = new Int32Array(sequences.length * length).fill(filler);
  for (const [i, sequence] of sequences.entries()) data.set(sequence.slice(0, length), i * length);
  return { dtype: 'int', shape: [sequences.length, length], data };
}
