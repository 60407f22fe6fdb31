import { type HistoryStore, historyOf, memoryStore } from '../../rewards/history/index.js';
import type { Json } from '../../support/index.js';
import { type GrpoOptions, grpo, startGrpo } from '../grpo.js';
import type { LocalPolicy } from '../local-policy.js';
import { rateFactor } from '../optim/schedule.js';
import { type PpoOptions, type PpoStart, ppo, startPpo } from '../ppo.js';
import type { Judge } from '../problem.js';
import type { RunSettings } from '../recipes/recipe.js';
import type { PromptStream } from '../streams/stream.js';
import type { StepDone, TrainingStart } from '../training.js';
import type { Checkpoint } from './checkpoint.js';

/** A policy in training: its steps, and what a checkpoint must hold of it. */
export interface Trainee {
  /** The steps still to be done. */
  readonly steps: AsyncGenerator<StepDone, void, undefined>;
  /** What goes on from here after `done` steps that sampled `rollouts` responses. */
  checkpoint(done: number, rollouts: number): Promise<Checkpoint>;
  close(): Promise<void>;
}

/** Who takes part. */
export interface TraineeParts {
  readonly policy: LocalPolicy;
  readonly stream: PromptStream;
  readonly judge: Judge;
}

/** What a checkpoint says of a run besides tensors. */
interface RunState {
  readonly lessons: Json;
  /** Responses sampled so far. */
  readonly rollouts: number;
  /** Where the stream of prompts stands. */
  readonly stream: Json;
  /** What computed it. */
  readonly engine: Json;
}

/** Rows of one micro-batch, unless a run says otherwise. */
const MICRO_BATCH = 256;

const factorAt = ({ schedule = {}, steps }: RunSettings, step: number): number =>
  rateFactor(schedule, step, steps);

const grpoOptions = (settings: RunSettings): GrpoOptions => ({
  ...settings,
  microBatch: MICRO_BATCH,
  ...settings.memory,
  rate: (step) => settings.rate * factorAt(settings, step),
});

function ppoOptions(settings: RunSettings): PpoOptions {
  const { criticRate, valueClip, ...own } = settings.ppo;
  const shared = grpoOptions(settings);
  const critic = {
    optimiser: settings.optimiser,
    rate: (step: number): number => criticRate * factorAt(settings, step),
    clip: valueClip,
    microBatch: shared.microBatch,
    recompute: shared.recompute ?? false,
  };
  return { ...shared, ...own, critic };
}

/** Begins a training run, or goes on from a checkpoint of one. The policy has the base's weights. */
export async function startTrainee(
  parts: TraineeParts,
  settings: RunSettings,
  from: Checkpoint | null,
): Promise<Trainee> {
  const { policy, stream, judge } = parts;
  if (settings.algorithm === 'ppo') {
    const options = ppoOptions(settings);
    const fresh = await startPpo(policy, options);
    const start = { ...fresh, ...(await resumed(parts, settings, fresh, from)) };
    if (from?.critic != null) await start.critic.restore(from.critic);
    return trainee(parts, ppo(policy, stream, judge, options, start), start);
  }
  const options = grpoOptions(settings);
  const fresh = await startGrpo(policy, options);
  const start = { ...fresh, ...(await resumed(parts, settings, fresh, from)) };
  return trainee(parts, grpo(policy, stream, judge, options, start), start);
}

/** What a checkpoint changes of a fresh start; the reference stays the base. */
async function resumed(
  { policy, stream }: TraineeParts,
  { reward }: RunSettings,
  { learner }: TrainingStart,
  from: Checkpoint | null,
): Promise<Partial<TrainingStart>> {
  if (from === null) return {};
  await policy.replaceParameters(from.weights);
  if (from.optimiser !== null) await learner.restore(from.optimiser);
  // Erasure point: the state is one that `checkpoint` gave; checkpoints are read against their checksums.
  const { lessons, rollouts, stream: drawn } = from.state as unknown as RunState;
  stream.restore(drawn);
  const store: HistoryStore = memoryStore();
  await store.add(lessons as unknown as readonly never[]);
  return { step: from.step, rollouts, store, history: historyOf(reward, store) };
}

function trainee(
  { policy, stream }: TraineeParts,
  steps: Trainee['steps'],
  start: TrainingStart | PpoStart,
): Trainee {
  const critic = 'critic' in start ? start.critic : null;
  return {
    steps,
    checkpoint: async (done, rollouts) => {
      const lessons = (await start.store.read()) as unknown as Json;
      const engine = { ...policy.engine.info };
      return {
        step: done,
        config: policy.config,
        weights: await policy.hostParameters(),
        optimiser: await start.learner.state(),
        critic: (await critic?.state()) ?? null,
        state: { lessons, rollouts, stream: stream.state(), engine },
      };
    },
    close: () => start.close(),
  };
}
