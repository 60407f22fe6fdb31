import {
  drGrpoAdvantages,
  grpoAdvantages,
  reinforcePlusPlusAdvantages,
  rlooAdvantages,
  type Scores,
} from '../rewards/index.js';
import { mean } from './mean.js';

/**
 * How advantages are made from rewards. `reinforce` takes the reward as it is; `reinforce-batch-mean` takes the mean of
 * the batch off (Williams 1992, with the plainest baseline); `reinforce++` divides by the batch's spread as well, and
 * `reinforce++-baseline` takes each group's own mean off first.
 */
export type Estimator =
  | 'grpo'
  | 'dr-grpo'
  | 'rloo'
  | 'reinforce'
  | 'reinforce-batch-mean'
  | 'reinforce++'
  | 'reinforce++-baseline';

/** Each estimator over the groups of a step: `[P,G]` → `[P,G]`, ragged allowed; a `null` reward takes no part. */
export const estimators: Readonly<Record<Estimator, (rewardsPG: readonly Scores[]) => readonly Scores[]>> = {
  grpo: (rewardsPG) => rewardsPG.map((rewardsG) => grpoAdvantages(rewardsG)),
  'dr-grpo': (rewardsPG) => rewardsPG.map(drGrpoAdvantages),
  rloo: (rewardsPG) => rewardsPG.map(rlooAdvantages),
  reinforce: (rewardsPG) => rewardsPG,
  'reinforce-batch-mean': lessBatchMean,
  'reinforce++': (rewardsPG) => reinforcePlusPlusAdvantages(rewardsPG),
  'reinforce++-baseline': (rewardsPG) => reinforcePlusPlusAdvantages(rewardsPG, { groupBaseline: true }),
};

function lessBatchMean(rewardsPG: readonly Scores[]): readonly Scores[] {
  const baseline = mean(rewardsPG.flat().filter((value) => value !== null));
  return rewardsPG.map((rewardsG) => rewardsG.map((value) => (value === null ? null : value - baseline)));
}
