import type { HostTensor } from './engine/engine.js';
import * as g from './graph/build.js';
import { segment } from './graph/kernels.js';
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

/** What of a long computation is held at once: time for memory, with the same values. */
export interface MemoryOptions {
  /** Tokens whose logits over the vocabulary are held at once; default: all. */
  readonly logitRows?: number;
  /** Activations within a layer are computed again for the gradient instead of kept; default: no. */
  readonly recompute?: boolean;
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
  { logitRows = Number.POSITIVE_INFINITY, recompute = false }: MemoryOptions = {},
): TokenValues {
  const [batch, whole] = sequences.shape as readonly [number, number];
  const length = whole - 1;
  const { hidden } = hiddenStates(
    config,
    parameters,
    g.slice(sequences, 1, 0, length),
    causal(batch, length, recompute),
  );
  const rows = g.reshape(hidden, [batch * length, config.hiddenSize]);
  const next = g.reshape(g.slice(sequences, 1, 1, whole), [batch * length]);
  const values = valuesInParts(rows, next, logitRows, (part, ids) => {
    const logits = logitsOf(config, parameters, part);
    return followed(temperature === 1 ? logits : g.mul(logits, 1 / temperature), ids);
  });
  return {
    logProbs: g.reshape(values.logProbs, [batch, length]),
    entropies: g.reshape(values.entropies, [batch, length]),
  };
}

/** Log-probs of ids `[R]` and entropies under logits `[R, V]`. */
function followed(logits: Node, ids: Node): TokenValues {
  const logs = g.logSoftmax(logits);
  return { logProbs: g.pick(logs, ids), entropies: g.neg(g.sum(g.mul(g.exp(logs), logs), [-1])) };
}

/** Rows in parts of so many, each a segment of its own: neither pass holds the logits of more than one part. */
function valuesInParts(
  rows: Node,
  ids: Node,
  size: number,
  make: (rows: Node, ids: Node) => TokenValues,
): TokenValues {
  const count = rows.shape[0] as number;
  if (size >= count) return make(rows, ids);
  const parts: Node[] = [];
  for (let from = 0; from < count; from += size) {
    const to = Math.min(from + size, count);
    const part = g.slice(rows, 0, from, to);
    const { logProbs, entropies } = make(part, g.slice(ids, 0, from, to));
    parts.push(segment(g.concat([logProbs, entropies].map(column), 1), [part]));
  }
  const both = g.concat(parts, 0);
  return { logProbs: g.slice(both, 1, 0, 1), entropies: g.slice(both, 1, 1, 2) };
}

const column = (x: Node): Node => g.reshape(x, [-1, 1]);

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
