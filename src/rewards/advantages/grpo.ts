import { zscore } from '../group-statistics.js';
import type { Scores } from '../rollout.js';
import { checkEpsilon, checkRewards } from './check.js';

/**
 * GRPO (arXiv 2402.03300): (reward − mean) / (std + epsilon) over one group, `std` the sample standard deviation (n − 1) as in
 * TRL, verl and the One-Shot-RLVR code. `[G]` → `[G]`.
 *
 * A `null` reward takes no part and stays `null`. Groups of one, and groups whose rewards are all equal, are exactly 0. For c
 * right of G with rewards 1 and 0 and p = c/G: s = √(c(G − c)/(G(G − 1))), right (1 − p)/(s + ε), wrong −p/(s + ε).
 *
 * @param epsilon added to the spread: 1e-6 in verl and DeepScaleR (the default), 1e-4 in TRL.
 */
export function grpoAdvantages(rewardsG: Scores, epsilon = 1e-6): Scores {
  checkRewards(rewardsG, 'grpoAdvantages');
  checkEpsilon(epsilon, 'grpoAdvantages');
  return zscore(rewardsG, 'sample', epsilon);
}
