// The shapes of `npm run bench:train`: decoders of the Qwen2 family, with what is run on them.
const qwen = (hiddenSize, intermediateSize, headSize) => ({
  vocabSize: 512,
  hiddenSize,
  intermediateSize,
  layers: 4,
  heads: 4,
  keyValueHeads: 2,
  headSize,
  ropeTheta: 10_000,
  normEpsilon: 1e-6,
  attentionBias: true,
  tiedEmbeddings: true,
  maxPositions: 256,
});

/** The model of the toy tasks. */
const toy = {
  ...qwen(64, 192, 16),
  vocabSize: 64,
  layers: 2,
  keyValueHeads: 4,
  attentionBias: false,
  tiedEmbeddings: false,
};

/** `step`: rows and tokens of a training step; `decode`: rows, tokens of a prompt, and tokens made after it. */
export const shapes = {
  S: { config: qwen(128, 384, 32), step: [16, 128], decode: [32, 16, 112] },
  M: { config: qwen(256, 768, 64), step: [16, 128], decode: [32, 16, 112] },
  toy: { config: toy, step: [64, 72], decode: [256, 16, 48] },
};

/** Words are numbers; nothing ends a response, so that every run makes the same number of tokens. */
export const numbers = (vocabSize) => ({
  vocabSize,
  endTokens: new Set(),
  padToken: 0,
  encode: (text) => text.split(' ').map(Number),
  decode: (tokens) => tokens.join(' '),
});

/** Tokens that only depend on their place. */
export const someTokens = (rows, length, vocabSize) =>
  Array.from({ length: rows }, (_, i) =>
    Array.from({ length }, (_, t) => (i * 7919 + t * 104_729 + ((i * t) % 13)) % vocabSize),
  );
