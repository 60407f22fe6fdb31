import type { Reward } from '../../rewards/index.js';
import type { Estimator } from '../estimators.js';
import type { LossOptions } from '../loss.js';
import type { DecoderConfig } from '../model/config.js';
import type { AdamWOptions } from '../optim/adamw.js';
import type { StreamSettings } from '../streams/index.js';

/** One stretch of pretraining, with moments and a schedule of its own. */
export interface PhaseSettings {
  /** Which texts of the task. */
  readonly texts: string;
  readonly steps: number;
  /** The learning rate: 50 steps up to `rate`, constant for the first half, then straight down to `finalRate`. */
  readonly rate: number;
  readonly finalRate: number;
}

/** How a base model is pretrained: phases one after the other, each going on from the weights of the one before. */
export interface BaseSettings {
  readonly seed: number;
  readonly model: DecoderConfig;
  /** Standard deviation of the matrices it begins with. */
  readonly startStd: number;
  /** Texts of one step. */
  readonly batch: number;
  readonly optimiser: AdamWOptions;
  readonly phases: readonly PhaseSettings[];
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
