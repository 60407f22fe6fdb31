import { readReward, recipe, reward, signal, type Term } from '../../rewards/index.js';
import { lossDefaults } from '../loss.js';
import { adamWDefaults } from '../optim/adamw.js';
import { ppoDefaults } from '../ppo.js';
import { messyBase } from './bases.js';
import type { EvaluationSettings, RunSettings } from './recipe.js';

/** Every kind and noun with lengths of 3, 4 and 5, seven times over, eight samples each. */
export const fullEvaluation: EvaluationSettings = {
  problems: 1008,
  samples: 8,
  every: 0,
  curveProblems: 192,
  curveSamples: 4,
};

/** 1 for a right answer, and nothing more. */
export const outcome: RunSettings['reward'] = readReward(recipe('one-shot-rlvr'));

/** A fact of every response, from 0 to 1, as its reward. */
const factReward = (name: string, fact: string): RunSettings['reward'] => {
  const term: Term = signal('fact', { name: fact, min: 0, max: 1 });
  return readReward(reward(name, term));
};

/**
 * The rate of runs of some 60 steps. Studies of what does *not* move a policy cannot have it: AdamW's steps are as long for noise as
 * for a signal, and the noise of so few steps does not cancel.
 */
export const QUICK_RATE = 3e-4;

/** One-shot RLVR: GRPO on one example with a 0/1 outcome reward (papers/01, at the scale of the toy recipe §4). */
export const oneShotRlvr: RunSettings = {
  name: 'one-shot-rlvr',
  task: 'chains',
  base: messyBase,
  algorithm: 'grpo',
  seed: 1,
  steps: 480,
  examples: { from: 'name', name: 'book' },
  label: { kind: 'right' },
  stream: { kind: 'in-turn' },
  prompts: 4,
  copies: 8,
  miniBatch: 1024,
  temperature: 1,
  maxTokens: 48,
  reward: outcome,
  estimator: 'grpo',
  ppo: { ...ppoDefaults, criticRate: 3e-3 },
  rate: 5e-5,
  loss: { ...lossDefaults, maxTokens: 48 },
  optimiser: adamWDefaults,
  evaluation: fullEvaluation,
  keepRollouts: 2,
  checkpointEvery: 20,
};

/** The same by PPO, its critic a decoder of its own. */
export const oneShotPpo: RunSettings = { ...oneShotRlvr, name: 'one-shot-ppo', algorithm: 'ppo' };

/** No policy gradient: only the entropy of what is sampled goes up (papers/01 §2.7, row "Ent only"). */
export const entropyOnly: RunSettings = {
  ...oneShotRlvr,
  name: 'entropy-only',
  steps: 60,
  rate: QUICK_RATE,
  loss: { ...oneShotRlvr.loss, policyGradient: 0, kl: 0 },
  optimiser: { ...adamWDefaults, weightDecay: 0 },
  evaluation: { ...fullEvaluation, every: 5 },
};

/** The entropy of a response as its reward, in the place of the bonus. */
export const entropyReward: RunSettings = {
  ...entropyOnly,
  name: 'entropy-reward',
  reward: readReward(recipe('entropy-only')),
  loss: { ...oneShotRlvr.loss, kl: 0, entropy: 0 },
};

/** A reward for a box, whatever is in it (papers/01 §2.3). */
export const formatOnly: RunSettings = {
  ...oneShotRlvr,
  name: 'format-only',
  reward: factReward('format-only', 'boxed'),
};

/** A coin for every response: what the optimiser and the other terms do by themselves. */
export const randomReward: RunSettings = {
  ...oneShotRlvr,
  name: 'random-reward',
  reward: factReward('random', 'coin'),
};

/** A longer run with evaluations: does accuracy still rise once the one example is solved? (papers/01 §2.7) */
export const postSaturation: RunSettings = {
  ...oneShotRlvr,
  name: 'post-saturation',
  steps: 1200,
  evaluation: { ...fullEvaluation, every: 80 },
};

/** Sixteen examples, each met every fourth step. */
export const sixteen: RunSettings = {
  ...oneShotRlvr,
  name: 'sixteen-examples',
  examples: { from: 'pool', size: 16 },
};

/** The whole training set: papers/01's DSR-sub row. */
export const fullSet: RunSettings = {
  ...oneShotRlvr,
  name: 'full-set',
  examples: { from: 'pool', size: 512 },
};
