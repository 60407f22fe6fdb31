import { mixedWordyBase } from './bases.js';
import { oneShotRlvr, QUICK_RATE } from './one-shot.js';
import type { Recipe, RunSettings } from './recipe.js';

const POOL = 64;

/** Accuracy of every problem of the pool, epoch for epoch. */
const history: RunSettings = {
  ...oneShotRlvr,
  name: 'select-history',
  examples: { from: 'pool', size: POOL },
  prompts: 8,
  steps: 64,
  rate: QUICK_RATE,
};

const ranked = (rank: number): RunSettings => ({
  ...oneShotRlvr,
  name: `select-rank-${rank}`,
  examples: { from: 'variance', size: POOL, rank, history: '../select-history' },
});

const picked = (place: number): RunSettings => ({
  ...oneShotRlvr,
  name: `select-random-${place}`,
  examples: { from: 'pool', size: POOL, only: [place] },
});

/** The example of the greatest historical variance (papers/01 §2.2) beside the last, and beside three picked blindly. */
export const select: Recipe = {
  name: 'select',
  about: 'one-shot RLVR on the example of greatest historical variance, and on examples picked blindly',
  rows: [history, ranked(1), ranked(POOL), picked(5), picked(23), picked(42)],
};

/** Problems of widely different lengths: the shortest are soon always solved, the longest do not fit. */
const plain: RunSettings = {
  ...oneShotRlvr,
  name: 'greso-plain',
  task: 'mixed-chains',
  base: mixedWordyBase,
  steps: 60,
  rate: QUICK_RATE,
  examples: { from: 'pool', size: POOL },
  stream: { kind: 'dynamic', shuffle: true },
  prompts: 8,
  maxTokens: 64,
  loss: { ...oneShotRlvr.loss, maxTokens: 64 },
};

/** GRESO's pre-rollout filter beside DAPO's dynamic sampling: informative groups all the same, fewer rollouts (papers/03). */
export const greso: Recipe = {
  name: 'greso',
  about: "GRESO's filter before sampling, and dynamic sampling beside it",
  rows: [{ ...plain, name: 'greso', stream: { kind: 'greso', shuffle: true } }, plain],
};
