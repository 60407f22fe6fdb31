import type { OptionSpec } from '../argv.js';
import { commonOptions } from './common.js';
import { policyOptions } from './policy.js';

const fields: readonly OptionSpec[] = [
  { name: 'response', value: 'FIELD', help: "the model's response, as in resps[0][0] or outputs[].text" },
  { name: 'label', value: 'FIELD', help: 'the gold answer' },
  { name: 'problem', value: 'FIELD', help: 'the problem statement; none: leave it out' },
  { name: 'id', value: 'FIELD', help: 'what names a record in messages' },
  { name: 'gold', value: 'FILE', help: 'take the golds from another file (with --on)' },
  { name: 'on', value: 'FIELD', help: 'the field that joins the records with those of --gold' },
].map((spec) => ({ ...spec, group: 'Fields (found by themselves in known formats)' }));

const choice: readonly OptionSpec[] = [
  { name: 'pair', help: 'read the two arguments as gold and response, even when files have these names' },
  { name: 'stdin-pair', help: 'read {"gold": …, "response": …} from standard input' },
  { name: 'limit', value: 'N', help: 'verify only the first N records of each file' },
  { name: 'shard', value: 'I/N', help: 'verify only the I-th of N interleaved parts (1/4, 2/4, …)' },
  { name: 'jobs', value: 'N', help: 'worker threads (default: the cores); never changes a verdict' },
  {
    name: 'row-timeout',
    value: 'SECONDS',
    help: 'stop a worker that is at one record for so long (default 10)',
  },
].map((spec) => ({ ...spec, group: 'What to verify' }));

const output: readonly OptionSpec[] = [
  { name: 'jsonl', help: 'write each record back with a `verify` object, one a line' },
  { name: 'json', help: 'write one JSON object: the summary' },
  { name: 'output', short: 'o', value: 'FILE', help: 'write there instead of standard output' },
  { name: 'resume', help: 'with --jsonl -o FILE: go on where a stopped run left off' },
  {
    name: 'only',
    value: 'wrong|correct|error',
    choices: ['wrong', 'correct', 'error'],
    help: 'with --jsonl: write only these records (error: nothing decided)',
  },
  { name: 'rejects', value: 'FILE', help: 'write unreadable records there: file, line, byte, reason' },
  { name: 'k', value: 'K,…', help: 'the k of pass@k (default: 1, 2, 4, … up to the number of responses)' },
  { name: 'examples', value: 'N', help: 'wrong answers the table shows (default 5)' },
  { name: 'quiet', short: 'q', help: 'no notes and no progress on standard error' },
  { name: 'progress', negatable: true, help: 'progress on a terminal (default: yes)' },
].map((spec) => ({ ...spec, group: 'Output' }));

const thresholds: readonly OptionSpec[] = [
  { name: 'min-accuracy', value: 'X', help: 'exit 1 when the accuracy (0 to 1) is below X' },
  {
    name: 'fail-on',
    value: 'wrong|error|none',
    choices: ['wrong', 'error', 'none'],
    help: 'exit 1 when any record is wrong, or undecided',
  },
].map((spec) => ({ ...spec, group: 'Exit status' }));

/** The options of `touchstone verify`. */
export const verifyOptions: readonly OptionSpec[] = [
  ...fields,
  ...choice,
  ...output,
  ...thresholds,
  ...policyOptions,
  ...commonOptions,
];
