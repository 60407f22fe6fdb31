import { signal } from '../build.js';
import { exactly } from './parts.js';
import { count, definePreset, type Preset, real } from './preset.js';

const FILE = 'ROLL roll/pipeline/rlvr/rewards/math_rule_reward_worker.py';

/** The rule rewards of ROLL. Its format reward is a penalty. */
export const roll: readonly Preset[] = [
  definePreset({
    name: 'roll:accuracy',
    summary: '1 for a right answer, 0 for a wrong one',
    formula: 'c',
    source: `${FILE} MathRuleRewardWorker`,
    undecided: 'zero',
    differs: '',
    parameters: {},
    build: () => signal('correct'),
  }),
  definePreset({
    name: 'roll:format',
    summary: 'a penalty unless there is a thought and then an answer at the end of a line',
    formula: '0 if ^<think>.*?</think>.*?<answer>.*?</answer>$ matches, $ at the end of any line, else −1',
    source: `${FILE} format_reward_fn`,
    undecided: 'zero',
    differs: 'accepts any text on the lines behind the answer; ROLL lets the pattern be changed',
    parameters: {},
    build: () => exactly('roll', { match: 0, miss: -1 }),
  }),
  definePreset({
    name: 'roll:repetition',
    summary: 'a small penalty for repeated n-grams of lower-cased words',
    formula: '(1 − unique/total n-grams)·max_penalty; 0 if shorter than an n-gram',
    source: `${FILE} get_repetition_penalty_reward`,
    undecided: 'zero',
    differs:
      'words between spaces (jieba for Chinese in some versions); ngram-repetition counts in any language',
    parameters: {
      ngram_size: count(3, 'n', 1),
      max_penalty: real(-0.1, 'score where all is repeated', -1e6, 0),
    },
    build: (p) => signal('repetition', { unit: 'words', size: p.ngram_size, penalty: p.max_penalty }),
  }),
  definePreset({
    name: 'roll:long-block',
    summary: 'a penalty for a run of characters without a space',
    formula: '−1 if a part between spaces is longer than max_length characters, else 0',
    source: `${FILE} long_block_penalty_reward_fn`,
    undecided: 'zero',
    differs: 'only spaces part: an ordinary line of Chinese, or a list of lines, is penalised',
    parameters: { max_length: count(100, 'longest part without a penalty, in characters', 1) },
    build: ({ max_length }) => signal('long-block', { most: max_length, separator: 'space' }),
  }),
];
