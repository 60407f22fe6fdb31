import { signal } from '../build.js';
import { defineReward, type NamedReward } from '../named-reward.js';

/**
 * AdaptThink: delta for not thinking, plus correctness, less the reference policy's accuracy on the problem. The value is the
 * advantage itself: take it as it is, without a group mean. Needs the facts noThinking and referenceAccuracy.
 */
export const adaptThink: NamedReward = defineReward({
  name: 'adaptthink',
  summary: 'a bonus for answering at once, as far as accuracy stays above the reference',
  source: 'AdaptThink, arXiv 2505.13417, eq. 3–9; delta .05 in the main run',
  undecided: 'zero',
  parameters: {
    delta: { kind: 'number', default: 0.05, min: 0, max: 1e3, what: 'bonus for not thinking' },
  },
  build: ({ delta }) => signal('adaptthink', { delta }),
});
