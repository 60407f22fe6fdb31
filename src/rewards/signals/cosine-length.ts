import { defineSignal } from '../define.js';
import { between, correctOf, hull, lengthOf, lengthUnit, needsOfLength } from '../facts.js';
import type { Signal } from '../signal.js';

/**
 * From one score for an empty response to another for one of `most`, along half a cosine:
 * `long + (short − long)·(1 + cos(π·L/most))/2`, with a pair of scores for right answers and one for wrong
 * ones. By default a right answer gains by being short and a wrong one loses less by being long.
 *
 * Clamped, longer responses than `most` keep the last score; unclamped the cosine climbs back, as in open-r1
 * and ms-swift, which pay a right answer of 2·most like an empty one.
 *
 * | original | parameters |
 * |---|---|
 * | TRL `get_cosine_scaled_reward` | `most: max_len` |
 * | open-r1 `cosine` | `most: max_len, unit: 'chars', clamp: false` |
 * | ms-swift `cosine` | `clamp: false, wrongShort: −0.5, wrongLong: 0` |
 */
export const cosineLength: Signal = defineSignal({
  name: 'cosine-length',
  summary: 'a score that falls (or rises) with length along a cosine, for right and wrong answers apart',
  source: 'Demystifying Long CoT, arXiv 2502.03373, C.1; TRL, open-r1, ms-swift',
  parameters: {
    most: { kind: 'number', min: 1, max: 1e9, what: 'length at which the cosine ends' },
    unit: lengthUnit,
    clamp: { kind: 'boolean', default: true, what: 'longer responses score as those of `most`' },
    rightShort: { kind: 'number', default: 1, min: -1e6, max: 1e6, what: 'right answer of no length' },
    rightLong: { kind: 'number', default: 0.5, min: -1e6, max: 1e6, what: 'right answer of length `most`' },
    wrongShort: { kind: 'number', default: -1, min: -1e6, max: 1e6, what: 'wrong answer of no length' },
    wrongLong: { kind: 'number', default: -0.5, min: -1e6, max: 1e6, what: 'wrong answer of length `most`' },
  },
  needs: ({ unit }) => ['correct', ...needsOfLength(unit)],
  range: ({ rightShort, rightLong, wrongShort, wrongLong }) =>
    hull(rightShort, rightLong, wrongShort, wrongLong),
  rangeWhen: ({ rightShort, rightLong, wrongShort, wrongLong }, correct) =>
    correct ? hull(rightShort, rightLong) : hull(wrongShort, wrongLong),
  score: (rollout, { most, unit, clamp, ...scores }) => {
    const correct = correctOf(rollout.facts);
    const length = lengthOf(rollout, unit);
    if (correct === null || length === null) return null;
    const progress = clamp ? Math.min(1, length / most) : length / most;
    const share = (1 + Math.cos(Math.PI * progress)) / 2;
    return correct
      ? between(scores.rightLong, scores.rightShort, share)
      : between(scores.wrongLong, scores.wrongShort, share);
  },
});
