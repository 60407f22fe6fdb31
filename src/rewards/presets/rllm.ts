import { affine, constant, gate, signal, sum } from '../build.js';
import { rightOrWrong } from './parts.js';
import { definePreset, type Preset, real } from './preset.js';

const TYPES = 'rllm rllm/rewards/reward_types.py RewardConfig';

/** Whether a tool was called, as a fact that the caller gathers; absent is no. */
const toolCalled = sum(
  { called: [1, signal('fact', { name: 'has_toolcall', min: 0, max: 1 })], absent: [1, constant(0)] },
  { missing: 'skip' },
);

/** The math reward of rllm. */
export const rllm: readonly Preset[] = [
  definePreset({
    name: 'rllm:math',
    summary: 'right, wrong or without a box, and a bonus for a right answer with a tool',
    formula:
      'format_error_reward without \\boxed; correct_reward (+ toolcall_bonus) if right; else incorrect_reward',
    source: `${TYPES}; rllm/rewards/math_reward.py`,
    undecided: 'zero',
    differs: 'the call of a tool is facts.extra.has_toolcall; any \\boxed counts as a box',
    parameters: {
      correct_reward: real(1, 'a right answer'),
      incorrect_reward: real(0, 'a wrong answer'),
      format_error_reward: real(0, 'no boxed answer'),
      toolcall_bonus: real(0.5, 'more for a right answer that called a tool'),
    },
    build: (p) =>
      gate(signal('occurs', { text: '\\boxed' }), {
        pass: gate(rightOrWrong(), {
          pass: affine(toolCalled, p.toolcall_bonus, p.correct_reward),
          fail: constant(p.incorrect_reward),
        }),
        fail: constant(p.format_error_reward),
      }),
  }),
];
