import { recipe, reward, signal } from '../../rewards/index.js';
import { lossDefaults } from '../loss.js';
import { adamWDefaults } from '../optim/adamw.js';
import { messyBase, wordyBase } from './bases.js';
import type { RunSettings } from './recipe.js';

/** One-shot RLVR: GRPO on one example with a 0/1 outcome reward (papers/01, at the scale of the toy recipe §4). */
export const oneShotRlvr: RunSettings = {
  name: 'one-shot-rlvr',
  task: 'chains',
  base: messyBase,
  seed: 1,
  steps: 100,
  pool: 1,
  stream: { kind: 'in-turn' },
  prompts: 4,
  copies: 8,
  miniBatch: 1024,
  temperature: 1,
  maxTokens: 48,
  reward: recipe('one-shot-rlvr'),
  estimator: 'grpo',
  rate: 3e-4,
  loss: { ...lossDefaults, maxTokens: 48 },
  optimiser: adamWDefaults,
  label: 'own',
  evaluation: { problems: 1008, samples: 8, every: 0 },
  checkpointEvery: 20,
};

/** No policy gradient: only the entropy of what is sampled goes up (papers/01 §2.7, row "Ent only"). */
export const entropyOnly: RunSettings = {
  ...oneShotRlvr,
  name: 'entropy-only',
  steps: 40,
  loss: { ...oneShotRlvr.loss, policyGradient: 0, kl: 0 },
  optimiser: { ...adamWDefaults, weightDecay: 0 },
};

/** A reward for a box, whatever is in it (papers/01 §2.3). */
export const formatOnly: RunSettings = {
  ...oneShotRlvr,
  name: 'format-only',
  steps: 80,
  reward: reward('format-only', signal('fact', { name: 'boxed', min: 0, max: 1 })),
};

/** HAPO: correctness and a length reward against the shortest right answer so far (papers/02). */
export const hapo: RunSettings = {
  ...oneShotRlvr,
  name: 'hapo',
  base: wordyBase,
  pool: 64,
  prompts: 16,
  maxTokens: 72,
  reward: recipe('hapo'),
  loss: { ...oneShotRlvr.loss, maxTokens: 72 },
};

/** The recipes that train, by name. */
export const runRecipes: ReadonlyMap<string, RunSettings> = new Map(
  [oneShotRlvr, entropyOnly, formatOnly, hapo].map((settings) => [settings.name, settings]),
);
