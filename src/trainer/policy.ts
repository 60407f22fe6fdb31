/** What a token sequence was sampled with. */
export interface SamplingOptions {
  /** > 0; 0 is greedy. */
  readonly temperature: number;
  /** Keep the fewest tokens whose probabilities reach this, in (0, 1]; 1 keeps all. */
  readonly topP?: number;
  /** Keep this many most probable tokens; 0 keeps all. */
  readonly topK?: number;
  /** Most new tokens. */
  readonly maxTokens: number;
  /** Texts that end a response; the stop text is left out of it. */
  readonly stop?: readonly string[];
  /** The seed of sample i of prompt j is derived from this, j and i alone: the same whatever the batch. */
  readonly seed: number;
}

/** One sampled response to a prompt. `T` is its number of tokens, the end-of-sequence token not counted. */
export interface Sampled {
  /** Token ids, −1 where an endpoint does not tell them. */
  readonly tokens: readonly number[];
  readonly text: string;
  /** `stop`: an end-of-sequence token or a stop text; `length`: cut off at the limit. */
  readonly finish: 'stop' | 'length';
  /** The end token that ended it, where one did: a model may have several. */
  readonly end?: number;
  /**
   * Log-probability of each sampled token under the distribution it was drawn from before any truncation (top-p, top-k), nats;
   * `[T]`, plus one for the end token when it ended by one. NaN where an endpoint does not tell.
   */
  readonly logProbs: Float32Array;
  /** Entropy of the next-token distribution at each position at temperature 1, nats; the shape of `logProbs`. NaN where untold. */
  readonly entropies: Float32Array;
}

/** Something that answers prompts: the local model, or an endpoint elsewhere. */
export interface Sampler {
  /** `[prompt][copy]` responses; `copies` of each prompt. */
  sample(
    prompts: readonly string[],
    copies: number,
    options: SamplingOptions,
  ): Promise<readonly (readonly Sampled[])[]>;
}
