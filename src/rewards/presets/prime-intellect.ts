import { signal } from '../build.js';
import { definePreset, type Preset, real } from './preset.js';

/** Rewards of prime-rl and of the verifiers library. */
export const primeIntellect: readonly Preset[] = [
  definePreset({
    name: 'prime-rl:linear',
    summary: 'accuracy less a length penalty in proportion to the accuracy of the group',
    formula: 'c − mean(c)·weight·L/max(L)',
    source: 'prime-rl src/prime_rl/orchestrator/algo/grpo.py',
    undecided: 'zero',
    differs: 'without the terms for input and turns; the mean of the group is not taken off',
    parameters: { weight: real(0.1, 'penalty of the longest in a group that is all right', 0) },
    build: ({ weight }) => signal('linear-length', { weight }),
  }),
  definePreset({
    name: 'verifiers:math',
    summary: '1 for a right answer, 0 for a wrong one or a fault',
    formula: 'c',
    source: 'verifiers verifiers/legacy/rubrics/math_rubric.py',
    undecided: 'zero',
    differs: '',
    parameters: {},
    build: () => signal('correct'),
  }),
];
