import { centre, zscore } from '../group-statistics.js';
import type { Scores } from '../rollout.js';
import { checkEpsilon, checkRewards, held } from './check.js';

/** Options of {@link reinforcePlusPlusAdvantages}. */
export interface ReinforcePlusPlusOptions {
  /** Take each group's own mean off first ("REINFORCE++-baseline"); default no. */
  readonly groupBaseline?: boolean;
  /** Added to the spread of the batch; default 1e-8. */
  readonly epsilon?: number;
}

/**
 * REINFORCE++ (arXiv 2501.03262): (reward − mean) / (std + epsilon) over the whole batch, `std` the population standard
 * deviation; one number a response, as where the reward sits on the last token and nothing is discounted.
 * `[P,G]` → `[P,G]`, ragged allowed. A `null` reward takes no part and stays `null`; a batch without spread is exactly 0.
 */
export function reinforcePlusPlusAdvantages(
  rewardsPG: readonly Scores[],
  { groupBaseline = false, epsilon = 1e-8 }: ReinforcePlusPlusOptions = {},
): readonly Scores[] {
  for (const rewardsG of rewardsPG) checkRewards(rewardsG, 'reinforcePlusPlusAdvantages');
  checkEpsilon(epsilon, 'reinforcePlusPlusAdvantages');
  const shifted = groupBaseline ? rewardsPG.map(ownMeanOff) : rewardsPG;
  return overBatch(shifted, 'population', epsilon);
}

const ownMeanOff = (rewardsG: Scores): Scores =>
  centre(rewardsG).map((value) => (value === null ? null : held(value)));

/** Every entry of a batch normalised by the mean and the spread of all. `[P,G]` → `[P,G]`. */
export function overBatch(
  scoresPG: readonly Scores[],
  std: 'sample' | 'population',
  epsilon: number,
): readonly Scores[] {
  const normalised = zscore(scoresPG.flat(), std, epsilon);
  let from = 0;
  return scoresPG.map((scores) => {
    from += scores.length;
    return normalised.slice(from - scores.length, from);
  });
}
