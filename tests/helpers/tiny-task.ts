import { recipe } from '../../src/rewards/index.js';
import type { GrpoOptions } from '../../src/trainer/grpo.js';
import { lossDefaults } from '../../src/trainer/loss.js';
import { adamWDefaults } from '../../src/trainer/optim/adamw.js';
import type { Judge, TrainingProblem } from '../../src/trainer/problem.js';

/** Problems that a tiny model learns in a few steps: whatever the prompt, say `c` first. */
export const sayC: readonly TrainingProblem[] = ['a', 'bb', 'dad', 'e'].map((prompt) => ({
  id: prompt,
  prompt,
  gold: 'c',
}));

/** Right when the first letter is the gold one. */
export const firstLetter: Judge = ({ gold }, { text }) => ({
  facts: { correct: text[0] === gold },
  boxed: text !== '',
});

/** A short run of groups of eight on the tiny task. */
export const tinyRun: GrpoOptions = {
  steps: 22,
  copies: 8,
  temperature: 1,
  maxTokens: 3,
  reward: recipe('one-shot-rlvr'),
  estimator: 'grpo',
  rate: () => 1e-2,
  miniBatch: 1024,
  microBatch: 64,
  seed: 3,
  loss: { ...lossDefaults, maxTokens: 3 },
  optimiser: adamWDefaults,
};
