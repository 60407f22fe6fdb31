import { signal } from '../build.js';
import { defineReward, type NamedReward } from '../named-reward.js';

/**
 * Qwen2.5-Math: σ(alpha·m) + (v − 1) of a reward model's score m and the verdict v, so that the model ranks answers of one kind and the
 * verdict always decides between the kinds. Needs the fact modelScore.
 */
export const qwen25Math: NamedReward = defineReward({
  name: 'qwen25-math',
  summary: 'a reward model’s score, squeezed below the verdict',
  source: 'Qwen2.5-Math, arXiv 2409.12122, §3.2',
  undecided: 'zero',
  parameters: {
    alpha: { kind: 'number', default: 0.5, min: 0, max: 1e6, what: 'steepness in the model’s score' },
  },
  build: ({ alpha }) => signal('qwen25-math', { alpha }),
});
