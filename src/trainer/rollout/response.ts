import type { Random } from '../../support/index.js';
import type { Tokenizer } from '../model/tokenizer.js';
import type { Sampled, SamplingOptions } from '../policy.js';
import { drawToken, type Probabilities } from './sample-token.js';

/** One response while it is being sampled. */
export class ResponseInProgress {
  readonly #tokenizer: Tokenizer;
  readonly #options: SamplingOptions;
  readonly #random: Random;
  readonly #tokens: number[] = [];
  readonly #logProbs: number[] = [];
  readonly #entropies: number[] = [];
  #finish: 'stop' | null = null;
  #end: number | null = null;
  #text: string | null = null;

  constructor(tokenizer: Tokenizer, options: SamplingOptions, random: Random) {
    this.#tokenizer = tokenizer;
    this.#options = options;
    this.#random = random;
  }

  /** True once it ended by an end token or a stop text. */
  get done(): boolean {
    return this.#finish !== null;
  }

  /**
   * Takes the distribution of the next position, and its entropy at temperature 1, and gives the token to feed back; a response
   * that is done takes nothing.
   */
  next(probabilities: Probabilities, entropy: number): number {
    if (this.done) return this.#tokenizer.padToken;
    const token = drawToken(probabilities, this.#options, this.#random);
    this.#logProbs.push(Math.log(probabilities[token] as number));
    this.#entropies.push(Math.max(0, entropy));
    if (this.#tokenizer.endTokens.has(token)) {
      this.#finish = 'stop';
      this.#end = token;
      return token;
    }
    this.#tokens.push(token);
    this.#lookForStop();
    return token;
  }

  /** The response as it stands. */
  finished(): Sampled {
    return {
      tokens: [...this.#tokens],
      text: this.#text ?? this.#tokenizer.decode(this.#tokens),
      finish: this.#finish ?? 'length',
      ...(this.#end === null ? {} : { end: this.#end }),
      logProbs: Float32Array.from(this.#logProbs),
      entropies: Float32Array.from(this.#entropies),
    };
  }

  /** A stop text may be spread over tokens: it is looked for in the decoded text, of which only the end is new. */
  #lookForStop(): void {
    const { stop = [] } = this.#options;
    if (stop.length === 0) return;
    const text = this.#tokenizer.decode(this.#tokens);
    const at = Math.min(...stop.map((mark) => text.indexOf(mark)).filter((place) => place >= 0));
    if (at === Number.POSITIVE_INFINITY) return;
    this.#text = text.slice(0, at);
    this.#finish = 'stop';
  }
}
