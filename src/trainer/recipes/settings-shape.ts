import { readReward, rewardByName } from '../../rewards/index.js';
import { ConfigError } from '../../support/index.js';
import { estimators } from '../estimators.js';
import type { LossOptions } from '../loss.js';
import type { DecoderConfig } from '../model/config.js';
import type { AdamWOptions } from '../optim/adamw.js';
import type { Schedule } from '../optim/schedule.js';
import type { StreamSettings } from '../streams/index.js';
import { tasks } from '../tasks/index.js';
import type { PromptOptions } from '../tasks/questions/prompt.js';
import type {
  BaseSettings,
  EvaluationSettings,
  ExampleSettings,
  LabelSettings,
  MemorySettings,
  OwnSettings,
  PhaseSettings,
  PpoSettings,
  RunSettings,
} from './recipe.js';
import {
  choice,
  flag,
  list,
  nullable,
  number,
  object,
  optional,
  type Shape,
  tagged,
  text,
  whole,
} from './shapes.js';

const count = whole(1, 1e9);
const countOrNone = whole(0, 1e9);
const share = number(0, 1);
const positive = number(1e-12, 1e12);
const weight = number(0, 1e6);

/** What some checkpoints of others have besides is not for models of one's own. */
const model = object<Omit<DecoderConfig, 'ropeScaling' | 'outputBias' | 'headNorms'>>({
  vocabSize: count,
  hiddenSize: count,
  intermediateSize: count,
  layers: count,
  heads: count,
  keyValueHeads: count,
  headSize: count,
  ropeTheta: positive,
  normEpsilon: positive,
  attentionBias: flag,
  tiedEmbeddings: flag,
  maxPositions: count,
});

const optimiser = object<AdamWOptions>({
  beta1: share,
  beta2: share,
  epsilon: positive,
  weightDecay: weight,
  clipNorm: nullable(positive),
  clipValue: optional(positive),
});

const phase = object<PhaseSettings>({ texts: text, steps: count, rate: weight, finalRate: weight });

const base = object<BaseSettings>({
  seed: whole(0, 2 ** 32 - 1),
  model,
  startStd: positive,
  batch: count,
  optimiser,
  phases: list(phase),
});

/** A text, or none. */
const anyText: Shape<string> = (value, path, fallback) => (value === '' ? '' : text(value, path, fallback));

const own = object<OwnSettings>({
  model: text,
  training: text,
  heldOut: text,
  policy: (value, path, fallback) => choice('strict', 'lenient')(value ?? 'strict', path, fallback),
  prompt: (value, path, fallback) => prompt(value ?? {}, path, fallback),
});

const prompt = object<PromptOptions>({
  suffix: optional(anyText),
  system: optional(text),
  form: optional(choice('chat', 'plain')),
});

const examples = tagged<ExampleSettings>('from', {
  name: object({ from: choice('name'), name: text }),
  pool: object<Extract<ExampleSettings, { from: 'pool' }>>({
    from: choice('pool'),
    size: count,
    only: optional(list(countOrNone, 1)),
  }),
  variance: object({ from: choice('variance'), size: count, rank: count, history: text }),
});

const label = tagged<LabelSettings>('kind', {
  right: object({ kind: choice('right') }),
  near: object({ kind: choice('near') }),
  same: object({ kind: choice('same'), label: text }),
  unguessable: object({ kind: choice('unguessable') }),
  'partly-wrong': object({ kind: choice('partly-wrong'), share }),
});

const stream = tagged<StreamSettings>('kind', {
  'in-turn': object<Extract<StreamSettings, { kind: 'in-turn' }>>({
    kind: choice('in-turn'),
    shuffle: optional(flag),
  }),
  dynamic: object<Extract<StreamSettings, { kind: 'dynamic' }>>({
    kind: choice('dynamic'),
    round: optional(count),
    rounds: optional(count),
    shuffle: optional(flag),
  }),
  greso: object<Extract<StreamSettings, { kind: 'greso' }>>({
    kind: choice('greso'),
    shuffle: optional(flag),
    least: optional(count),
    most: optional(count),
    rounds: optional(count),
    easyFrom: optional(share),
    hardUpTo: optional(share),
    flatTarget: optional(share),
    chance: optional(share),
  }),
});

/** A reward by its name, or as a term. */
const reward: Shape<RunSettings['reward']> = (value, path, fallback) => {
  const given = value === undefined ? fallback : value;
  try {
    return readReward(typeof given === 'string' ? rewardByName(given) : given);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new ConfigError(error.message, `${path}.${error.path}`);
  }
};

const ppo = object<PpoSettings>({
  gamma: share,
  lambda: share,
  klReward: weight,
  whiten: flag,
  epochs: count,
  criticWarmup: countOrNone,
  valueClip: positive,
  criticRate: weight,
});

const schedule = object<Schedule>({
  warmup: optional(countOrNone),
  decay: optional(choice('constant', 'linear', 'cosine')),
  decayFrom: optional(share),
  floor: optional(share),
});

const memory = object<MemorySettings>({
  microBatch: optional(count),
  logitRows: optional(count),
  recompute: optional(flag),
});

const loss = object<LossOptions>({
  policyGradient: weight,
  ratio: optional(choice('token', 'response')),
  clipLow: weight,
  clipHigh: weight,
  kl: weight,
  klEstimator: choice('k1', 'k2', 'k3'),
  entropy: number(-1e6, 1e6),
  aggregation: choice('token-mean', 'sequence-mean', 'dr-grpo'),
  maxTokens: count,
});

const evaluation = object<EvaluationSettings>({
  problems: count,
  samples: count,
  every: countOrNone,
  curveProblems: count,
  curveSamples: count,
});

/** The fields of a run. */
export const runShape: Shape<RunSettings> = object<RunSettings>({
  name: text,
  task: choice(...tasks.keys()),
  base,
  own: optional(own),
  algorithm: choice('grpo', 'ppo', 'pretrain'),
  seed: whole(0, 2 ** 32 - 1),
  steps: countOrNone,
  examples,
  label,
  stream,
  prompts: count,
  copies: count,
  miniBatch: count,
  temperature: positive,
  maxTokens: count,
  reward,
  estimator: choice(...(Object.keys(estimators) as RunSettings['estimator'][])),
  ppo,
  rate: number(0, 1e38),
  schedule: optional(schedule),
  memory: optional(memory),
  loss,
  optimiser,
  evaluation,
  keepRollouts: countOrNone,
  checkpointEvery: count,
});
