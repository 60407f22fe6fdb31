import { signal } from '../build.js';
import { defineReward, type NamedReward } from '../named-reward.js';

/**
 * The format-only baseline of one-shot RLVR: 1 for a response whose last box holds an answer, any answer. Read from the
 * response alone, for the prompt of that work holds a box itself. Needs no gold.
 */
export const formatOnly: NamedReward = defineReward({
  name: 'format-only',
  summary: '1 for a response that boxes an answer, right or wrong',
  source: '1-shot RLVR, arXiv 2504.20571, app. C.2.3',
  undecided: 'zero',
  parameters: {},
  build: () => signal('format', { dialect: 'boxed' }),
});
