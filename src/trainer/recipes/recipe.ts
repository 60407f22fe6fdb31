import type { Reward } from '../../rewards/index.js';
import type { Estimator } from '../estimators.js';
import type { LossOptions } from '../loss.js';
import type { AdamWOptions } from '../optim/adamw.js';
import type { StreamSettings } from '../streams/index.js';

/** How a base model is pretrained: phases one after the other, each on texts of its own. */
export interface BaseSettings {
  readonly seed: number;
  readonly steps: number;
  readonly batch: number;
  readonly rate: number;
  readonly optimiser: AdamWOptions;
  /** Share of the steps that each phase takes; they sum to 1. */
  readonly phases: readonly { readonly name: string; readonly share: number }[];
}

/** A training run as data: what `config.yaml` of its folder says. */
export interface RunSettings {
  readonly name: string;
  readonly task: string;
  readonly base: BaseSettings;
  readonly seed: number;
  readonly steps: number;
  /** Problems of the pool; the first is the one example. */
  readonly pool: number;
  /** How the problems of a step are picked from the pool. */
  readonly stream: StreamSettings;
  /** Groups of one step, and samples of each. */
  readonly prompts: number;
  readonly copies: number;
  readonly miniBatch: number;
  readonly temperature: number;
  readonly maxTokens: number;
  readonly reward: Reward;
  readonly estimator: Estimator;
  readonly rate: number;
  readonly loss: LossOptions;
  readonly optimiser: AdamWOptions;
  /** What the gold answers are: their own, one wrong digit for all, or none that can be guessed. */
  readonly label: 'own' | 'unguessable' | { readonly all: string };
  readonly evaluation: { readonly problems: number; readonly samples: number; readonly every: number };
  /** Steps between checkpoints. */
  readonly checkpointEvery: number;
}
