import { signal } from '../build.js';
import { count, definePreset, type Preset, real } from './preset.js';

/** The two rewards of L1: length as the prompt demands it. */
export const l1: readonly Preset[] = [
  definePreset({
    name: 'l1:exact',
    summary: 'correctness less the distance from the length asked for',
    formula: 'c − alpha·|target − L|',
    source: 'L1, arXiv 2503.04697, eq. 1',
    undecided: 'zero',
    differs: '',
    parameters: {
      target: count(1024, 'length asked for, in tokens'),
      alpha: real(0.0003, 'worth of a token', 0, 1e3),
    },
    build: ({ target, alpha }) => signal('l1', { target, alpha }),
  }),
  definePreset({
    name: 'l1:max',
    summary: 'a right answer, worth less near and beyond the length asked for',
    formula: 'c·clip(alpha·(target − L) + delta, 0, 1)',
    source: 'L1, arXiv 2503.04697, eq. 2',
    undecided: 'zero',
    differs: '',
    parameters: {
      target: count(1024, 'length asked for, in tokens'),
      alpha: real(0.0003, 'worth of a token', 0, 1e3),
      delta: real(0.5, 'worth of a right answer at the target', 0, 1),
    },
    build: ({ target, alpha, delta }) => signal('l1', { form: 'max', target, alpha, delta }),
  }),
];
