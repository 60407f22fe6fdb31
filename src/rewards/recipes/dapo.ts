import { signal, sum } from '../build.js';
import { defineReward, type NamedReward } from '../named-reward.js';

/**
 * DAPO: +1 or −1, and the soft overlong punishment over the last 4096 tokens before the limit of 20480, never below −1: a wrong
 * answer of any length is worth at most −1, a right one at least 0.
 */
export const dapo: NamedReward = defineReward({
  name: 'dapo',
  summary: '±1 and a soft penalty before the length limit',
  source: 'DAPO, arXiv 2503.14476, eq. 7, eq. 13, §4.1',
  undecided: 'zero',
  parameters: {
    most: { kind: 'number', default: 20480, min: 1, max: 1e9, integer: true, what: 'length limit in tokens' },
    buffer: {
      kind: 'number',
      default: 4096,
      min: 0,
      max: 1e9,
      integer: true,
      what: 'tokens before the limit at which the penalty starts',
    },
  },
  build: ({ most, buffer }) =>
    sum({
      correct: [1, signal('correct', { right: 1, wrong: -1 })],
      overlong: [1, signal('soft-overlong', { most, buffer })],
    }),
});
