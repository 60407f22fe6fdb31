import { defineSignal } from '../define.js';
import { correctOf, held, lengthOf, lengthUnit, needsOfLength } from '../facts.js';
import type { Signal } from '../signal.js';
import { needsOfTarget, targetOf, targetParameters } from './target.js';

/**
 * L1 (LCPO), correctness and a demanded length in one. `exact`: c − alpha·|target − L|. `max`:
 * c·clip(alpha·(target − L) + delta, 0, 1): pays right answers only, in full while they stay well below the
 * target. c is 1 for a right answer, 0 for a wrong one. The target is the number in the prompt: the same for
 * all, or a fact of each rollout.
 */
export const l1: Signal = defineSignal({
  name: 'l1',
  summary: 'correctness less the distance from a demanded length, or worth less beyond it',
  source: 'L1, arXiv 2503.04697, eqs. 1 and 2',
  parameters: {
    form: {
      kind: 'choice',
      default: 'exact',
      choices: ['exact', 'max'],
      what: 'hit the target, or stay below',
    },
    alpha: { kind: 'number', default: 0.0003, min: 0, max: 1e3, what: 'worth of one token' },
    delta: {
      kind: 'number',
      default: 0.5,
      min: 0,
      max: 1,
      what: 'form max: worth of a right answer at the target',
    },
    ...targetParameters,
    unit: lengthUnit,
  },
  needs: (values) => ['correct', ...needsOfLength(values.unit), ...needsOfTarget(values)],
  range: ({ form }) => (form === 'max' ? [0, 1] : [Number.NEGATIVE_INFINITY, 1]),
  rangeWhen: ({ form }, correct) =>
    form === 'max' ? [0, correct ? 1 : 0] : [Number.NEGATIVE_INFINITY, correct ? 1 : 0],
  score: (rollout, { form, alpha, delta, unit, ...aim }) => {
    const correct = correctOf(rollout.facts);
    const length = lengthOf(rollout, unit);
    const target = targetOf(rollout.facts, aim);
    if (correct === null || length === null || target === null) return null;
    if (form === 'max') return correct ? held(alpha * (target - length) + delta, 0, 1) : 0;
    return (correct ? 1 : 0) - alpha * Math.abs(target - length);
  },
});
