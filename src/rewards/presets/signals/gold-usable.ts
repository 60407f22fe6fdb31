import { defineSignal } from '../../define.js';
import type { Signal } from '../../signal.js';

/**
 * 1 where the gold answer could be read, 0 where it could not, `null` where no verdict was made. Stacks differ in what
 * they pay for a gold they cannot read: nothing, 0, or 1.
 */
export const goldUsable: Signal = defineSignal({
  name: 'gold-usable',
  summary: 'whether the gold answer could be read',
  source: 'open-r1 src/open_r1/rewards.py; ms-swift swift/rewards/orm.py',
  parameters: {},
  needs: ['correct'],
  range: () => [0, 1],
  rangeWhen: () => [1, 1],
  score: ({ facts: { correct } }) => (correct === undefined ? null : correct === null ? 0 : 1),
});
