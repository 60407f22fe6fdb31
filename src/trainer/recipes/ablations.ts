import type { LossOptions } from '../loss.js';
import { adamWDefaults } from '../optim/adamw.js';
import { entropyOnly, oneShotRlvr, randomReward } from './one-shot.js';
import type { LabelSettings, Recipe, RunSettings } from './recipe.js';

/** Which terms of the loss are on. */
interface Terms {
  readonly policyGradient: boolean;
  readonly weightDecay: boolean;
  readonly kl: boolean;
  readonly entropy: boolean;
}

function withTerms(name: string, { policyGradient, weightDecay, kl, entropy }: Terms): RunSettings {
  const full = oneShotRlvr.loss;
  const loss: LossOptions = {
    ...full,
    policyGradient: Number(policyGradient),
    kl: kl ? full.kl : 0,
    entropy: entropy ? full.entropy : 0,
  };
  const decay = weightDecay ? adamWDefaults.weightDecay : 0;
  return { ...oneShotRlvr, name, loss, optimiser: { ...adamWDefaults, weightDecay: decay } };
}

const on = { policyGradient: true, weightDecay: true, kl: true, entropy: true };

/** The terms of the loss one after the other (papers/01 §2.7, table 5). */
export const lossTerms: readonly RunSettings[] = [
  withTerms('pg-only', { ...on, weightDecay: false, kl: false, entropy: false }),
  withTerms('pg-wd', { ...on, kl: false, entropy: false }),
  withTerms('pg-wd-kl', { ...on, entropy: false }),
  withTerms('full-loss', on),
  withTerms('wd-kl-only', { ...on, policyGradient: false, entropy: false }),
  entropyOnly,
];

const labelled = (name: string, label: LabelSettings): RunSettings => ({ ...oneShotRlvr, name, label });

/** What the one label is (papers/01 §2.7: 12.7 and 12.8, 4, 929725), and none that means anything. */
export const labels: readonly RunSettings[] = [
  labelled('label-right', { kind: 'right' }),
  labelled('label-near', { kind: 'near' }),
  labelled('label-guessable', { kind: 'same', label: '4' }),
  labelled('label-unguessable', { kind: 'unguessable' }),
  randomReward,
];

/** Both tables of papers/01. */
export const ablations: Recipe = {
  name: 'ablations',
  about: 'loss terms and labels of one-shot RLVR, one row each',
  rows: [...lossTerms, ...labels],
};

const exampled = (name: string): RunSettings => ({
  ...oneShotRlvr,
  name: `prompt-${name}`,
  examples: { from: 'name', name },
});

/** Which question is the one example. */
export const prompts: Recipe = {
  name: 'prompts',
  about: 'one-shot RLVR on other examples: another kind, the last steps alone, one that can be guessed',
  rows: ['stone', 'short', 'easy'].map(exampled),
};
