import { ConfigError } from '../support/index.js';
import { centre, deviation, mean, present, zscore } from './group-statistics.js';
import type { Scores } from './rollout.js';

/**
 * Advantages: how much better a rollout did than expected, as pure functions of rewards. Rewards are `[G]` for one
 * group; a `null` reward (abstention) takes no part in the statistics and keeps a `null` advantage, to be masked
 * from the loss.
 */

/** (reward − mean) / (sample std + epsilon); groups without spread and groups of one are exactly 0. `[G]` → `[G]`. */
export const grpoAdvantages = (rewardsG: Scores, epsilon = 1e-6): Scores =>
  zscore(rewardsG, 'sample', epsilon);

/** Reward − mean, without dividing by the spread (Dr. GRPO). `[G]` → `[G]`. */
export const drGrpoAdvantages = (rewardsG: Scores): Scores => centre(rewardsG);

/** Reward − mean of the others (RLOO); a lone rollout is 0. `[G]` → `[G]`. */
export function rlooAdvantages(rewardsG: Scores): Scores {
  const n = present(rewardsG).length;
  return centre(rewardsG).map((value) => (value === null ? null : n < 2 ? 0 : (value * n) / (n - 1)));
}

/**
 * REINFORCE++: rewards normalised over the whole batch (population std). `[P,G]` → `[P,G]`, ragged allowed. With
 * `groupBaseline`, each group's mean is taken off first.
 */
export function reinforcePlusPlusAdvantages(
  rewardsPG: readonly Scores[],
  {
    groupBaseline = false,
    epsilon = 1e-8,
  }: { readonly groupBaseline?: boolean; readonly epsilon?: number } = {},
): readonly Scores[] {
  const shifted = groupBaseline ? rewardsPG.map(centre) : rewardsPG;
  const all = shifted.flatMap((scores) => present(scores));
  const [middle, spread] = [mean(all), deviation(all, 'population')];
  return shifted.map((scores) =>
    scores.map((value) => (value === null ? null : spread === 0 ? 0 : (value - middle) / (spread + epsilon))),
  );
}

/**
 * GDPO: every component is normalised over its group first, then the weighted sum is taken, so that a component with
 * large spread does not drown the others. `[K,G]` components, `[K]` weights → `[G]`. A component missing for a
 * rollout adds nothing to it; all missing is `null`.
 */
export function gdpoAdvantages(
  componentsKG: readonly Scores[],
  weightsK: readonly number[],
  epsilon = 1e-6,
): Scores {
  if (componentsKG.length !== weightsK.length) {
    throw new ConfigError(
      `gdpoAdvantages: one weight a component; got ${componentsKG.length} components and ${weightsK.length} weights`,
    );
  }
  const normalised = componentsKG.map((scores) => zscore(scores, 'sample', epsilon));
  const size = Math.max(0, ...componentsKG.map((scores) => scores.length));
  return Array.from({ length: size }, (_, i) => {
    const parts = normalised.flatMap((scores, k) => {
      const value = scores[i] ?? null;
      return value === null ? [] : [value * (weightsK[k] ?? 0)];
    });
    return parts.length === 0 ? null : parts.reduce((total, part) => total + part, 0);
  });
}

/** Advantages and returns of one rollout over its tokens or steps, `[T]` each. */
export interface Gae {
  readonly advantagesT: readonly number[];
  readonly returnsT: readonly number[];
}

/**
 * Generalised advantage estimation: δ_t = r_t + γ·V_{t+1} − V_t and A_t = δ_t + γλ·A_{t+1}, the value after the last
 * step being 0; returns are A + V. `[T]` rewards and values → `[T]`.
 */
export function gae(rewardsT: readonly number[], valuesT: readonly number[], gamma = 1, lambda = 1): Gae {
  if (rewardsT.length !== valuesT.length) {
    throw new ConfigError(
      `gae: one value a reward; got ${rewardsT.length} rewards and ${valuesT.length} values`,
    );
  }
  const advantages = new Array<number>(rewardsT.length).fill(0);
  let next = 0;
  for (let t = rewardsT.length - 1; t >= 0; t -= 1) {
    const delta = (rewardsT[t] ?? 0) + gamma * (valuesT[t + 1] ?? 0) - (valuesT[t] ?? 0);
    next = delta + gamma * lambda * next;
    advantages[t] = next;
  }
  return { advantagesT: advantages, returnsT: advantages.map((value, t) => value + (valuesT[t] ?? 0)) };
}
