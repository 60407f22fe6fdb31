import { signal } from '../build.js';
import { defineReward, type NamedReward } from '../named-reward.js';

/**
 * One-shot RLVR: 1 for a right answer, 0 for anything else, and nothing more: no format, no length. What the paper adds
 * for exploration, the entropy bonus, is a term of the loss and not of the reward.
 */
export const oneShotRlvr: NamedReward = defineReward({
  name: 'one-shot-rlvr',
  summary: 'the outcome alone: 1 for a right answer, 0 for a wrong one',
  source: '1-shot RLVR, arXiv 2504.20571, §2',
  undecided: 'zero',
  parameters: {},
  build: () => signal('correct'),
});
