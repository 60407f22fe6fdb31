import type { DecoderConfig } from '../../src/trainer/model/config.js';
import type { Tokenizer } from '../../src/trainer/model/tokenizer.js';

/** A model small enough for every test: grouped heads, biases, tied embeddings. */
export const tinyConfig: DecoderConfig = {
  vocabSize: 12,
  hiddenSize: 16,
  intermediateSize: 24,
  layers: 2,
  heads: 4,
  keyValueHeads: 2,
  headSize: 4,
  ropeTheta: 10_000,
  normEpsilon: 1e-6,
  attentionBias: true,
  tiedEmbeddings: true,
  maxPositions: 64,
};

/** One token a letter, a = 2; `.` ends. */
export const letters: Tokenizer = {
  vocabSize: 12,
  endTokens: new Set([1]),
  padToken: 0,
  encode: (text) => [...text].map((letter) => letter.charCodeAt(0) - 97 + 2),
  decode: (tokens) => tokens.map((id) => (id >= 2 ? String.fromCharCode(97 + id - 2) : '.')).join(''),
};
