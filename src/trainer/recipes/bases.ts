import type { DecoderConfig } from '../model/config.js';
import { adamWDefaults } from '../optim/adamw.js';
import { chainsTokenizer } from '../tasks/chains/tokenizer.js';
import type { BaseSettings } from './recipe.js';

/** The tiny model: 0.11 million parameters. */
export const tinyModel: DecoderConfig = {
  vocabSize: chainsTokenizer.vocabSize,
  hiddenSize: 64,
  intermediateSize: 192,
  layers: 2,
  heads: 4,
  keyValueHeads: 4,
  headSize: 16,
  ropeTheta: 10_000,
  normEpsilon: 1e-6,
  attentionBias: false,
  tiedEmbeddings: false,
  maxPositions: 256,
};

/** Careful work, learned until nearly every step of a chain is right: what all bases begin with. */
const skilled: BaseSettings = {
  seed: 1,
  model: tinyModel,
  startStd: 0.05,
  batch: 64,
  optimiser: { ...adamWDefaults, beta2: 0.98 },
  phases: [{ texts: 'skill', steps: 1000, rate: 3e-3, finalRate: 3e-4 }],
};

/** The base of the studies of one example: skilled, then of bad habits. */
export const messyBase: BaseSettings = {
  ...skilled,
  phases: [...skilled.phases, { texts: 'mess', steps: 700, rate: 2e-3, finalRate: 2e-4 }],
};

/** The base of the studies of length: skilled, then wordy. */
export const wordyBase: BaseSettings = {
  ...skilled,
  phases: [...skilled.phases, { texts: 'wordy', steps: 500, rate: 1e-3, finalRate: 1e-4 }],
};

/** Wordy work on chains of two to ten digits. */
export const mixedWordyBase: BaseSettings = {
  ...skilled,
  phases: [
    { texts: 'skill', steps: 1600, rate: 3e-3, finalRate: 3e-4 },
    { texts: 'wordy', steps: 500, rate: 1e-3, finalRate: 1e-4 },
  ],
};
