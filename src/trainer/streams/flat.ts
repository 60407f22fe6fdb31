import type { Scores } from '../../rewards/index.js';

/** Whether all rewards of a group are equal, so that group-relative advantages are all 0; `null` takes no part. */
export function isFlat(rewardsG: Scores): boolean {
  const known = rewardsG.filter((value) => value !== null);
  return known.every((value) => value === known[0]);
}
