import { gate, signal } from '../build.js';
import { exactly, overlong } from './parts.js';
import { count, definePreset, type Preset, real } from './preset.js';

const FILE = 'ms-swift swift/rewards/orm.py';

/** The reward functions of ms-swift. A gold that cannot be read makes every answer wrong. */
export const swift: readonly Preset[] = [
  definePreset({
    name: 'swift:accuracy',
    summary: '1 for a right answer, 0 for a wrong one',
    formula: 'c; 0 for an unreadable gold',
    source: `${FILE} MathAccuracy`,
    undecided: 'zero',
    differs: '',
    parameters: {},
    build: () => signal('correct'),
  }),
  definePreset({
    name: 'swift:format',
    summary: 'a thought and then an answer, to the end of the text',
    formula: '1 if ^<think>.*?</think>\\s*<answer>.*?</answer>(?![\\s\\S]) matches, else 0',
    source: `${FILE} Format`,
    undecided: 'zero',
    differs: 'reads tags inside the blocks as their text; refuses a line feed at the end; pays empty blocks',
    parameters: {},
    build: () => exactly('swift'),
  }),
  definePreset({
    name: 'swift:react-format',
    summary: 'a thought, an action and its input',
    formula: '1 if ^<think>.*?</think>\\s*Action:.*?Action Input:.*?$ matches, else 0',
    source: `${FILE} ReActFormat`,
    undecided: 'zero',
    differs: 'anything may follow',
    parameters: {},
    build: () => signal('stack-format', { dialect: 'swift-react' }),
  }),
  definePreset({
    name: 'swift:cosine',
    summary: 'accuracy by length in tokens along an unclamped cosine',
    formula: 'M − (M − m)(1 − cos(π·L/max))/2, (m, M) = (.5, 1) if right, (0, −.5) if wrong',
    source: `${FILE} CosineReward; swift/rlhf_trainers/args_mixin.py`,
    undecided: 'zero',
    differs: 'unclamped: beyond cosine_max_len the score climbs back',
    parameters: {
      cosine_max_len: count(1024, 'tokens at which the cosine turns; by default max_completion_length', 1),
      cosine_min_len_value_wrong: real(-0.5, 'wrong answer of no length'),
      cosine_max_len_value_wrong: real(0, 'wrong answer of length cosine_max_len'),
      cosine_min_len_value_correct: real(1, 'right answer of no length'),
      cosine_max_len_value_correct: real(0.5, 'right answer of length cosine_max_len'),
    },
    build: (p) => {
      const params = {
        most: p.cosine_max_len,
        clamp: false,
        rightShort: p.cosine_min_len_value_correct,
        rightLong: p.cosine_max_len_value_correct,
        wrongShort: p.cosine_min_len_value_wrong,
        wrongLong: p.cosine_max_len_value_wrong,
      };
      return gate(signal('gold-usable'), {
        pass: signal('cosine-length', params),
        fail: signal('cosine-length-as-wrong', params),
      });
    },
  }),
  definePreset({
    name: 'swift:repetition',
    summary: 'a penalty for repeated n-grams of lower-cased words',
    formula: '(1 − unique/total n-grams)·max_penalty; 0 if shorter than an n-gram',
    source: `${FILE} RepetitionPenalty`,
    undecided: 'zero',
    differs: 'words between spaces: text without spaces has none; ngram-repetition counts in any language',
    parameters: {
      repetition_n_grams: count(3, 'n', 1),
      repetition_max_penalty: real(-1, 'score where all is repeated', -1e6, 0),
    },
    build: (p) =>
      signal('repetition', {
        unit: 'words',
        size: p.repetition_n_grams,
        penalty: p.repetition_max_penalty,
      }),
  }),
  definePreset({
    name: 'swift:soft-overlong',
    summary: 'DAPO’s penalty, going on below −1',
    formula: 'min(−(L − (max − cache))/cache, 0)',
    source: `${FILE} SoftOverlong`,
    undecided: 'zero',
    differs: 'unclamped: a response far beyond the limit costs any amount',
    parameters: {
      soft_max_length: count(20480, 'length limit in tokens; ms-swift has no default, this is DAPO’s', 1),
      soft_cache_length: count(4096, 'tokens before the limit at which it starts; DAPO’s', 1),
    },
    build: (p) => overlong(p.soft_max_length, p.soft_cache_length, 1, false),
  }),
];
