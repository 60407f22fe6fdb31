import { defineSignal } from '../define.js';
import { lengthOf, lengthUnit, needsOfLength } from '../facts.js';
import type { Signal } from '../signal.js';

/**
 * DAPO's soft overlong punishment: 0 up to `most − buffer`, then down in a straight line to −1 at `most`, and
 * −1 beyond. Unclamped, the line goes on below −1. Without a buffer it is a step behind `most`.
 *
 * | original | parameters |
 * |---|---|
 * | TRL, open-r1, EasyR1 | `most: max_completion_len, buffer: soft_punish_cache` |
 * | OpenRLHF (which holds the excess to the buffer) | the same, times its factor |
 * | verl `dapo`, NeMo-RL, ms-swift `soft_overlong` | the same with `clamp: false`, times their factor |
 */
export const softOverlong: Signal = defineSignal({
  name: 'soft-overlong',
  summary: 'a penalty that grows over the last stretch before the length limit',
  source: 'DAPO, arXiv 2503.14476, eq. 13',
  parameters: {
    most: { kind: 'number', min: 1, max: 1e9, what: 'the length limit' },
    buffer: {
      kind: 'number',
      min: 0,
      max: 1e9,
      integer: true,
      what: 'how long before the limit the penalty starts',
    },
    unit: lengthUnit,
    clamp: { kind: 'boolean', default: true, what: 'never less than −1' },
  },
  needs: ({ unit }) => needsOfLength(unit),
  range: ({ clamp, buffer }) => [clamp || buffer === 0 ? -1 : Number.NEGATIVE_INFINITY, 0],
  score: (rollout, { most, buffer, unit, clamp }) => {
    const length = lengthOf(rollout, unit);
    if (length === null) return null;
    const free = most - buffer;
    if (length <= free) return 0;
    if (buffer === 0 || (clamp && length > most)) return -1;
    return (free - length) / buffer;
  },
});
