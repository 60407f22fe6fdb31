import { constant, gate, signal, threshold } from '../build.js';
import { exactly, overlong } from './parts.js';
import { count, definePreset, type Preset, real } from './preset.js';

const FILE = 'open-r1 src/open_r1/rewards.py';

/** What the tests of a program gave, as a fact that the caller gathers. */
const passRate = signal('fact', { name: 'passRate', min: 0, max: 1 });

/** The least number above .99: open-r1 asks for more than .99. */
const MORE_THAN_99_PERCENT = 0.9900000000000001;

/** The reward functions of open-r1. Lengths are characters, not tokens, except for the overlong penalty. */
export const openR1: readonly Preset[] = [
  definePreset({
    name: 'open-r1:accuracy',
    summary: '1 for a right answer, 0 for a wrong one',
    formula: 'c; null for an unreadable gold (1 in versions of early 2025)',
    source: `${FILE} accuracy_reward`,
    undecided: 'abstain',
    differs: '',
    parameters: {},
    build: () => signal('correct'),
  }),
  definePreset({
    name: 'open-r1:format',
    summary: 'a thought and an answer, tags on lines of their own',
    formula: '1 if ^<think>\\n.*?\\n</think>\\n<answer>\\n.*?\\n</answer>$ matches, $ at the end of any line',
    source: `${FILE} format_reward`,
    undecided: 'abstain',
    differs:
      'accepts any text on the lines behind the answer; format refuses it, and empty or repeated blocks',
    parameters: {},
    build: () => exactly('open-r1'),
  }),
  definePreset({
    name: 'open-r1:code-format',
    summary: 'the same with a fenced program in the answer',
    formula: 'open-r1:format with a closed fence of the language inside the answer',
    source: `${FILE} get_code_format_reward`,
    undecided: 'abstain',
    differs: 'the same hole as open-r1:format; an empty fence is paid',
    parameters: { language: { kind: 'text', default: 'python', what: 'the name that opens the fence' } },
    build: ({ language }) => exactly('open-r1-code', { language }),
  }),
  definePreset({
    name: 'open-r1:tag-count',
    summary: 'a quarter for each tag that stands once, line feeds included',
    formula:
      '¼ for each of <think>\\n, \\n</think>\\n, \\n<answer>\\n, \\n</answer> that occurs exactly once',
    source: `${FILE} tag_count_reward`,
    undecided: 'abstain',
    differs: 'pays tags in any order, and a second tag spelt without its line feeds',
    parameters: {},
    build: () => signal('tag-count', { exact: true }),
  }),
  definePreset({
    name: 'open-r1:reasoning-steps',
    summary: 'how many steps the response is set out in, up to three',
    formula: 'min(1, n/3), n matches of Step \\d+:|^\\d+\\.|\\n-|\\n\\*|First,|Second,|Next,|Finally,',
    source: `${FILE} reasoning_steps_reward`,
    undecided: 'abstain',
    differs: '^ is the start of the text alone, so that a numbered list is one step; empty bullets count',
    parameters: {},
    build: () => signal('reasoning-steps', { exact: true }),
  }),
  definePreset({
    name: 'open-r1:cosine',
    summary: 'accuracy by length in characters along an unclamped cosine',
    formula: 'm + (M − m)(1 + cos(π·L/max_len))/2; 1 for an unreadable gold',
    source: `${FILE} get_cosine_scaled_reward`,
    undecided: 'abstain',
    differs:
      'unclamped: beyond max_len the score climbs back, so that twice the length is worth as much as none; an unreadable gold is paid',
    parameters: {
      max_len: count(1000, 'characters at which the cosine turns', 1),
      min_value_wrong: real(-1, 'wrong answer of no length'),
      max_value_wrong: real(-0.5, 'wrong answer of length max_len'),
      min_value_correct: real(0.5, 'right answer of length max_len'),
      max_value_correct: real(1, 'right answer of no length'),
    },
    build: (p) =>
      gate(signal('gold-usable'), {
        pass: signal('cosine-length', {
          most: p.max_len,
          unit: 'chars',
          clamp: false,
          rightShort: p.max_value_correct,
          rightLong: p.min_value_correct,
          wrongShort: p.min_value_wrong,
          wrongLong: p.max_value_wrong,
        }),
        fail: constant(1),
      }),
  }),
  definePreset({
    name: 'open-r1:repetition',
    summary: 'a penalty for repeated n-grams of lower-cased words',
    formula: '(1 − unique/total n-grams)·max_penalty; 0 if shorter than an n-gram',
    source: `${FILE} get_repetition_penalty_reward`,
    undecided: 'abstain',
    differs: 'words between spaces: text without spaces has none; ngram-repetition counts in any language',
    parameters: {
      ngram_size: count(3, 'n', 1),
      max_penalty: real(-1, 'score where all is repeated', -1e6, 0),
    },
    build: (p) => signal('repetition', { unit: 'words', size: p.ngram_size, penalty: p.max_penalty }),
  }),
  definePreset({
    name: 'open-r1:len',
    summary: 'Kimi’s length reward, in characters, over one call',
    formula: 'λ = ½ − (L − min)/(max − min); λ if right, min(0, λ) if wrong; 0 where all lengths are equal',
    source: `${FILE} len_reward`,
    undecided: 'abstain',
    differs:
      'open-r1 compares all problems of a call; here a group is one problem. An unreadable gold counts as right',
    parameters: {},
    build: () =>
      gate(signal('gold-usable'), {
        pass: signal('kimi-length', { unit: 'chars' }),
        fail: signal('kimi-length-as-right', { unit: 'chars' }),
      }),
  }),
  definePreset({
    name: 'open-r1:soft-overlong',
    summary: 'DAPO’s penalty before the length limit, in tokens',
    formula: '0 to max − cache, (max − cache − L)/cache to max, −1 beyond',
    source: `${FILE} get_soft_overlong_punishment`,
    undecided: 'abstain',
    differs: '',
    parameters: {
      max_completion_len: count(16384, 'length limit in tokens', 1),
      soft_punish_cache: count(4096, 'tokens before the limit at which it starts'),
    },
    build: (p) => overlong(p.max_completion_len, p.soft_punish_cache, 1, true),
  }),
  definePreset({
    name: 'open-r1:code',
    summary: 'the share of tests that a program passes, gathered as facts.extra.passRate',
    formula: 'passed/total',
    source: `${FILE} code_reward`,
    undecided: 'abstain',
    differs: 'running programs is the caller’s',
    parameters: {},
    build: () => passRate,
  }),
  definePreset({
    name: 'open-r1:binary-code',
    summary: 'whether a program passes its tests',
    formula: '1 if passed/total > .99, else 0',
    source: `${FILE} binary_code_reward`,
    undecided: 'abstain',
    differs: 'running programs is the caller’s',
    parameters: {},
    build: () => threshold(passRate, MORE_THAN_99_PERCENT),
  }),
];
