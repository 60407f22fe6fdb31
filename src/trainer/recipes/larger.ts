import { labels } from './ablations.js';
import { messyBase, tinyModel } from './bases.js';
import {
  entropyOnly,
  entropyReward,
  formatOnly,
  oneShotRlvr,
  postSaturation,
  QUICK_RATE,
  randomReward,
} from './one-shot.js';
import type { BaseSettings, Recipe, RunSettings } from './recipe.js';

/** Eleven times the tiny model's parameters: 1.3 million. */
const largerBase: BaseSettings = {
  ...messyBase,
  model: {
    ...tinyModel,
    hiddenSize: 160,
    intermediateSize: 480,
    layers: 4,
    heads: 5,
    keyValueHeads: 5,
    headSize: 32,
  },
  phases: [
    { texts: 'skill', steps: 1500, rate: 1.5e-3, finalRate: 1.5e-4 },
    { texts: 'mess', steps: 700, rate: 1e-3, finalRate: 1e-4 },
  ],
};

/** Right answers of nine digits take some fifty tokens. */
const MAX_TOKENS = 72;

/** The same run, in few steps, on chains of four to nine digits by the larger model, which a rate of a third suits. */
const atLargerScale = (run: RunSettings, steps: number): RunSettings => ({
  ...run,
  name: `larger-${run.name}`,
  task: 'long-chains',
  base: largerBase,
  steps,
  rate: QUICK_RATE / 3,
  maxTokens: MAX_TOKENS,
  loss: { ...run.loss, maxTokens: MAX_TOKENS },
});

const wrongLabels = labels.filter(({ label }) => label.kind !== 'right');

/** What is weak or absent in the tiny model, tried once with a larger one and longer chains. */
export const larger: Recipe = {
  name: 'larger',
  about: 'one-shot RLVR and its ablations with 1.3 million parameters and chains of up to nine digits',
  rows: [
    ...[oneShotRlvr, formatOnly, randomReward, ...wrongLabels].map((run) => atLargerScale(run, 80)),
    ...[entropyOnly, entropyReward].map((run) => atLargerScale(run, 60)),
    atLargerScale({ ...postSaturation, evaluation: { ...postSaturation.evaluation, every: 20 } }, 300),
  ],
};
