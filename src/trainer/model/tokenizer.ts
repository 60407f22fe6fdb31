/** Text to tokens and back. */
export interface Tokenizer {
  readonly vocabSize: number;
  /** Tokens that end a response. */
  readonly endTokens: ReadonlySet<number>;
  /** Fills up rows of a batch; never attended to. */
  readonly padToken: number;
  encode(text: string): readonly number[];
  decode(tokens: readonly number[]): string;
}
