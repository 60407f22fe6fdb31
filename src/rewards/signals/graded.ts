import { defineSignal } from '../define.js';
import { hull } from '../facts.js';
import type { Facts } from '../rollout.js';
import type { Signal } from '../signal.js';

/** How a response fared, by its verdict. */
type Grade = 'right' | 'wrong' | 'unread' | 'silent';

/** The grade, `null` when the gold is unusable or the verdict missing. */
function gradeOf({ correct, verdict }: Facts): Grade | null {
  if (verdict === undefined || typeof correct !== 'boolean') return null;
  if (correct) return 'right';
  if (verdict.kind !== 'undecided') return 'wrong';
  return verdict.reason === 'no-answer' ? 'silent' : 'unread';
}

/**
 * Correctness in grades: a score each for a right answer, a wrong one, one that could not be read or decided
 * (garbled, unsupported, over budget), and none at all. With the defaults it is `correct`; `wrong: 0.1` is
 * verl's `format_score`. Keep `wrong ≥ unread ≥ silent`, or silence is gained by.
 */
export const graded: Signal = defineSignal({
  name: 'graded',
  summary: 'right, wrong, unreadable or no answer at all, each with a score of its own',
  source: 'verl gsm8k `compute_score` (score, format_score, 0)',
  parameters: {
    right: { kind: 'number', default: 1, min: -1e6, max: 1e6, what: 'score of a right answer' },
    wrong: { kind: 'number', default: 0, min: -1e6, max: 1e6, what: 'score of a wrong answer' },
    unread: {
      kind: 'number',
      default: 0,
      min: -1e6,
      max: 1e6,
      what: 'score of an answer that could not be read or decided',
    },
    silent: { kind: 'number', default: 0, min: -1e6, max: 1e6, what: 'score of no answer at all' },
  },
  needs: ['correct', 'verdict'],
  range: ({ right, wrong, unread, silent }) => hull(right, wrong, unread, silent),
  rangeWhen: ({ right, wrong, unread, silent }, correct) =>
    correct ? [right, right] : hull(wrong, unread, silent),
  score: ({ facts }, scores) => {
    const grade = gradeOf(facts);
    return grade === null ? null : scores[grade];
  },
});
