/**
 * PPO (Schulman et al. 2017), the whole loop, as language models are trained by it.
 *
 * Kept: a critic on a decoder of its own, generalised advantage estimation token by token, whitened advantages, clipped
 * ratios and clipped values, KL to the policy at the start as a penalty in every token's reward or as a term of the loss,
 * several passes over a step's responses in random mini-batches; the defaults are verl's (papers/01 §2.5). Prompts, rewards
 * and their history are those of `grpo.ts`; groups matter to the stream of prompts alone. Left out: weights shared between
 * policy and critic, values beyond the length limit (a response that is cut off ends there), a KL coefficient that adapts.
 */
import { inMiniBatches, paidResponses, weighted } from './batch.js';
import { Critic, type CriticMetrics, type CriticOptions } from './critic.js';
import type { LearnerOptions, UpdateMetrics } from './learner.js';
import type { LocalPolicy } from './local-policy.js';
import { criticMetrics, stepMetrics } from './metrics.js';
import type { Judge } from './problem.js';
import { type RolloutOptions, rollOut } from './rollouts.js';
import type { PromptStream } from './streams/stream.js';
import { type TokenAdvantageOptions, withAdvantages } from './token-advantages.js';
import { type StepDone, startTraining, type TrainingStart } from './training.js';

/** What a run is made of. */
export interface PpoOptions extends LearnerOptions, RolloutOptions, TokenAdvantageOptions {
  readonly steps: number;
  /** The policy's learning rate of a step, counted from 0. */
  readonly rate: (step: number) => number;
  /** Responses of one update. */
  readonly miniBatch: number;
  /** Passes over a step's responses. */
  readonly epochs: number;
  /** Steps at the start in which the critic alone learns. */
  readonly criticWarmup: number;
  readonly critic: CriticOptions;
}

/** The values of papers/01 §2.5; the critic's rate is 1e-5 there, constant. */
export const ppoDefaults = {
  gamma: 1,
  lambda: 1,
  klReward: 0.001,
  whiten: true,
  epochs: 1,
  criticWarmup: 0,
  valueClip: 0.5,
  criticRate: 1e-5,
} as const;

/** Where a run begins, or a resumed one goes on. */
export interface PpoStart extends TrainingStart {
  readonly critic: Critic;
}

/** Everything a run starts with. */
export async function startPpo(policy: LocalPolicy, options: PpoOptions): Promise<PpoStart> {
  const compared = options.loss.kl !== 0 || options.klReward !== 0;
  const critic = await Critic.of(policy, options.critic);
  const start = await startTraining(policy, options, compared);
  return {
    ...start,
    critic,
    close: async () => {
      await start.close();
      await critic.close();
    },
  };
}

/** Trains a policy; yields what each step came to, after it. */
export async function* ppo(
  policy: LocalPolicy,
  stream: PromptStream,
  judge: Judge,
  options: PpoOptions,
  start: PpoStart,
): AsyncGenerator<StepDone, void, undefined> {
  const { learner, critic, history, reference } = start;
  let { rollouts } = start;
  for (let step = start.step; step < options.steps; step += 1) {
    // 1. Sample responses to the prompts of the step, and reward them against what was known before it.
    const groups = await rollOut({ policy, stream, judge, history }, step, options);
    const paid = await learner.withReference(paidResponses(policy.tokenizer, groups.kept), reference);

    // 2. Compare what every token led to with what the critic expected before it.
    const batch = withAdvantages(paid, await critic.values(paid), options);

    // 3. Correct the critic, and move the policy towards what was better than expected.
    const updates: UpdateMetrics[] = [];
    const corrections: CriticMetrics[] = [];
    for (let epoch = 0; epoch < options.epochs; epoch += 1) {
      for (const part of inMiniBatches(batch, options.miniBatch, options.seed, step, 1, epoch)) {
        corrections.push(await critic.update(part, step));
        if (step >= options.criticWarmup)
          updates.push(await learner.update(weighted(part, options.loss), options.rate(step)));
      }
    }

    // 4. Remember, and tell.
    await history.learn(groups.sampled.map(({ group }) => group));
    const metrics = { ...stepMetrics(step, rollouts, groups, updates), critic: criticMetrics(corrections) };
    rollouts = metrics.rollouts;
    yield { metrics, groups };
  }
}
