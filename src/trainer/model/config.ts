import { ConfigError } from '../../support/index.js';
import type { RopeScaling } from './rope.js';

/** The shape of a decoder of the Qwen and Llama families. */
export interface DecoderConfig {
  readonly vocabSize: number;
  readonly hiddenSize: number;
  readonly intermediateSize: number;
  readonly layers: number;
  readonly heads: number;
  /** Fewer than `heads` for grouped-query attention; divides it. */
  readonly keyValueHeads: number;
  /** Size of one head. */
  readonly headSize: number;
  readonly ropeTheta: number;
  /** Absent: frequencies are as θ gives them. */
  readonly ropeScaling?: RopeScaling;
  readonly normEpsilon: number;
  /** Biases on the query, key and value projections: Qwen2 has them, Llama has not. */
  readonly attentionBias: boolean;
  /** A bias on the output projection of attention too, as Llama's `attention_bias` has it; default: none. */
  readonly outputBias?: boolean;
  /** Each head's queries and keys are normed before they are turned, as in Qwen3; default: not. */
  readonly headNorms?: boolean;
  /** The output head is the embedding table. */
  readonly tiedEmbeddings: boolean;
  /** Longest sequence the model was made for. */
  readonly maxPositions: number;
}

/** Throws {@link ConfigError} naming the field unless the sizes fit together. */
export function checkDecoderConfig(config: DecoderConfig): DecoderConfig {
  for (const [name, value] of Object.entries(config))
    if (typeof value === 'number' && !(value > 0 && Number.isFinite(value)))
      throw new ConfigError(`${name} must be positive; got ${value}`, name);
  const { heads, keyValueHeads, headSize } = config;
  if (heads % keyValueHeads !== 0)
    throw new ConfigError(`heads (${heads}) must be a multiple of keyValueHeads (${keyValueHeads})`, 'heads');
  if (headSize % 2 !== 0)
    throw new ConfigError(`headSize must be even for rotary positions; got ${headSize}`, 'headSize');
  const { attentionBias, outputBias = false, headNorms = false } = config;
  if (attentionBias !== outputBias && (outputBias || headNorms))
    throw new ConfigError(
      'no architecture of Hugging Face has these biases: the output has one only beside queries, keys and values, and with norms of heads all four have one or none',
      'outputBias',
    );
  return config;
}
