import { defineSignal } from '../define.js';
import { correctOf, hull } from '../facts.js';
import type { Signal } from '../signal.js';

/**
 * What the verifier says: `right` when correct, `wrong` when not, `null` only for an unusable gold or a
 * missing verdict. A response without a usable answer is wrong: nothing is gained by silence. DAPO's signed
 * form is `wrong: −1`; for a score of its own for unreadable answers see `graded`.
 */
export const correctness: Signal = defineSignal({
  name: 'correct',
  summary: 'the verifier’s word: right or wrong',
  source: 'papers: GRPO, DAPO (±1)',
  parameters: {
    right: { kind: 'number', default: 1, what: 'score of a right answer' },
    wrong: { kind: 'number', default: 0, what: 'score of a wrong answer' },
  },
  needs: ['correct'],
  range: ({ right, wrong }) => hull(right, wrong),
  rangeWhen: ({ right, wrong }, correct) => (correct ? [right, right] : [wrong, wrong]),
  score: ({ facts }, { right, wrong }) => {
    const correct = correctOf(facts);
    return correct === null ? null : correct ? right : wrong;
  },
});
