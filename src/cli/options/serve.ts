import type { OptionSpec } from '../argv.js';
import { commonOptions } from './common.js';
import { policyOptions } from './policy.js';

const transport: readonly OptionSpec[] = [
  { name: 'stdio', help: 'requests on standard input, replies on standard output, one JSON object a line' },
  {
    name: 'host',
    value: 'ADDRESS',
    help: 'listen there (default 127.0.0.1); any other machine needs --token',
  },
  { name: 'port', value: 'N', help: 'listen there (default 0: a free port, printed)' },
  {
    name: 'token',
    value: 'TEXT',
    help: 'ask for this token (default: TOUCHSTONE_TOKEN); a command line can be seen by other users',
  },
  {
    name: 'allow-host',
    value: 'NAME,…',
    help: 'names a Host header may carry besides addresses and localhost',
  },
].map((spec) => ({ ...spec, group: 'Transport' }));

const rewards: readonly OptionSpec[] = [
  {
    name: 'reward',
    value: 'NAME|FILE,…',
    help: 'the reward given (default: correctness, 0 or 1); further ones are asked for by name',
  },
  { name: 'history', value: 'FILE', help: 'keep what rewards remember there (default: in memory)' },
  {
    name: 'tasks',
    value: 'FILE',
    help: 'problems and answers, JSON lines: also hand them out by the Open Reward Standard',
  },
].map((spec) => ({ ...spec, group: 'Reward' }));

const limits: readonly OptionSpec[] = [
  { name: 'jobs', value: 'N', help: 'worker threads (default: the cores); never changes a verdict' },
  {
    name: 'row-timeout',
    value: 'SECONDS',
    help: 'stop a worker that is at one response for so long (default 10)',
  },
  {
    name: 'deadline',
    value: 'SECONDS',
    help: 'answer a request with an error after so long (default 60; stdio 600)',
  },
  { name: 'max-body', value: 'MIB', help: 'largest request (default 64; stdio 256)' },
  { name: 'max-items', value: 'N', help: 'most responses in one request (default 16384; stdio 65536)' },
  { name: 'max-in-flight', value: 'N', help: 'requests worked on at once (default 8192; stdio 64)' },
  { name: 'grace', value: 'SECONDS', help: 'how long a stop waits for requests in flight (default 10)' },
].map((spec) => ({ ...spec, group: 'Limits' }));

/** Options of `touchstone serve`. */
export const serveOptions: readonly OptionSpec[] = [
  ...transport,
  ...rewards,
  ...limits,
  ...policyOptions,
  ...commonOptions,
];
