import { defineSignal } from '../../define.js';
import { between, hull } from '../../facts.js';
import type { Signal } from '../../signal.js';
import { boxed, easyR1, geo3k } from './boxed.js';
import type { Dialect } from './dialect.js';
import { gsm8k } from './hashes.js';
import { nemoRl } from './tag-presence.js';
import { trlThink } from './think.js';
import { openR1, openR1Code, roll, swift } from './think-answer.js';
import { torchforge } from './think-block.js';

/** The dialects by name, each after the project whose format it is. */
const DIALECTS: Readonly<Record<DialectName, Dialect>> = {
  'trl-think': trlThink,
  'open-r1': openR1,
  'open-r1-code': openR1Code,
  swift,
  roll,
  boxed,
  easyr1: easyR1,
  'nemo-rl': nemoRl,
  'nemo-rl-geo3k': geo3k,
  torchforge,
  gsm8k,
};

const NAMES = [
  'trl-think',
  'open-r1',
  'open-r1-code',
  'swift',
  'roll',
  'boxed',
  'easyr1',
  'nemo-rl',
  'nemo-rl-geo3k',
  'torchforge',
  'gsm8k',
] as const;

type DialectName = (typeof NAMES)[number];

/**
 * Whether a response keeps to a format: `match` where it does, `miss` where not, in between for dialects of
 * parts (`nemo-rl`: ¼ a thought, ¾ an answer; `torchforge`: 0.2 an attempt). Reads the text alone. The holes
 * of the originals are closed: a tag that must stand once stands once, blocks are not empty, nothing trails
 * the answer. `exact: true` decides as the original does, for migration:
 *
 * | original | parameters, with `exact: true` |
 * |---|---|
 * | TRL `think_format_reward` | `dialect: 'trl-think'` |
 * | open-r1 `format`, `code_format` | `dialect: 'open-r1'`; `'open-r1-code'` with `language` |
 * | ms-swift `format` | `dialect: 'swift'` |
 * | ROLL `format_reward_fn` | `dialect: 'roll', match: 0, miss: −1` |
 * | EasyR1 `math`, `r1v` | `dialect: 'easyr1'` |
 * | NeMo-RL `format_reward`; `verl_geo3k_reward` | `dialect: 'nemo-rl'`; `'nemo-rl-geo3k'` |
 * | torchforge `ThinkingReward` | `dialect: 'torchforge'` |
 * | verl `gsm8k` | `dialect: 'gsm8k'`, newer versions `last: 300` |
 * | 1-shot RLVR, format only | `dialect: 'boxed'` |
 */
export const format: Signal = defineSignal({
  name: 'format',
  summary: 'whether the response keeps to a format, such as a thought and then an answer',
  source:
    'TRL, open-r1, ms-swift, ROLL, EasyR1, NeMo-RL, torchforge, verl; 1-shot RLVR, arXiv 2504.20571, C.2.3',
  parameters: {
    dialect: { kind: 'choice', default: 'trl-think', choices: NAMES, what: 'whose format' },
    exact: { kind: 'boolean', default: false, what: 'decide as the original, its holes included' },
    match: { kind: 'number', default: 1, min: -1e6, max: 1e6, what: 'score of a response in the format' },
    miss: { kind: 'number', default: 0, min: -1e6, max: 1e6, what: 'score of one that is not' },
    emptyThought: { kind: 'boolean', default: false, what: 'accept an empty thought' },
    language: { kind: 'text', default: 'python', what: 'open-r1-code: the name that opens the code fence' },
    last: {
      kind: 'number',
      default: 0,
      min: 0,
      max: 1e9,
      integer: true,
      what: 'gsm8k: look at so many last characters only, 0 for all',
    },
  },
  range: ({ match, miss }) => hull(match, miss),
  score: ({ text }, { dialect, match, miss, ...options }) =>
    between(miss, match, DIALECTS[dialect](text, options)),
});
