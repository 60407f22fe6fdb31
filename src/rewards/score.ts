import { InputError } from '../support/index.js';
import { evaluate, type Trace } from './evaluate.js';
import { type Memories, noMemories } from './memories.js';
import { type Registry, standardSignals } from './registry.js';
import type { Group, Scores } from './rollout.js';
import type { Reward } from './term.js';

/** A group's rewards with the reason for each. */
export interface ScoredGroup {
  /** `[G]`; `null` only under `undecided: 'abstain'`. */
  readonly rewardsG: Scores;
  readonly trace: Trace;
}

/**
 * Scores one group against a snapshot of the memories and applies the reward's policy for missing values at the root.
 * Throws {@link InputError} only under `undecided: 'fail'`, naming the rollout.
 */
export function score(
  reward: Reward,
  group: Group,
  memories: Memories = noMemories,
  registry: Registry = standardSignals,
): ScoredGroup {
  const trace = evaluate(reward.term, group, memories, registry);
  const rewardsG = trace.scores.map((value, i) => {
    if (value !== null || reward.undecided === 'abstain') return value;
    if (reward.undecided === 'zero') return 0;
    throw new InputError(
      `${reward.name}: rollout ${i} of problem '${group.problem}' has no value${noteOf(trace)}; give the missing fact, or set undecided to 'zero' or 'abstain'`,
    );
  });
  return { rewardsG, trace };
}

/** The first note below a trace, for a message. */
function noteOf(trace: Trace): string {
  if (trace.note !== undefined) return ` (${trace.note})`;
  for (const child of trace.children) {
    const note = noteOf(child);
    if (note !== '') return note;
  }
  return '';
}
