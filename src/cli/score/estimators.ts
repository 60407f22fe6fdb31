import {
  drGrpoAdvantages,
  gdpoAdvantages,
  grpoAdvantages,
  reinforcePlusPlusAdvantages,
  rlooAdvantages,
  type ScoredGroup,
  type Scores,
} from '../../rewards/index.js';
import { UsageError } from '../argv.js';

/** From the groups of one step to an advantage for each rollout. `[P,G]`. `epsilon` undefined: the estimator's own. */
export type Estimator = (groups: readonly ScoredGroup[], epsilon: number | undefined) => readonly Scores[];

const each =
  (estimate: (rewardsG: Scores, epsilon: number | undefined) => Scores): Estimator =>
  (groups, epsilon) =>
    groups.map(({ rewardsG }) => estimate(rewardsG, epsilon));

const batch =
  (groupBaseline: boolean): Estimator =>
  (groups, epsilon) =>
    reinforcePlusPlusAdvantages(
      groups.map(({ rewardsG }) => rewardsG),
      epsilon === undefined ? { groupBaseline } : { groupBaseline, epsilon },
    );

/** The parts of the sum at the root, each normalised by itself. */
const gdpo: Estimator = (groups, epsilon) => {
  const root = groups[0]?.trace.term;
  if (root === undefined) return [];
  if (root.op !== 'sum')
    throw new UsageError(
      `--advantage gdpo needs a reward whose root is a sum of parts; this one's is ${root.op}`,
    );
  return gdpoAdvantages(
    groups.map(({ trace }) => trace.children.map(({ scores }) => scores)),
    root.parts.map(({ weight }) => weight),
    epsilon === undefined ? {} : { epsilon },
  );
};

/** The values of `--advantage`. */
export const estimators: ReadonlyMap<string, Estimator> = new Map<string, Estimator>([
  ['grpo', each(grpoAdvantages)],
  ['dr-grpo', each((rewardsG) => drGrpoAdvantages(rewardsG))],
  ['rloo', each((rewardsG) => rlooAdvantages(rewardsG))],
  ['reinforce++', batch(false)],
  ['reinforce++-baseline', batch(true)],
  ['gdpo', gdpo],
]);
