/**
 * GRPO (Shao et al. 2024), the whole loop.
 *
 * Kept: groups of samples of one prompt, group-relative advantages, clipped ratios, KL to the policy at the start, an
 * entropy bonus, token-mean, sequence-mean and Dr. GRPO aggregation, several updates a step, rewards with a history scored
 * as of the step's start. Left out: asynchronous sampling, several machines, a value head (see `ppo.ts`).
 */
import { type History, type HistoryStore, historyOf, memoryStore } from '../rewards/history/index.js';
import {
  asProblemId,
  drGrpoAdvantages,
  type Group,
  grpoAdvantages,
  type Reward,
  rlooAdvantages,
  type Scores,
  score,
} from '../rewards/index.js';
import type { DeviceTensor } from './engine/engine.js';
import { mean } from './evaluate.js';
import { type Example, Learner, type LearnerOptions, type UpdateMetrics } from './learner.js';
import type { LocalPolicy } from './local-policy.js';
import { tokenWeight } from './loss.js';
import type { Named } from './model/parameters.js';
import type { Sampled } from './policy.js';
import type { Judge, Judged, PromptStream, TrainingProblem } from './problem.js';
import { derivedRandom, shuffled } from './random.js';

/** How advantages are made from a group's rewards. */
export type Estimator = 'grpo' | 'dr-grpo' | 'rloo';

/** What a run is made of. */
export interface GrpoOptions extends LearnerOptions {
  readonly steps: number;
  /** Samples of each prompt of a step: the size of a group. */
  readonly copies: number;
  readonly maxTokens: number;
  readonly reward: Reward;
  readonly estimator: Estimator;
  /** The learning rate of a step, counted from 0. */
  readonly rate: (step: number) => number;
  /** Responses of one update; fewer than a step's makes several updates a step. */
  readonly miniBatch: number;
  readonly seed: number;
}

/** What a step came to. */
export interface StepMetrics extends UpdateMetrics {
  readonly step: number;
  readonly reward: number;
  readonly accuracy: number;
  readonly boxed: number;
  readonly meanTokens: number;
  /** Mean length of the right responses; `null` where there is none. */
  readonly correctTokens: number | null;
  /** Share of groups whose rewards are all equal: they teach nothing but entropy and KL. */
  readonly flatGroups: number;
}

/** A prompt's samples with what is known of them. */
interface Rollouts {
  readonly problem: TrainingProblem;
  readonly responses: readonly Sampled[];
  readonly judged: readonly Judged[];
  readonly group: Group;
}

const advantagesOf: Readonly<Record<Estimator, (rewards: Scores) => readonly (number | null)[]>> = {
  grpo: (rewards) => grpoAdvantages(rewards),
  'dr-grpo': (rewards) => drGrpoAdvantages(rewards),
  rloo: (rewards) => rlooAdvantages(rewards),
};

/** Where a resumed run goes on. */
export interface GrpoStart {
  readonly step: number;
  readonly learner: Learner;
  readonly history: History;
  /** Where the history is kept. */
  readonly store: HistoryStore;
  /** The policy that the KL is taken to; absent: none is needed. */
  readonly reference: Named<DeviceTensor> | null;
}

/** Everything a run starts with. */
export async function startGrpo(policy: LocalPolicy, options: GrpoOptions): Promise<GrpoStart> {
  const store = memoryStore();
  return {
    step: 0,
    learner: new Learner(policy, options),
    store,
    history: historyOf(options.reward, store),
    reference: options.loss.kl === 0 ? null : await policy.copyParameters(),
  };
}

/** Trains a policy; yields what each step came to, after it. */
export async function* grpo(
  policy: LocalPolicy,
  prompts: PromptStream,
  judge: Judge,
  options: GrpoOptions,
  start: GrpoStart,
): AsyncGenerator<StepMetrics, void, undefined> {
  const { learner, history, reference } = start;
  for (let step = start.step; step < options.steps; step += 1) {
    // 1. Sample a group of responses to every prompt of the step.
    const problems = prompts(step);
    const sampled = await policy.sample(
      problems.map(({ prompt }) => prompt),
      options.copies,
      {
        temperature: options.temperature,
        maxTokens: options.maxTokens,
        seed: options.seed + 7919 * (step + 1),
      },
    );
    const rollouts = problems.map((problem, i) => judgedGroup(problem, sampled[i] ?? [], judge, step, i));

    // 2. Reward each group against what was known before the step, and compare its members with each other.
    const groups = rollouts.map(({ group }) => group);
    const memories = await history.snapshot(
      groups.map(({ problem }) => problem),
      step,
    );
    const rewards = groups.map((group) => score(options.reward, group, memories).rewardsG);
    const advantages = rewards.map(advantagesOf[options.estimator]);

    // 3. Move the policy towards what was better than its group.
    const batch = await examplesOf(policy, rollouts, advantages, learner, reference, options);
    const updates: UpdateMetrics[] = [];
    for (const miniBatch of inMiniBatches(batch, options, step))
      updates.push(await learner.update(miniBatch, options.rate(step)));

    // 4. Remember, and tell.
    await history.learn(groups);
    yield metricsOf(step, rollouts, rewards, updates);
  }
}

function judgedGroup(
  problem: TrainingProblem,
  responses: readonly Sampled[],
  judge: Judge,
  step: number,
  place: number,
): Rollouts {
  const judged = responses.map((response) => judge(problem, response));
  const rollouts = responses.map(({ text, tokens, finish, logProbs, entropies }, i) => ({
    text,
    tokens: tokens.length,
    finish,
    // A step may hold several groups of one problem: their samples are different ones.
    sample: `${place}-${i}`,
    facts: { meanEntropy: mean([...entropies]), logProbs: [...logProbs], ...judged[i]?.facts },
  }));
  const group = { problem: asProblemId(problem.id), step, rollouts, gold: problem.gold };
  return { problem, responses, judged, group };
}

/** One example a response, each with its weight in the mean over the whole batch. */
async function examplesOf(
  policy: LocalPolicy,
  rollouts: readonly Rollouts[],
  advantages: readonly (readonly (number | null)[])[],
  learner: Learner,
  reference: Named<DeviceTensor> | null,
  { loss }: GrpoOptions,
): Promise<readonly Example[]> {
  const [end] = policy.tokenizer.endTokens;
  const plain = rollouts.flatMap(({ problem, responses }, i) => {
    const prompt = policy.tokenizer.encode(problem.prompt);
    return responses.map(({ tokens, logProbs }, k) => ({
      prompt,
      response: logProbs.length > tokens.length ? [...tokens, end as number] : tokens,
      oldLogProbs: logProbs,
      advantage: advantages[i]?.[k] ?? 0,
    }));
  });
  const values = reference === null ? null : await learner.tokenValues(plain, reference);
  const lengths = plain.map(({ response }) => response.length);
  return plain.map((example, i) => {
    const known = values?.[i];
    return {
      ...example,
      weight: tokenWeight(lengths, i, loss),
      ...(known === undefined ? {} : { referenceLogProbs: known.logProbs }),
    };
  });
}

/** The batch in random parts, whose weights are scaled up so that each is a mean of its own. */
function inMiniBatches(
  batch: readonly Example[],
  { miniBatch, seed }: GrpoOptions,
  step: number,
): readonly (readonly Example[])[] {
  if (batch.length <= miniBatch) return [batch];
  const order = shuffled(batch.length, derivedRandom(seed, step, 1));
  const count = Math.ceil(batch.length / miniBatch);
  return Array.from({ length: count }, (_, k) =>
    order.slice(k * miniBatch, (k + 1) * miniBatch).map((i) => {
      const example = batch[i] as Example;
      return { ...example, weight: example.weight * count };
    }),
  );
}

function metricsOf(
  step: number,
  rollouts: readonly Rollouts[],
  rewards: readonly Scores[],
  updates: readonly UpdateMetrics[],
): StepMetrics {
  const responses = rollouts.flatMap((one) => one.responses);
  const judged = rollouts.flatMap((one) => one.judged);
  const right = responses.filter((_, i) => judged[i]?.facts.correct === true);
  const average = (read: (update: UpdateMetrics) => number): number => mean(updates.map(read));
  return {
    step,
    reward: mean(rewards.flat().map((value) => value ?? 0)),
    accuracy: right.length / Math.max(1, responses.length),
    boxed: mean(judged.map(({ boxed }) => Number(boxed))),
    meanTokens: mean(responses.map(({ tokens }) => tokens.length)),
    correctTokens: right.length === 0 ? null : mean(right.map(({ tokens }) => tokens.length)),
    flatGroups: mean(rewards.map((scores) => Number(scores.every((value) => value === scores[0])))),
    loss: average((u) => u.loss),
    policyGradient: average((u) => u.policyGradient),
    kl: average((u) => u.kl),
    entropy: average((u) => u.entropy),
    clipped: average((u) => u.clipped),
    gradientNorm: average((u) => u.gradientNorm),
  };
}
