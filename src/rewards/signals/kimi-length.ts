import { defineGroupSignal } from '../define.js';
import { correctOf, lengthOf, lengthUnit, needsOfLength } from '../facts.js';
import type { Signal } from '../signal.js';

/**
 * Kimi k1.5's length reward over the responses to one problem: λ = ½ − (L − least)/(greatest − least) for a
 * right answer, min(0, λ) for a wrong one, 0 where all lengths are equal. open-r1's `len_reward` is this with
 * `unit: 'chars'`, but over all problems of a call at once: there a problem is scored by the lengths of its
 * neighbours.
 */
export const kimiLength: Signal = defineGroupSignal({
  name: 'kimi-length',
  summary: 'length among the responses to the same problem, shorter is better',
  source: 'Kimi k1.5, arXiv 2501.12599, 2.3.3; open-r1 `len_reward`',
  parameters: { unit: lengthUnit },
  needs: ({ unit }) => ['correct', ...needsOfLength(unit)],
  range: () => [-0.5, 0.5],
  rangeWhen: (_, correct) => [-0.5, correct ? 0.5 : 0],
  score: ({ rollouts }, { unit }) => {
    const lengths = rollouts.map((rollout) => lengthOf(rollout, unit));
    const known = lengths.filter((length) => length !== null);
    const least = known.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    const spread = known.reduce((a, b) => Math.max(a, b), 0) - least;
    return rollouts.map(({ facts }, i) => {
      const correct = correctOf(facts);
      const length = lengths[i] ?? null;
      if (correct === null || length === null) return null;
      const lambda = spread > 0 ? 0.5 - (length - least) / spread : 0;
      return correct ? lambda : Math.min(0, lambda);
    });
  },
});
