import { defineSignal } from '../define.js';
import { lengthOf, lengthUnit, needsOfLength } from '../facts.js';
import type { Signal } from '../signal.js';
import { needsOfTarget, targetOf, targetParameters } from './target.js';

/**
 * 1 at the target length, less by 1 for each `scale` away: 1 − |L − target|/scale; in the form `up-to`, 1 for
 * anything shorter. Clamped at 0; open-instruct's `max_length` and `up_to_max_length` mean to, but do not
 * (`clamp: false`).
 */
export const targetLength: Signal = defineSignal({
  name: 'target-length',
  summary: 'closeness to a target length, from one side or both',
  source: 'open-instruct `max_length`, `up_to_max_length`',
  parameters: {
    form: {
      kind: 'choice',
      default: 'around',
      choices: ['around', 'up-to'],
      what: 'hit the target, or stay below',
    },
    ...targetParameters,
    scale: { kind: 'number', default: 32768, min: 1, max: 1e9, what: 'distance that costs 1' },
    unit: lengthUnit,
    clamp: { kind: 'boolean', default: true, what: 'never less than 0' },
  },
  needs: (values) => [...needsOfLength(values.unit), ...needsOfTarget(values)],
  range: ({ clamp }) => [clamp ? 0 : Number.NEGATIVE_INFINITY, 1],
  score: (rollout, { form, scale, unit, clamp, ...aim }) => {
    const length = lengthOf(rollout, unit);
    const target = targetOf(rollout.facts, aim);
    if (length === null || target === null) return null;
    const beyond = length - target;
    const score = 1 - (form === 'up-to' ? Math.max(0, beyond) : Math.abs(beyond)) / scale;
    return clamp ? Math.max(0, score) : score;
  },
});
