import type { OptionSpec } from '../argv.js';
import { factSpecs } from '../score/facts.js';
import { commonOptions } from './common.js';
import { policyOptions } from './policy.js';

const FIELDS = 'Fields (found by themselves under their usual names)';

/** Options that name a field of the records, such as `--tokens usage.completion_tokens`. */
export const scoreFieldOptions: readonly OptionSpec[] = [
  { name: 'response', value: 'FIELD', help: "the model's response", group: FIELDS },
  { name: 'label', value: 'FIELD', help: 'the gold answer', group: FIELDS },
  { name: 'prompt', value: 'FIELD', help: 'the problem statement; none: leave it out', group: FIELDS },
  {
    name: 'problem',
    value: 'FIELD',
    help: 'names the problem: records with the same one in one step are a group (default: problem, …, or the prompt)',
    group: FIELDS,
  },
  { name: 'step', value: 'FIELD', help: 'the training step, a whole number', group: FIELDS },
  {
    name: 'sample',
    value: 'FIELD',
    help: 'names the sample within its group, so that one delivered twice teaches once',
    group: FIELDS,
  },
  ...factSpecs.map(({ option, help }): OptionSpec => ({ name: option, value: 'FIELD', help, group: FIELDS })),
];

const what: readonly OptionSpec[] = [
  {
    name: 'reward',
    value: 'NAME|FILE',
    help: 'a recipe (hapo), a preset (trl:cosine), or a file of YAML or JSON',
  },
  { name: 'params', value: 'NAME=VALUE,…', help: 'parameters of a recipe, a preset or a signal' },
  {
    name: 'history',
    value: 'STORE',
    help: 'keep what the reward remembers in this file, made where none is (default: for this run only)',
  },
  {
    name: 'advantage',
    value: 'NAME',
    choices: ['grpo', 'dr-grpo', 'rloo', 'reinforce++', 'reinforce++-baseline', 'gdpo'],
    help: 'also estimate advantages; reinforce++ normalises over a step, gdpo each part of the sum',
  },
  { name: 'epsilon', value: 'X', help: "added to the spread of --advantage (default: the estimator's own)" },
  {
    name: 'allow-missing',
    help: "score records that lack a fact by the reward's policy for missing values, instead of refusing",
  },
  { name: 'jobs', value: 'N', help: 'worker threads (default: the cores); never changes a verdict' },
  {
    name: 'row-timeout',
    value: 'SECONDS',
    help: 'stop a worker that is at one record for so long (default 10)',
  },
].map((spec) => ({ ...spec, group: 'What to score' }));

const output: readonly OptionSpec[] = [
  { name: 'jsonl', help: 'write each record back, in input order, with a `reward` object' },
  { name: 'json', help: 'write one JSON object: the summary, by step' },
  { name: 'output', short: 'o', value: 'FILE', help: 'write there instead of standard output' },
  { name: 'rejects', value: 'FILE', help: 'write unreadable records there: file, line, byte, reason' },
  { name: 'quiet', short: 'q', help: 'no notes and no progress on standard error' },
  { name: 'progress', negatable: true, help: 'progress on a terminal (default: yes)' },
].map((spec) => ({ ...spec, group: 'Output' }));

/** The options of `touchstone score`. */
export const scoreCommandOptions: readonly OptionSpec[] = [
  ...what,
  ...scoreFieldOptions,
  ...output,
  ...policyOptions,
  ...commonOptions,
];
