import { type History, type HistoryStore, historyOf, memoryStore } from '../rewards/history/index.js';
import type { Reward } from '../rewards/index.js';
import type { DeviceTensor } from './engine/engine.js';
import { Learner, type LearnerOptions } from './learner.js';
import type { LocalPolicy } from './local-policy.js';
import type { StepMetrics } from './metrics.js';
import type { Named } from './model/parameters.js';
import type { StepRollouts } from './rollouts.js';

/** Where a run begins, or a resumed one goes on, besides the weights of its policy. */
export interface TrainingStart {
  readonly step: number;
  /** Responses sampled before this step. */
  readonly rollouts: number;
  readonly learner: Learner;
  readonly history: History;
  /** Where the history is kept. */
  readonly store: HistoryStore;
  /** The policy that the KL is taken to; `null`: none is needed. */
  readonly reference: Named<DeviceTensor> | null;
  /** Frees all of it that lies on the engine; the policy is its holder's. */
  close(): Promise<void>;
}

/** What every run starts with; `compared`: the KL to the policy as it is now is needed. */
export async function startTraining(
  policy: LocalPolicy,
  options: LearnerOptions & { readonly reward: Reward },
  compared: boolean,
): Promise<TrainingStart> {
  const store = memoryStore();
  const learner = new Learner(policy, options);
  const reference = compared ? await policy.copyParameters() : null;
  return {
    step: 0,
    rollouts: 0,
    learner,
    store,
    history: historyOf(options.reward, store),
    reference,
    close: async () => {
      await learner.close();
      if (reference !== null) policy.engine.dispose(...Object.values(reference));
    },
  };
}

/** A step done: what it came to, and what was sampled for it. */
export interface StepDone {
  readonly metrics: StepMetrics;
  readonly groups: StepRollouts;
}
