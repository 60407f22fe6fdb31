import { signal, sum } from '../build.js';
import { defineReward, type NamedReward } from '../named-reward.js';

/**
 * HAPO: correctness plus w times the length reward against the shortest right answer that the problem has had so far. While
 * w < 1/0.7 any right answer beats any wrong one; the authors keep w in [0, 1] and use 1.
 */
export const hapoRecipe: NamedReward = defineReward({
  name: 'hapo',
  summary: 'correctness, and length against the problem’s own history of right answers',
  source: 'HAPO, arXiv 2505.11225, §3',
  undecided: 'zero',
  parameters: {
    w: {
      kind: 'number',
      default: 1,
      min: 0,
      max: 1e6,
      what: 'weight of length; below 1/0.7 right beats wrong',
    },
    form: {
      kind: 'choice',
      default: 'cosine',
      choices: ['cosine', 'linear'],
      what: 'shape of the length reward',
    },
    history: {
      kind: 'choice',
      default: 'min',
      choices: ['min', 'mean'],
      what: 'shortest right answer, or their true mean',
    },
  },
  build: ({ w, form, history }) =>
    sum({ correct: [1, signal('correct')], length: [w, signal('hapo', { form, history })] }),
});
