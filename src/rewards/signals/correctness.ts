import type { Signal } from '../signal.js';

/**
 * What the verifier says: `right` when correct, `wrong` when not, `null` only for an unusable gold or a missing
 * verdict. A response without a usable answer is wrong: nothing is gained by silence.
 */
export const correctness: Signal = {
  name: 'correct',
  summary: 'the verifier’s word: right or wrong',
  source: 'papers: GRPO, DAPO (±1)',
  parameters: {
    right: { kind: 'number', default: 1, what: 'score of a right answer' },
    wrong: { kind: 'number', default: 0, what: 'score of a wrong answer' },
  },
  needs: () => ['correct'],
  range: ({ right, wrong }) => [
    Math.min(Number(right), Number(wrong)),
    Math.max(Number(right), Number(wrong)),
  ],
  rangeWhen: ({ right, wrong }, correct) =>
    correct ? [Number(right), Number(right)] : [Number(wrong), Number(wrong)],
  score: (group, { right, wrong }) =>
    group.rollouts.map(({ facts }) => {
      if (facts.correct === undefined || facts.correct === null) return null;
      return facts.correct ? Number(right) : Number(wrong);
    }),
};
