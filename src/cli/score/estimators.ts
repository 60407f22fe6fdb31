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
function gdpo({ trace }: ScoredGroup, epsilon: number | undefined): Scores {
  const { term, children } = trace;
  if (term.op !== 'sum')
    throw new UsageError(
      `--advantage gdpo needs a reward whose root is a sum of parts; this one's is ${term.op}`,
    );
  return gdpoAdvantages(
    children.map(({ scores }) => scores),
    term.parts.map(({ weight }) => weight),
    epsilon,
  );
}

/** The values of `--advantage`. */
export const estimators: ReadonlyMap<string, Estimator> = new Map<string, Estimator>([
  ['grpo', each(grpoAdvantages)],
  ['dr-grpo', each((rewardsG) => drGrpoAdvantages(rewardsG))],
  ['rloo', each((rewardsG) => rlooAdvantages(rewardsG))],
  ['reinforce++', batch(false)],
  ['reinforce++-baseline', batch(true)],
  ['gdpo', (groups, epsilon) => groups.map((group) => gdpo(group, epsilon))],
]);
