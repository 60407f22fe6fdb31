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
  /** Characters of text before the newest token in which a stop text may have begun. */
  readonly #reach: number;
  /** The first token of those whose text is at least that long. */
  #tail = 0;

  constructor(tokenizer: Tokenizer, options: SamplingOptions, random: Random) {
    this.#tokenizer = tokenizer;
    this.#options = options;
    this.#random = random;
    this.#reach = Math.max(...(options.stop ?? []).map((mark) => mark.length), 0) + CUT;
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
    const tail = this.#decodedTail();
    if (!stop.some((mark) => tail.includes(mark))) return;
    const text = this.#tokenizer.decode(this.#tokens);
    const places = stop.map((mark) => text.indexOf(mark)).filter((place) => place >= 0);
    if (places.length === 0) return;
    this.#text = text.slice(0, Math.min(...places));
    this.#finish = 'stop';
  }

  /** The text of the last tokens: the newest, and enough before it. */
  #decodedTail(): string {
    const length = (from: number): number => this.#tokenizer.decode(this.#tokens.slice(from, -1)).length;
    while (this.#tail + 1 < this.#tokens.length && length(this.#tail + 1) >= this.#reach) this.#tail += 1;
    return this.#tokenizer.decode(this.#tokens.slice(this.#tail));
  }
}

/** Characters that may read otherwise where a text is cut between two tokens: the bytes of one, or a space at the beginning. */
const CUT = 8;
