import { constant, gate, signal, sum } from '../build.js';
import { rightOrWrong } from './parts.js';
import { definePreset, type Preset, real } from './preset.js';

/** A box, and an end of its own. */
const wellFormed = gate(signal('stop-properly'), {
  pass: signal('stack-format', { dialect: 'tinker' }),
});

/** The problem environment of tinker-cookbook. */
export const tinker: readonly Preset[] = [
  definePreset({
    name: 'tinker:problem',
    summary: 'accuracy, less a little for a bad format or no end',
    formula: 'format_coef·(f − 1) + c, f = 1 for a boxed answer in a response that stopped',
    source: 'tinker-cookbook tinker_cookbook/rl/problem_env.py ProblemEnv.step; recipes/math_rl',
    undecided: 'zero',
    differs: 'one closing brace too many spoils the box in tinker',
    parameters: { format_coef: real(0.1, 'cost of a bad format') },
    build: ({ format_coef }) =>
      sum({
        correct: [1, rightOrWrong()],
        format: [format_coef, wellFormed],
        offset: [-format_coef, constant(1)],
      }),
  }),
];
