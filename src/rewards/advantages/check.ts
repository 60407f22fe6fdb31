import { ConfigError } from '../../support/index.js';
import type { Scores } from '../rollout.js';

/** Refuses rewards that are no finite numbers: a NaN here would reach every weight of the model. */
export function checkRewards(rewardsG: Scores, estimator: string): void {
  const bad = rewardsG.findIndex((value) => value !== null && !Number.isFinite(value));
  if (bad < 0) return;
  throw new ConfigError(
    `${estimator}: rewards must be finite numbers or null; got ${rewardsG[bad]} at ${bad}`,
    `rewards[${bad}]`,
  );
}

/** Refuses an epsilon that would turn a spread around or into nothing. */
export function checkEpsilon(epsilon: number, estimator: string): void {
  if (Number.isFinite(epsilon) && epsilon >= 0) return;
  throw new ConfigError(
    `${estimator}: epsilon must be a finite number of at least 0; got ${epsilon}`,
    'epsilon',
  );
}

/** Held to what float64 can carry: differences of the largest numbers stay finite. */
export const held = (value: number): number => Math.min(Number.MAX_VALUE, Math.max(-Number.MAX_VALUE, value));
