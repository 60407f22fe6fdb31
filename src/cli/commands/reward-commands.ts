import type { OptionSpec } from '../argv.js';
import { commonOptions } from '../options/common.js';
import { policyOptions } from '../options/policy.js';
import { scoreCommandOptions, scoreFieldOptions } from '../options/score.js';
import type { CommandSpec } from './index.js';

/** `touchstone score`. */
export const score: CommandSpec = {
  name: 'score',
  summary: 'what are rollouts paid by a reward?',
  usage: [
    'score --reward NAME|FILE ROLLOUTS… [--history STORE] [--jsonl]',
    'score --reward NAME - < ROLLOUTS',
  ],
  options: scoreCommandOptions,
  examples: [
    ['score --reward hapo rollouts.jsonl', 'a table: a line a step, the mean of every part'],
    [
      'score --reward hapo rollouts.jsonl --jsonl -o scored.jsonl',
      'every record back, with a `reward` object',
    ],
    ['score --reward my.yaml rollouts.jsonl --history run.db', 'remember from run to run'],
    ['score --reward dapo rollouts.jsonl --advantage dr-grpo --jsonl', 'with advantages'],
    ['score --reward trl:cosine --params max_len=4096 rollouts.jsonl', "a stack's own reward"],
  ],
  notes: [
    'A record has problem (an id), step, response, gold, and where known prompt, tokens, entropy, finish, correct.',
    'Records of one problem in one step are a group; steps are scored in order, each against what was known before it.',
  ],
  needsArguments: true,
  load: () => import('./score.js'),
};

/** What can stand after `touchstone reward`. */
export const rewardVerbs: readonly string[] = ['list', 'check', 'explain', 'show', 'schema'];

const rewardOptions: readonly OptionSpec[] = [
  {
    name: 'params',
    value: 'NAME=VALUE,…',
    help: 'parameters of a recipe, a preset or a signal',
    group: 'Reward',
  },
  {
    name: 'group-size',
    value: 'N',
    help: 'check: rollouts in every group',
    group: 'What is known of the run',
  },
  { name: 'steps', value: 'N', help: 'check: training steps', group: 'What is known of the run' },
  {
    name: 'provides',
    value: 'FACT,…',
    help: 'check: the facts that rollouts bring (default: all)',
    group: 'What is known of the run',
  },
  {
    name: 'fail-on',
    value: 'error|warning|none',
    choices: ['error', 'warning', 'none'],
    help: 'check: exit 1 on errors (default), on warnings too, or never',
    group: 'Exit status',
  },
  { name: 'limit', value: 'N', help: 'explain: groups that are shown (default 3)', group: 'Output' },
  { name: 'json', help: 'list, check: write JSON', group: 'Output' },
  {
    name: 'history',
    value: 'STORE',
    help: 'explain: what the reward remembers (default: of this run)',
    group: 'Rollouts to explain',
  },
  {
    name: 'allow-missing',
    help: 'explain: also records that lack a fact the reward reads',
    group: 'Rollouts to explain',
  },
  {
    name: 'jobs',
    value: 'N',
    help: 'explain: worker threads (default: the cores)',
    group: 'Rollouts to explain',
  },
  ...scoreFieldOptions,
  ...policyOptions,
  ...commonOptions,
];

/** `touchstone reward`. */
export const rewardCommand: CommandSpec = {
  name: 'reward',
  summary: 'what a reward is, and what can go wrong with it',
  usage: [
    'reward list',
    'reward check FILE|NAME…',
    'reward explain FILE|NAME [ROLLOUTS…]',
    'reward show FILE|NAME',
    'reward schema',
  ],
  options: rewardOptions,
  verbs: rewardVerbs,
  examples: [
    ['reward list', 'recipes, presets and signals by name'],
    ['reward check my.yaml --group-size 8', 'can a wrong answer out-earn a right one? exit 1 on errors'],
    ['reward explain hapo', 'formula, ranges, what it reads, every node'],
    ['reward explain hapo rollouts.jsonl --limit 1', 'how each rollout of a group came to its reward'],
    ['reward show hapo > my.yaml', 'a recipe as a file, to change'],
    ['reward schema > reward.schema.json', 'the JSON Schema of reward files, for an editor'],
  ],
  notes: [],
  needsArguments: true,
  load: () => import('./reward.js'),
};

/** What can stand after `touchstone history`. */
export const historyVerbs: readonly string[] = ['show', 'export', 'import'];

/** `touchstone history`. */
export const historyCommand: CommandSpec = {
  name: 'history',
  summary: 'what rewards remember, in a store on disk',
  usage: ['history show STORE', 'history export STORE [-o FILE]', 'history import STORE FILE'],
  options: [
    {
      name: 'before',
      value: 'STEP',
      help: 'show: only what was known when this step began',
      group: 'What to show',
    },
    { name: 'limit', value: 'N', help: 'show: problems the table lists (default 20)', group: 'What to show' },
    { name: 'json', help: 'write JSON', group: 'Output' },
    {
      name: 'output',
      short: 'o',
      value: 'FILE',
      help: 'write there instead of standard output',
      group: 'Output',
    },
    ...commonOptions,
  ],
  verbs: historyVerbs,
  examples: [
    ['history show run.db', 'problems, samples and what is remembered'],
    ['history export run.db -o run.json', 'all of it as JSON, the same bytes for the same history'],
    ['history import merged.db run.json', 'add it to a store; what is there already counts once'],
  ],
  notes: [],
  needsArguments: true,
  load: () => import('./history.js'),
};
