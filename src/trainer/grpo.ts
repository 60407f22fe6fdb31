/**
 * GRPO (Shao et al. 2024), the whole loop.
 *
 * Kept: groups of samples of one prompt, group-relative advantages, clipped ratios, KL to the policy at the start, an
 * entropy bonus, token-mean, sequence-mean and Dr. GRPO aggregation, several updates a step, rewards with a history scored
 * as of the step's start. Dr. GRPO, RLOO, REINFORCE and REINFORCE++ are the same loop with other advantages, DAPO and GRESO
 * the same loop with another stream of prompts. Left out: asynchronous sampling, several machines, a value head (see
 * `ppo.ts`).
 */
import { examplesOf, inMiniBatches, weighted } from './batch.js';
import { type Estimator, estimators } from './estimators.js';
import type { LearnerOptions, UpdateMetrics } from './learner.js';
import type { LocalPolicy } from './local-policy.js';
import { stepMetrics } from './metrics.js';
import type { Judge } from './problem.js';
import { type RolloutOptions, rollOut } from './rollouts.js';
import type { PromptStream } from './streams/stream.js';
import { type StepDone, startTraining, type TrainingStart } from './training.js';

/** What a run is made of. */
export interface GrpoOptions extends LearnerOptions, RolloutOptions {
  readonly steps: number;
  readonly estimator: Estimator;
  /** The learning rate of a step, counted from 0. */
  readonly rate: (step: number) => number;
  /** Responses of one update; fewer than a step's makes several updates a step. */
  readonly miniBatch: number;
}

/** Where a run begins, or a resumed one goes on. */
export type GrpoStart = TrainingStart;

/** Everything a run starts with. */
export const startGrpo = (policy: LocalPolicy, options: GrpoOptions): Promise<GrpoStart> =>
  startTraining(policy, options, options.loss.kl !== 0);

/** Trains a policy; yields what each step came to, after it. */
export async function* grpo(
  policy: LocalPolicy,
  stream: PromptStream,
  judge: Judge,
  options: GrpoOptions,
  start: GrpoStart,
): AsyncGenerator<StepDone, void, undefined> {
  const { learner, history, reference } = start;
  let { rollouts } = start;
  for (let step = start.step; step < options.steps; step += 1) {
    // 1. Sample a group of responses to every prompt of the step, and reward them against what was known before it.
    const groups = await rollOut({ policy, stream, judge, history }, step, options);

    // 2. Compare the members of each group with each other.
    const advantages = estimators[options.estimator](groups.kept.map(({ rewards }) => rewards));

    // 3. Move the policy towards what was better than its group.
    const examples = examplesOf(policy.tokenizer, groups.kept, advantages);
    const batch = await learner.withReference(examples, reference);
    const updates: UpdateMetrics[] = [];
    for (const part of inMiniBatches(batch, options.miniBatch, options.seed, step, 1))
      updates.push(await learner.update(weighted(part, options.loss), options.rate(step)));

    // 4. Remember, and tell.
    await history.learn(groups.sampled.map(({ group }) => group));
    const metrics = stepMetrics(step, rollouts, groups, updates);
    rollouts = metrics.rollouts;
    yield { metrics, groups };
  }
}
