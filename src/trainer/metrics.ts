import type { CriticMetrics } from './critic.js';
import { floorShare } from './flat-floor.js';
import type { UpdateMetrics } from './learner.js';
import { mean } from './mean.js';
import type { RolledGroup, StepRollouts } from './rollouts.js';
import { isFlat } from './streams/flat.js';

/**
 * What a step came to. Shares and means are over all responses it sampled, whether it trained on them or not; an abstention
 * counts as a reward of 0. What updates came to is averaged over them, and 0 where there was none.
 */
export interface StepMetrics extends UpdateMetrics {
  readonly step: number;
  /** Responses sampled since the run began. */
  readonly rollouts: number;
  readonly reward: number;
  readonly accuracy: number;
  readonly boxed: number;
  readonly meanTokens: number;
  /** Mean length of the right responses; `null` where there is none. */
  readonly correctTokens: number | null;
  /** Share of sampled groups whose rewards are all equal: they teach nothing but entropy and KL. */
  readonly flatGroups: number;
  /** Rewards with a history alone: see `floorShare`; `null` elsewhere. */
  readonly onFloor: number | null;
  /** Groups trained on. */
  readonly kept: number;
  /** Share of right responses to each problem of the step, by its id: what selection by historical variance reads. */
  readonly accuracyOf: Readonly<Record<string, number>>;
  /** PPO alone: what its critic's updates came to, averaged. */
  readonly critic?: CriticMetrics;
}

/** The metrics of a step; `before`: responses sampled in earlier steps. */
export function stepMetrics(
  step: number,
  before: number,
  { sampled, kept }: StepRollouts,
  updates: readonly UpdateMetrics[],
): StepMetrics {
  const responses = sampled.flatMap((one) => one.responses);
  const judged = sampled.flatMap((one) => one.judged);
  const right = responses.filter((_, i) => judged[i]?.facts.correct === true);
  const average = (read: (update: UpdateMetrics) => number): number => mean(updates.map(read));
  return {
    step,
    rollouts: before + responses.length,
    reward: mean(sampled.flatMap(({ rewards }) => rewards).map((value) => value ?? 0)),
    accuracy: right.length / Math.max(1, responses.length),
    boxed: mean(judged.map(({ boxed }) => Number(boxed))),
    meanTokens: mean(responses.map(({ tokens }) => tokens.length)),
    correctTokens: right.length === 0 ? null : mean(right.map(({ tokens }) => tokens.length)),
    flatGroups: mean(sampled.map(({ rewards }) => Number(isFlat(rewards)))),
    onFloor: floorShare(sampled),
    kept: kept.length,
    accuracyOf: accuracyOf(sampled),
    loss: average((u) => u.loss),
    policyGradient: average((u) => u.policyGradient),
    kl: average((u) => u.kl),
    entropy: average((u) => u.entropy),
    clipped: average((u) => u.clipped),
    gradientNorm: average((u) => u.gradientNorm),
  };
}

/** The metrics of several updates of a critic, averaged. */
export function criticMetrics(updates: readonly CriticMetrics[]): CriticMetrics {
  const average = (read: (update: CriticMetrics) => number): number => mean(updates.map(read));
  return {
    loss: average((u) => u.loss),
    clipped: average((u) => u.clipped),
    gradientNorm: average((u) => u.gradientNorm),
  };
}

/** Whether a step's losses and gradients are finite numbers: a run that goes on without would learn nothing more. */
export const isSound = ({ loss, gradientNorm, critic }: StepMetrics): boolean =>
  [loss, gradientNorm, critic?.loss ?? 0, critic?.gradientNorm ?? 0].every(Number.isFinite);

/** Share of right responses by problem; groups of one problem in one step count together. */
function accuracyOf(groups: readonly RolledGroup[]): Readonly<Record<string, number>> {
  const verdicts = new Map<string, number[]>();
  for (const { problem, judged } of groups) {
    const known = verdicts.get(problem.id) ?? [];
    verdicts.set(problem.id, [...known, ...judged.map(({ facts }) => Number(facts.correct === true))]);
  }
  return Object.fromEntries([...verdicts].map(([id, values]) => [id, mean(values)]));
}
