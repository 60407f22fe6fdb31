import { defineSignal } from '../define.js';
import { correctOf } from '../facts.js';
import type { Signal } from '../signal.js';

/**
 * AdaptThink's constrained objective: delta for not thinking, plus correctness, less the reference policy's
 * accuracy on the problem. The value is the advantage itself: no mean is taken off and nothing is divided.
 * Thought pays exactly where it gains more than delta in accuracy. Where the reference never succeeds, giving
 * up at once is worth delta: by design, but know it.
 */
export const adaptThink: Signal = defineSignal({
  name: 'adaptthink',
  summary: 'a bonus for answering without thought, as far as accuracy does not fall below the reference',
  source: 'AdaptThink, arXiv 2505.13417, eq. 9',
  parameters: {
    delta: { kind: 'number', default: 0.05, min: 0, max: 1e3, what: 'bonus for not thinking' },
  },
  needs: ['correct', 'noThinking', 'referenceAccuracy'],
  range: ({ delta }) => [-1, 1 + delta],
  rangeWhen: ({ delta }, correct) => (correct ? [0, 1 + delta] : [-1, delta]),
  gap: ({ delta }) => [1 - delta, 1 + delta],
  score: ({ facts }, { delta }, { referenceAccuracy: reference }) => {
    const correct = correctOf(facts);
    if (correct === null || facts.noThinking === undefined) return null;
    if (reference === undefined || !(reference >= 0 && reference <= 1)) return null;
    return (facts.noThinking ? delta : 0) + (correct ? 1 : 0) - reference;
  },
});

/** Accuracies on one problem, shares in [0, 1]. */
export interface Accuracies {
  readonly noThinking: number;
  readonly thinking: number;
  readonly reference: number;
}

/**
 * Whether training moves a problem towards no thinking: exactly when that, with its bonus, beats both the
 * reference and thinking.
 */
export const favoursNoThinking = ({ noThinking, thinking, reference }: Accuracies, delta: number): boolean =>
  noThinking + delta > reference && noThinking + delta > thinking;
