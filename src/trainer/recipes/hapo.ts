import { product, readReward, recipe, reward, signal } from '../../rewards/index.js';
import { mixedWordyBase, wordyBase } from './bases.js';
import { oneShotRlvr, outcome, QUICK_RATE } from './one-shot.js';
import type { Recipe, RunSettings } from './recipe.js';

/** HAPO: correctness and a length reward against the shortest right answer so far (papers/02). */
export const hapo: RunSettings = {
  ...oneShotRlvr,
  name: 'hapo',
  base: wordyBase,
  steps: 60,
  rate: QUICK_RATE,
  examples: { from: 'pool', size: 64 },
  prompts: 16,
  copies: 4,
  maxTokens: 72,
  reward: readReward(recipe('hapo')),
  loss: { ...oneShotRlvr.loss, maxTokens: 72 },
};

/** A right answer within so many tokens: 1, and nothing else pays. */
const within = (tokens: number): RunSettings['reward'] =>
  readReward(
    reward(
      'fixed-budget',
      product(signal('correct'), signal('target-length', { form: 'up-to', target: tokens, scale: 1 })),
    ),
  );

const arms = (run: RunSettings, budget: number): readonly RunSettings[] => [
  run,
  { ...run, name: `${run.name}-mean`, reward: readReward(recipe('hapo', { history: 'mean' })) },
  { ...run, name: `${run.name}-w0`, reward: outcome },
  { ...run, name: `${run.name}-budget`, reward: within(budget) },
];

/** HAPO beside its true-mean history, no length reward, and one budget for every problem. */
export const hapoArms: Recipe = {
  name: 'hapo-arms',
  about: 'HAPO: shortest and mean history, w = 0, and a fixed budget',
  rows: arms(hapo, 32),
};

/** The same where right answers take from 14 to 60 tokens: a budget that suits short ones is too little for long ones. */
export const hapoMixed: Recipe = {
  name: 'hapo-mixed',
  about: 'HAPO on problems of widely different lengths, beside a fixed budget',
  rows: arms(
    {
      ...hapo,
      name: 'hapo-mixed',
      task: 'mixed-chains',
      base: mixedWordyBase,
      maxTokens: 112,
      loss: { ...oneShotRlvr.loss, maxTokens: 112 },
      evaluation: { ...hapo.evaluation, problems: 1008 },
    },
    36,
  ),
};
