import { sum } from '../build.js';
import { exactly, mixed, overlong, rightOrWrong } from './parts.js';
import { count, definePreset, type Preset, real } from './preset.js';

const FILES = 'EasyR1 examples/reward_function/';

const dapoBuffer = {
  max_response_length: count(20480, 'length limit in tokens; EasyR1 has no default, this is DAPO’s', 1),
  overlong_buffer_length: count(4096, 'tokens before the limit at which it starts; DAPO’s', 1),
};

/** The reward functions of EasyR1. */
export const easyR1: readonly Preset[] = [
  definePreset({
    name: 'easyr1:math',
    summary: 'accuracy and a little for a thought and a box',
    formula: '(1 − w)·c + w·[<think>.*</think>.*\\boxed{.*}.* matches all, spaces at < > / dropped]',
    source: `${FILES}math.py compute_score`,
    undecided: 'zero',
    differs: 'an empty thought and an empty box are paid',
    parameters: { format_weight: real(0.1, 'w', 0, 1) },
    build: ({ format_weight }) => mixed(format_weight, exactly('easyr1')),
  }),
  definePreset({
    name: 'easyr1:format',
    summary: 'the format part of easyr1:math alone',
    formula: '[<think>.*</think>.*\\boxed{.*}.* matches all, spaces at < > / dropped]',
    source: `${FILES}math.py format_reward`,
    undecided: 'zero',
    differs: 'an empty thought and an empty box are paid',
    parameters: {},
    build: () => exactly('easyr1'),
  }),
  definePreset({
    name: 'easyr1:r1v',
    summary: 'accuracy and a half for a thought and an answer',
    formula: '(1 − w)·c + w·[<think>.*?</think>\\s*<answer>.*?</answer> matches all]',
    source: `${FILES}r1v.py compute_score`,
    undecided: 'zero',
    differs: 'reads tags inside the blocks as their text; pays empty blocks',
    parameters: { format_weight: real(0.5, 'w', 0, 1) },
    build: ({ format_weight }) => mixed(format_weight, exactly('swift')),
  }),
  definePreset({
    name: 'easyr1:overlong',
    summary: 'DAPO’s penalty before the length limit',
    formula: '0 to max − buffer, (max − buffer − L)/buffer to max, −1 beyond',
    source: `${FILES}dapo.py soft_overlong_punishment`,
    undecided: 'zero',
    differs: '',
    parameters: dapoBuffer,
    build: (p) => overlong(p.max_response_length, p.overlong_buffer_length, 1, true),
  }),
  definePreset({
    name: 'easyr1:dapo',
    summary: '±1 and DAPO’s penalty before the length limit',
    formula: '2c − 1 + factor·(0, falling to −1 over the buffer, −1 beyond)',
    source: `${FILES}dapo.py compute_score`,
    undecided: 'zero',
    differs: 'an unreadable gold counts as wrong',
    parameters: { ...dapoBuffer, overlong_penalty_factor: real(1, 'penalty at the limit; DAPO’s', 0) },
    build: (p) =>
      sum({
        accuracy: [1, rightOrWrong(1, -1)],
        overlong: [
          p.overlong_penalty_factor,
          overlong(p.max_response_length, p.overlong_buffer_length, 1, true),
        ],
      }),
  }),
];
