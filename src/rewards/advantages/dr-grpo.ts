import { centre } from '../group-statistics.js';
import type { Scores } from '../rollout.js';
import { checkRewards, held } from './check.js';

/**
 * Dr. GRPO (arXiv 2503.20783): reward − mean over one group, not divided by the spread, so that easy and hard problems
 * weigh alike. `[G]` → `[G]`. A `null` reward takes no part and stays `null`; groups of one, and equal rewards, are 0.
 */
export function drGrpoAdvantages(rewardsG: Scores): Scores {
  checkRewards(rewardsG, 'drGrpoAdvantages');
  return centre(rewardsG).map((value) => (value === null ? null : held(value)));
}
