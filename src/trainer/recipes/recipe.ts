import type { Reward } from '../../rewards/index.js';
import type { Estimator } from '../estimators.js';
import type { LossOptions } from '../loss.js';
import type { DecoderConfig } from '../model/config.js';
import type { AdamWOptions } from '../optim/adamw.js';
import type { Schedule } from '../optim/schedule.js';
import type { MemoryOptions } from '../sequence.js';
import type { StreamSettings } from '../streams/index.js';
import type { PromptOptions } from '../tasks/questions/prompt.js';
import type { TokenAdvantageOptions } from '../token-advantages.js';

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

/** Which problems a run trains on. */
export type ExampleSettings =
  /** The task's example of that name, alone. */
  | { readonly from: 'name'; readonly name: string }
  /** The first problems of the task's pool, or `only` those of these places in it. */
  | { readonly from: 'pool'; readonly size: number; readonly only?: readonly number[] }
  /**
   * The one problem of that rank, from 1, by the variance of its accuracy over the epochs of an earlier run (papers/01 §2.2)
   * whose folder is `history`, relative to this run's.
   */
  | { readonly from: 'variance'; readonly size: number; readonly rank: number; readonly history: string };

/** What the gold answers of the problems trained on are made to be. */
export type LabelSettings =
  | { readonly kind: 'right' }
  /** A slip away from the right one. */
  | { readonly kind: 'near' }
  /** The same for every problem. */
  | { readonly kind: 'same'; readonly label: string }
  /** No answer that can be given. */
  | { readonly kind: 'unguessable' }
  /** Wrong for this share of the problems, the slip away. */
  | { readonly kind: 'partly-wrong'; readonly share: number };

/** How a run is measured: before and after training on `problems` held-out ones, and in between on fewer. */
export interface EvaluationSettings {
  readonly problems: number;
  /** Samples of each at temperature 1. */
  readonly samples: number;
  /** Evaluations in between, every so many steps; 0: none. */
  readonly every: number;
  readonly curveProblems: number;
  readonly curveSamples: number;
}

/** What PPO alone has (papers/01 §2.5, the PPO rows). */
export interface PpoSettings extends TokenAdvantageOptions {
  /** Passes over a step's responses. */
  readonly epochs: number;
  /** Steps at the start in which the critic alone learns. */
  readonly criticWarmup: number;
  /** A value counts as moved by at most this in one step. */
  readonly valueClip: number;
  readonly criticRate: number;
}

/** What a training step holds at once; none of it changes what is learned. */
export interface MemorySettings extends MemoryOptions {
  /** Responses whose gradients are computed at once; those of several parts are added up. Default 256. */
  readonly microBatch?: number;
}

/** A model and problems of one's own, in the place of a toy task and its base. */
export interface OwnSettings {
  /** A Hugging Face folder. */
  readonly model: string;
  /** Problems with answers, a JSON object a line. */
  readonly training: string;
  readonly heldOut: string;
  /** How the verifier judges. */
  readonly policy: 'strict' | 'lenient';
  readonly prompt: PromptOptions;
}

/** A training run as data: what `config.yaml` of its folder says. */
export interface RunSettings {
  readonly name: string;
  readonly task: string;
  readonly base: BaseSettings;
  /** Takes the place of `task` and `base`. */
  readonly own?: OwnSettings;
  /** `pretrain`: make the base anew, and nothing more. */
  readonly algorithm: 'grpo' | 'ppo' | 'pretrain';
  readonly seed: number;
  readonly steps: number;
  readonly examples: ExampleSettings;
  readonly label: LabelSettings;
  /** How the problems of a step are picked from them. */
  readonly stream: StreamSettings;
  /** Groups of one step, and samples of each. */
  readonly prompts: number;
  readonly copies: number;
  /** Responses of one update; fewer than a step's makes several updates a step. */
  readonly miniBatch: number;
  readonly temperature: number;
  readonly maxTokens: number;
  readonly reward: Reward;
  /** GRPO's advantages; PPO takes its own. */
  readonly estimator: Estimator;
  readonly ppo: PpoSettings;
  /** The greatest learning rate of the policy. */
  readonly rate: number;
  /** How all rates go over the run; absent: constant. */
  readonly schedule?: Schedule;
  readonly memory?: MemorySettings;
  readonly loss: LossOptions;
  readonly optimiser: AdamWOptions;
  readonly evaluation: EvaluationSettings;
  /** Groups of each step written to `rollouts/`. */
  readonly keepRollouts: number;
  /** Steps between checkpoints. */
  readonly checkpointEvery: number;
}

/** What `touchstone train NAME` carries out: one run, or several rows of a table. */
export interface Recipe {
  readonly name: string;
  readonly about: string;
  /** Run one after the other; names are unique. */
  readonly rows: readonly RunSettings[];
}
