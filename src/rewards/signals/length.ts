import { defineSignal } from '../define.js';
import { lengthOf, lengthUnit, needsOfLength } from '../facts.js';
import type { Signal } from '../signal.js';

/**
 * The length of the response, ≥ 0, for terms that shape it themselves:
 * `affine(clip(signal('length'), 0, 4096), −1/4096)`.
 */
export const length: Signal = defineSignal({
  name: 'length',
  summary: 'the length of the response',
  source: 'common',
  parameters: { unit: lengthUnit },
  needs: ({ unit }) => needsOfLength(unit),
  range: () => [0, Number.POSITIVE_INFINITY],
  score: (rollout, { unit }) => lengthOf(rollout, unit),
});
