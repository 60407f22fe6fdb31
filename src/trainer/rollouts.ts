import type { History } from '../rewards/history/index.js';
import { asProblemId, type Group, type Reward, type Scores, score, type Trace } from '../rewards/index.js';
import { mean } from './mean.js';
import type { Sampled, Sampler } from './policy.js';
import type { Judge, Judged, TrainingProblem } from './problem.js';
import { derivedRandom } from './random.js';
import type { PromptStream } from './streams/stream.js';

/** A problem's samples of one step with all that is known of them; arrays are `[G]`. */
export interface RolledGroup {
  readonly problem: TrainingProblem;
  readonly responses: readonly Sampled[];
  readonly judged: readonly Judged[];
  /** The same as rewards see it. */
  readonly group: Group;
  readonly rewards: Scores;
  /** How each part of the reward came out. */
  readonly trace: Trace;
}

/** What a step sampled, and what of it the stream of prompts keeps to train on. */
export interface StepRollouts {
  readonly sampled: readonly RolledGroup[];
  readonly kept: readonly RolledGroup[];
}

/** How rollouts are made and paid. */
export interface RolloutOptions {
  /** Samples of each prompt: the size of a group. */
  readonly copies: number;
  readonly temperature: number;
  readonly maxTokens: number;
  readonly reward: Reward;
  readonly seed: number;
}

/** Who takes part. */
export interface RolloutParts {
  readonly policy: Sampler;
  readonly stream: PromptStream;
  readonly judge: Judge;
  readonly history: History;
}

/**
 * Fills a step: groups of samples, judged, and rewarded against what was known before the step, whichever round they
 * belong to. The random numbers of a round derive from the seed, the step and the groups before it alone.
 */
export async function rollOut(
  { policy, stream, judge, history }: RolloutParts,
  step: number,
  { copies, temperature, maxTokens, reward, seed }: RolloutOptions,
): Promise<StepRollouts> {
  const sampled: RolledGroup[] = [];
  const kept = await stream.fill(async (problems) => {
    const responses = await policy.sample(
      problems.map(({ prompt }) => prompt),
      copies,
      { temperature, maxTokens, seed: derivedRandom(seed, 4, step, sampled.length).next() },
    );
    const ids = problems.map(({ id }) => asProblemId(id));
    const memories = await history.snapshot(ids, step);
    const round = problems.map((problem, i) => {
      const group = judgedGroup(problem, responses[i] ?? [], judge, {
        step,
        place: sampled.length + i,
        seed,
      });
      const { rewardsG, trace } = score(reward, group.group, memories);
      return { ...group, rewards: rewardsG, trace };
    });
    sampled.push(...round);
    return round;
  });
  return { sampled, kept };
}

function judgedGroup(
  problem: TrainingProblem,
  responses: readonly Sampled[],
  judge: Judge,
  { step, place, seed }: { readonly step: number; readonly place: number; readonly seed: number },
): Omit<RolledGroup, 'rewards' | 'trace'> {
  const judged = responses.map((response) => judge(problem, response));
  const rollouts = responses.map(({ text, tokens, finish, logProbs, entropies }, i) => ({
    text,
    tokens: tokens.length,
    finish,
    // A step may hold several groups of one problem: their samples are different ones.
    sample: `${place}-${i}`,
    facts: {
      meanEntropy: mean([...entropies]),
      logProbs: [...logProbs],
      ...judged[i]?.facts,
      // A coin for every response: a reward that says nothing.
      extra: { ...judged[i]?.facts.extra, coin: derivedRandom(seed, 5, step, place, i).below(2) },
    },
  }));
  const group = { problem: asProblemId(problem.id), step, rollouts, gold: problem.gold };
  return { problem, responses, judged, group };
}
