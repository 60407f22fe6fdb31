import { defineSignal } from '../define.js';
import { hull } from '../facts.js';
import type { Signal } from '../signal.js';

/**
 * One score for a response that stopped by itself, another for one cut off by the length limit.
 *
 * | original | term |
 * |---|---|
 * | OpenRLHF, NeMo-RL with a coefficient k ≥ 0 | `product(reward, signal('stop-properly', { truncated: k }))` |
 * | OpenRLHF with k < 0 | `gate(signal('stop-properly'), { pass: reward, fail: constant(k) })` |
 * | open-instruct `non_stop_penalty` | the same with −10 |
 */
export const stopProperly: Signal = defineSignal({
  name: 'stop-properly',
  summary: 'whether the response stopped by itself or was cut off',
  source: 'ProRL v2; OpenRLHF, NeMo-RL `stop_properly_penalty_coef`',
  parameters: {
    stopped: { kind: 'number', default: 1, min: -1e6, max: 1e6, what: 'score when it stopped by itself' },
    truncated: { kind: 'number', default: 0, min: -1e6, max: 1e6, what: 'score when it was cut off' },
  },
  needs: ['finish'],
  range: ({ stopped, truncated }) => hull(stopped, truncated),
  score: ({ finish }, { stopped, truncated }) =>
    finish === 'stop' ? stopped : finish === 'length' ? truncated : null,
});
