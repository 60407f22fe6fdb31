import { overlong, stopProperly } from './parts.js';
import { count, definePreset, type Preset, real } from './preset.js';

const FILE = 'OpenRLHF openrlhf/trainer/ppo_utils/length_penalty.py';

/** The length penalties of OpenRLHF, which it adds to any reward. */
export const openRlhf: readonly Preset[] = [
  definePreset({
    name: 'openrlhf:overlong',
    summary: 'DAPO’s penalty, the excess held to the buffer',
    formula: '−min(max(L − (max − buffer), 0), buffer)/buffer·factor',
    source: `${FILE} apply_overlong_penalty`,
    undecided: 'zero',
    differs: '',
    parameters: {
      max_new_tokens: count(20480, 'length limit in tokens; OpenRLHF has no default, this is DAPO’s', 1),
      overlong_buffer_len: count(4096, 'tokens before the limit at which it starts; DAPO’s', 1),
      overlong_penalty_factor: real(1, 'penalty at the limit', 0),
    },
    build: (p) => overlong(p.max_new_tokens, p.overlong_buffer_len, p.overlong_penalty_factor, true),
  }),
  definePreset({
    name: 'openrlhf:stop-properly',
    summary: 'accuracy, scaled or replaced where the response was cut off',
    formula: 'c if it stopped; else c·k for 0 ≤ k ≤ 1, and k for k < 0',
    source: `${FILE} apply_stop_properly_penalty`,
    undecided: 'zero',
    differs: '',
    parameters: {
      stop_properly_penalty_coef: real(0.5, 'k; OpenRLHF’s default is no penalty', -1e6, 1),
    },
    build: (p) => stopProperly(p.stop_properly_penalty_coef),
  }),
];
