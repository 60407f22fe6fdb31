import { constant, gate, signal, sum } from '../build.js';
import type { Term } from '../term.js';
import { exactly, mixed, overlong, rightOrWrong } from './parts.js';
import { count, definePreset, type Preset, real } from './preset.js';

const FILES = 'verl verl/utils/reward_score/';
const DAPO_MANAGER = 'verl verl/experimental/reward_loop/reward_manager/dapo.py';

/** Right, wrong with a `#### number`, and neither. */
const gsm8k = (marked: Term, score: number, formatScore: number): Term =>
  gate(marked, { pass: rightOrWrong(score, formatScore), fail: constant(0) });

const signed = {
  summary: '+1 for a right answer, −1 for a wrong one',
  formula: '2c − 1',
  undecided: 'zero',
  differs:
    'an unreadable gold counts as wrong; the verdict is this package’s, not that of the last 300 characters',
  parameters: {},
  build: () => rightOrWrong(1, -1),
} as const;

const dapoBuffer = {
  max_resp_len: count(20480, 'length limit in tokens; the DAPO recipe’s', 1),
  overlong_buffer_len: count(4096, 'tokens before the limit at which it starts; the recipe’s', 1),
  overlong_penalty_factor: real(1, 'penalty at the limit', 0),
};

/** The rule rewards of verl, and of slime and SkyRL, which took them over. */
export const verl: readonly Preset[] = [
  definePreset({
    name: 'verl:gsm8k',
    summary: 'a right answer behind ####, a wrong one there, or none',
    formula: 'score if right, format_score if wrong, 0 without “#### number” in the last 300 characters',
    source: `${FILES}gsm8k.py compute_score`,
    undecided: 'zero',
    differs: 'takes “#### ,” for a number; graded gives the same kinds by the verdict',
    parameters: {
      method: {
        kind: 'choice',
        default: 'strict',
        choices: ['strict', 'flexible'],
        what: '#### or any number',
      },
      format_score: real(0, 'a wrong answer in the format; the paper’s 0.1 is not the default'),
      score: real(1, 'a right answer'),
    },
    build: ({ method, format_score, score }) =>
      gsm8k(
        method === 'strict'
          ? exactly('gsm8k', { last: 300 })
          : signal('stack-format', { dialect: 'gsm8k-flexible' }),
        score,
        format_score,
      ),
  }),
  definePreset({
    name: 'skyrl:gsm8k',
    summary: 'verl’s, over the whole response',
    formula: 'score if right, format_score if wrong, 0 without “#### number”',
    source: 'SkyRL skyrl-gym/skyrl_gym/envs/gsm8k/utils.py compute_score',
    undecided: 'zero',
    differs: 'takes “#### ,” for a number; graded gives the same kinds by the verdict',
    parameters: { format_score: real(0, 'a wrong answer in the format'), score: real(1, 'a right answer') },
    build: ({ format_score, score }) => gsm8k(exactly('gsm8k'), score, format_score),
  }),
  definePreset({ ...signed, name: 'verl:math-dapo', source: `${FILES}math_dapo.py compute_score` }),
  definePreset({ ...signed, name: 'slime:dapo', source: 'slime slime/rollout/rm_hub/math_dapo_utils.py' }),
  definePreset({
    name: 'verl:math-verify',
    summary: '1 for a right answer, 0 for a wrong one, an unreadable one or an unreadable gold',
    formula: 'c',
    source: `${FILES}math_verify.py compute_score`,
    undecided: 'zero',
    differs: '',
    parameters: {},
    build: () => signal('correct'),
  }),
  definePreset({
    name: 'verl:geo3k',
    summary: 'accuracy and a little for a thought and a box',
    formula: '(1 − format_score)·c + format_score·[<think>.*</think>.*\\boxed{.*}.* matches all]',
    source: `${FILES}geo3k.py compute_score`,
    undecided: 'zero',
    differs: 'an empty thought and an empty box are paid',
    parameters: { format_score: real(0.1, 'weight of the format', 0, 1) },
    build: ({ format_score }) => mixed(format_score, signal('stack-format', { dialect: 'verl-geo3k' })),
  }),
  definePreset({
    name: 'verl:dapo-overlong',
    summary: 'DAPO’s penalty, going on below −1',
    formula: 'min(−(L − (max − buffer))/buffer·factor, 0)',
    source: DAPO_MANAGER,
    undecided: 'zero',
    differs: 'unclamped: a response far beyond the limit costs any amount',
    parameters: dapoBuffer,
    build: (p) => overlong(p.max_resp_len, p.overlong_buffer_len, p.overlong_penalty_factor, false),
  }),
  definePreset({
    name: 'verl:dapo',
    summary: '±1 and the overlong penalty, as the dapo manager adds them',
    formula: '2c − 1 + verl:dapo-overlong',
    source: DAPO_MANAGER,
    undecided: 'zero',
    differs: 'unclamped: a right answer far beyond the limit is worth less than a wrong one',
    parameters: dapoBuffer,
    build: (p) =>
      sum({
        accuracy: [1, rightOrWrong(1, -1)],
        overlong: [1, overlong(p.max_resp_len, p.overlong_buffer_len, p.overlong_penalty_factor, false)],
      }),
  }),
];
