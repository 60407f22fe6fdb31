import { ConfigError } from '../../support/index.js';
import { checkRewards } from './check.js';

/** Advantages and returns of one rollout over its tokens or steps, `[T]` each. */
export interface Gae {
  readonly advantagesT: readonly number[];
  readonly returnsT: readonly number[];
}

/**
 * Generalised advantage estimation (arXiv 1506.02438), as PPO uses it: δ_t = r_t + γ·V_{t+1} − V_t and
 * A_t = δ_t + γλ·A_{t+1}, the value after the last step being 0; returns are A + V. `[T]` rewards and `[T]` values →
 * `[T]`. With γ = λ = 1 the returns are the rewards still to come, whatever the values.
 *
 * @param gamma discount of a step, in [0, 1].
 * @param lambda 0: one step of bootstrapping; 1: none; in [0, 1].
 */
export function gae(rewardsT: readonly number[], valuesT: readonly number[], gamma = 1, lambda = 1): Gae {
  if (rewardsT.length !== valuesT.length) {
    throw new ConfigError(
      `gae: one value a reward; got ${rewardsT.length} rewards and ${valuesT.length} values`,
    );
  }
  for (const numbers of [rewardsT, valuesT]) checkRewards(numbers, 'gae');
  for (const [name, value] of [
    ['gamma', gamma],
    ['lambda', lambda],
  ] as const) {
    if (!(value >= 0 && value <= 1))
      throw new ConfigError(`gae: ${name} must be from 0 to 1; got ${value}`, name);
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
