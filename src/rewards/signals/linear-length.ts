import { defineGroupSignal } from '../define.js';
import { correctOf, lengthOf, lengthUnit, needsOfLength } from '../facts.js';
import { mean } from '../group-statistics.js';
import type { Signal } from '../signal.js';

/**
 * Correctness less a share of the group's accuracy that grows with length: c − accuracy·weight·L/longest (c
 * is 1 for a right answer, 0 for a wrong one). Easy problems press for brevity, hard ones do not. Responses
 * without a verdict or a length are left out of accuracy and longest.
 */
export const linearLength: Signal = defineGroupSignal({
  name: 'linear-length',
  summary: 'correctness less a length penalty in proportion to the accuracy of the group',
  source: 'prime-rl `grpo` length penalty',
  parameters: {
    weight: { kind: 'number', default: 0.1, min: 0, max: 1e6, what: 'penalty of the longest at accuracy 1' },
    unit: lengthUnit,
  },
  needs: ({ unit }) => ['correct', ...needsOfLength(unit)],
  range: ({ weight }) => [-weight, 1],
  rangeWhen: ({ weight }, correct) => (correct ? [1 - weight, 1] : [-weight, 0]),
  gap: ({ weight }) => [1 - weight, 1 + weight],
  score: ({ rollouts }, { weight, unit }) => {
    const known = rollouts.map((rollout) => {
      const correct = correctOf(rollout.facts);
      const length = lengthOf(rollout, unit);
      return correct === null || length === null ? null : { right: correct ? 1 : 0, length };
    });
    const present = known.filter((each) => each !== null);
    const accuracy = mean(present.map(({ right }) => right));
    const longest = present.reduce((most, { length }) => Math.max(most, length), 0);
    return known.map((each) =>
      each === null || longest === 0
        ? (each?.right ?? null)
        : each.right - accuracy * weight * (each.length / longest),
    );
  },
});
