import { signal, sum } from '../build.js';
import { exactly, mixed, overlong, rightOrWrong, stopProperly } from './parts.js';
import { count, definePreset, type Preset, real } from './preset.js';

const REWARDS = 'NeMo-RL nemo_rl/environments/rewards.py';
const SHAPING = 'NeMo-RL nemo_rl/algorithms/reward_functions.py apply_reward_shaping';

/** The rewards and the shaping of NeMo-RL. Where it combines rewards, their weights are divided by their sum. */
export const nemoRl: readonly Preset[] = [
  definePreset({
    name: 'nemo-rl:format',
    summary: 'a quarter for a thought in its tags, three for an answer',
    formula: '¼[<think>…</think>] + ¾[<answer>…</answer>]',
    source: `${REWARDS} format_reward`,
    undecided: 'zero',
    differs: 'pays blocks in any order, empty, repeated or nested',
    parameters: {
      think_tag: { kind: 'text', default: 'think', what: 'tag of the thought' },
      answer_tag: { kind: 'text', default: 'answer', what: 'tag of the answer' },
    },
    build: (p) => signal('tag-presence', { thinkTag: p.think_tag, answerTag: p.answer_tag, exact: true }),
  }),
  definePreset({
    name: 'nemo-rl:vlm',
    summary: 'accuracy and format, weights divided by their sum, as combine_reward_functions does',
    formula: '(w₁·c + w₂·nemo-rl:format)/(w₁ + w₂)',
    source: `${REWARDS} combine_reward_functions; examples/configs/vlm_grpo_3B.yaml`,
    undecided: 'zero',
    differs: 'as nemo-rl:format',
    parameters: {
      accuracy_weight: real(0.8, 'weight of a right answer', 0),
      format_weight: real(0.2, 'weight of the format', 0),
    },
    build: (p) =>
      sum(
        {
          accuracy: [p.accuracy_weight, rightOrWrong()],
          format: [p.format_weight, signal('tag-presence', { exact: true })],
        },
        { weights: 'normalised' },
      ),
  }),
  definePreset({
    name: 'nemo-rl:geo3k',
    summary: 'accuracy and a little for a box behind the thought',
    formula: '(1 − format_score)·c + format_score·[</think>.*\\boxed{.*} somewhere]',
    source: `${REWARDS} verl_geo3k_reward`,
    undecided: 'zero',
    differs: 'an empty thought and an empty box are paid',
    parameters: { format_score: real(0.1, 'weight of the format', 0, 1) },
    build: ({ format_score }) => mixed(format_score, exactly('nemo-rl-geo3k')),
  }),
  definePreset({
    name: 'nemo-rl:dapo',
    summary: '+1 for a right answer, −1 for a wrong one',
    formula: '2c − 1',
    source: 'NeMo-RL nemo_rl/environments/dapo_math_verifier.py',
    undecided: 'zero',
    differs: 'an unreadable gold counts as wrong',
    parameters: {},
    build: () => rightOrWrong(1, -1),
  }),
  definePreset({
    name: 'nemo-rl:overlong',
    summary: 'DAPO’s penalty, going on below −1',
    formula: 'min(−(L − (max − buffer))/buffer·penalty, 0)',
    source: SHAPING,
    undecided: 'zero',
    differs: 'unclamped: a response far beyond the limit costs any amount',
    parameters: {
      max_response_length: count(20480, 'length limit in tokens; NeMo-RL has no default, this is DAPO’s', 1),
      overlong_buffer_length: count(4096, 'tokens before the limit at which it starts; DAPO’s', 1),
      overlong_buffer_penalty: real(1, 'penalty at the limit; DAPO’s', 0),
    },
    build: (p) => overlong(p.max_response_length, p.overlong_buffer_length, p.overlong_buffer_penalty, false),
  }),
  definePreset({
    name: 'nemo-rl:stop-properly',
    summary: 'accuracy, scaled where the response was cut off',
    formula: 'c if it stopped, c·k if it was cut off',
    source: SHAPING,
    undecided: 'zero',
    differs: 'when set, the overlong penalty is ignored in NeMo-RL; here both can be added',
    parameters: { stop_properly_penalty_coef: real(0, 'k; NeMo-RL’s default is no penalty', 0, 1) },
    build: (p) => stopProperly(p.stop_properly_penalty_coef),
  }),
];
