import { gate, signal } from '../build.js';
import { exactly, overlong } from './parts.js';
import { count, definePreset, type Preset, real } from './preset.js';

const FILES = 'TRL trl/rewards/';

/** The reward functions of TRL. A gold that cannot be read is `null`: the row is left out. */
export const trl: readonly Preset[] = [
  definePreset({
    name: 'trl:accuracy',
    summary: '1 for a right answer, 0 for a wrong one',
    formula: 'c; null for an unreadable gold',
    source: `${FILES}accuracy_rewards.py accuracy_reward`,
    undecided: 'abstain',
    differs: '',
    parameters: {},
    build: () => signal('correct'),
  }),
  definePreset({
    name: 'trl:reasoning-accuracy',
    summary: 'accuracy of what follows the thought; an unfinished thought is wrong',
    formula: '0 without the delimiter, else c of the text behind the last one',
    source: `${FILES}accuracy_rewards.py reasoning_accuracy_reward`,
    undecided: 'abstain',
    differs:
      'the verifier here reads behind the thought by itself, and judges an answer whose thought is not closed',
    parameters: {
      delimiter: { kind: 'text', default: '</think>', what: 'what ends the thought' },
    },
    build: ({ delimiter }) => gate(signal('occurs', { text: delimiter }), { pass: signal('correct') }),
  }),
  definePreset({
    name: 'trl:think-format',
    summary: 'whether the response opens with one thought that is closed',
    formula: '1 if ^<think>(?!.*<think>)(.*?)</think>.*$ matches, else 0',
    source: `${FILES}format_rewards.py think_format_reward`,
    undecided: 'abstain',
    differs: 'format closes it: the thought and what follows it must say something, and it is closed once',
    parameters: {},
    build: () => exactly('trl-think'),
  }),
  definePreset({
    name: 'trl:cosine',
    summary: 'accuracy by length: short right answers and long wrong ones are worth more',
    formula: 'm + (M − m)(1 + cos(π·min(L/max_len, 1)))/2, (m, M) = (.5, 1) if right, (−.5, −1) if wrong',
    source: `${FILES}accuracy_rewards.py get_cosine_scaled_reward`,
    undecided: 'abstain',
    differs: '',
    parameters: {
      max_len: count(1000, 'tokens at which the cosine ends; TRL has no default, this is open-r1’s', 1),
      min_value_wrong: real(-1, 'wrong answer of no length'),
      max_value_wrong: real(-0.5, 'wrong answer of length max_len'),
      min_value_correct: real(0.5, 'right answer of length max_len'),
      max_value_correct: real(1, 'right answer of no length'),
    },
    build: (p) =>
      signal('cosine-length', {
        most: p.max_len,
        rightShort: p.max_value_correct,
        rightLong: p.min_value_correct,
        wrongShort: p.min_value_wrong,
        wrongLong: p.max_value_wrong,
      }),
  }),
  definePreset({
    name: 'trl:repetition',
    summary: 'a penalty for repeated n-grams of token ids',
    formula: '(1 − unique/total n-grams)·max_penalty; 0 if shorter than an n-gram',
    source: `${FILES}other_rewards.py get_repetition_penalty_reward`,
    undecided: 'abstain',
    differs: '',
    parameters: {
      ngram_size: count(3, 'n', 1),
      max_penalty: real(-1, 'score where all is repeated', -1e6, 0),
    },
    build: (p) => signal('repetition', { size: p.ngram_size, penalty: p.max_penalty }),
  }),
  definePreset({
    name: 'trl:soft-overlong',
    summary: 'DAPO’s penalty before the length limit',
    formula: '0 to max − cache, (max − cache − L)/cache to max, −1 beyond',
    source: `${FILES}other_rewards.py get_soft_overlong_punishment`,
    undecided: 'abstain',
    differs: '',
    parameters: {
      max_completion_len: count(20480, 'length limit in tokens; TRL has no default, this is DAPO’s', 1),
      soft_punish_cache: count(4096, 'tokens before the limit at which it starts; DAPO’s'),
    },
    build: (p) => overlong(p.max_completion_len, p.soft_punish_cache, 1, true),
  }),
];
