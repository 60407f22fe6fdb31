import type { Added, History } from '../../rewards/history/index.js';
import {
  needs,
  noMemories,
  type Reward,
  type ScoredGroup,
  score,
  standardSignals,
} from '../../rewards/index.js';
import type { Step } from './groups.js';

/** A step with the scores of its groups, in their order, and what was learned from it. */
export interface ScoredStep {
  readonly step: Step;
  readonly scored: readonly ScoredGroup[];
  readonly learned: Added;
}

const NOTHING: Added = { added: 0, known: 0, differing: 0 };

/** True when a reward remembers from step to step. */
export const remembers = (reward: Reward): boolean =>
  needs(reward.term, standardSignals).some(({ need }) => need === 'history');

/** Scores the groups of one step against what was known when it began, then learns from them. */
export async function scoreStep(reward: Reward, step: Step, history: History): Promise<ScoredStep> {
  const groups = step.groups.map(({ group }) => group);
  const learning = remembers(reward);
  const memories = learning
    ? await history.snapshot(
        groups.map(({ problem }) => problem),
        step.step,
      )
    : noMemories;
  const scored = groups.map((group) => score(reward, group, memories));
  return { step, scored, learned: learning ? await history.learn(groups) : NOTHING };
}
