import { centre, present } from '../group-statistics.js';
import type { Scores } from '../rollout.js';
import { checkRewards, held } from './check.js';

/**
 * RLOO (arXiv 2402.14740): reward − mean of the others of its group, which is G/(G − 1) times reward − mean.
 * `[G]` → `[G]`. A `null` reward takes no part and stays `null`; a lone rollout, and equal rewards, are 0.
 */
export function rlooAdvantages(rewardsG: Scores): Scores {
  checkRewards(rewardsG, 'rlooAdvantages');
  const n = present(rewardsG).length;
  const scale = n < 2 ? 0 : n / (n - 1);
  return centre(rewardsG).map((value) => (value === null ? null : held(value * scale)));
}
