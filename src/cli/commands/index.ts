import type { Arguments, OptionSpec } from '../argv.js';
import type { ExitCode } from '../exit.js';
import { commonOptions } from '../options/common.js';
import { policyOptions } from '../options/policy.js';
import { serveOptions } from '../options/serve.js';
import { trainOptions } from '../options/train.js';
import { verifyOptions } from '../options/verify.js';
import type { Terminal } from '../terminal.js';
import { historyCommand, rewardCommand, score } from './reward-commands.js';

/** One command: what the help says about it, and the module that runs it, loaded only when it is asked for. */
export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  readonly usage: readonly string[];
  readonly options: readonly OptionSpec[];
  /** Words that may stand first after the command, such as `check`. */
  readonly verbs?: readonly string[];
  /** Command lines with what they do. */
  readonly examples: readonly (readonly [string, string])[];
  readonly notes: readonly string[];
  /** True when the command shows its help instead of waiting on a terminal. */
  readonly needsArguments: boolean;
  readonly load: () => Promise<{ readonly run: Run }>;
}

/** Runs a command and tells its exit status. */
export type Run = (args: Arguments, terminal: Terminal) => Promise<ExitCode>;

const verify: CommandSpec = {
  name: 'verify',
  summary: 'are the answers equal to the gold ones?',
  usage: ["verify '<gold>' '<response>'", 'verify FILE… [options]', 'verify - < FILE'],
  options: verifyOptions,
  examples: [
    ["verify '\\frac{1}{2}' 'so we get \\boxed{0.5}'", 'one pair; exit status 0 when equal'],
    ['verify samples.jsonl', 'a table: accuracy, kinds, rules, wrong answers'],
    ['verify outputs.jsonl.gz --jsonl -o graded.jsonl', 'every record back, with a `verify` object'],
    ['verify run.parquet --label solution --min-accuracy 0.6', 'exit status 1 below 60 %'],
    ['verify out.jsonl --gold test.jsonl --on id', 'golds from another file'],
    ["verify '1/3' '0.333' --policy lenient", 'graded as a person would'],
  ],
  notes: [
    'Reads .jsonl, .json, .csv, .tsv, .parquet, each also gzipped, and standard input.',
    'A record with several responses also gets avg@k, pass@k and maj@k.',
    'Write @FILE for an argument of a pair that is hard to quote.',
  ],
  needsArguments: true,
  load: () => import('./verify.js'),
};

const explain: CommandSpec = {
  name: 'explain',
  summary: 'how one verdict came about: extraction, parse trees, rule',
  usage: ["explain '<gold>' '<response>'"],
  options: [
    { name: 'problem', value: 'TEXT', help: 'the problem statement', group: 'Input' },
    {
      name: 'propose',
      help: 'also show roots, factors and a simplified difference that nerdamer proposes and the kernel confirms',
      group: 'Output',
    },
    { name: 'json', help: 'write one JSON object', group: 'Output' },
    ...policyOptions,
    ...commonOptions,
  ],
  examples: [
    ["explain 'x^2-1' '\\boxed{(x-1)(x+1)}'", 'shows both trees and the rule that decided'],
    ["explain 'x^2+1' '\\boxed{(x+1)^2}' --propose", 'also what the two differ by'],
  ],
  notes: ['Write @FILE for an argument that is hard to quote.'],
  needsArguments: true,
  load: () => import('./explain.js'),
};

const serve: CommandSpec = {
  name: 'serve',
  summary: 'rewards for other stacks, over HTTP or a pipe',
  usage: ['serve [options]', 'serve --stdio [options]'],
  options: serveOptions,
  examples: [
    ['serve --port 8700', 'one server for OpenRLHF, slime, LLaMA-Factory, NeMo-Gym and the Python client'],
    ['serve --port 8700 --reward hapo --history run.db', 'a reward with a history shared by all ranks'],
    ['serve --host 0.0.0.0 --port 8700', 'for other machines; the token is read from TOUCHSTONE_TOKEN'],
    ['serve --stdio --reward my-reward.yaml', 'what the Python client starts'],
  ],
  notes: [
    'Paths: POST /v1/score /get_reward (OpenRLHF) /slime /llamafactory /verify and /seed_session (NeMo-Gym);',
    'GET /healthz /metrics /openapi.json.',
  ],
  needsArguments: false,
  load: () => import('./serve.js'),
};

const train: CommandSpec = {
  name: 'train',
  summary: 'reproduce a paper at small scale, or try a reward',
  usage: ['train NAME [options]', 'train FILE.yaml [options]', 'train --resume DIR'],
  options: trainOptions,
  examples: [
    ['train one-shot-rlvr', 'GRPO on one example, from the shipped base'],
    ['train mine.yaml --set loss.kl=0', 'settings of your own, one of them changed'],
    ['train hapo --seed 2 --out runs/hapo-2', 'another seed, another folder'],
    ['train --resume runs/hapo-2', 'go on after an interruption'],
  ],
  notes: [
    'Recipes: pretrain-toy, one-shot-rlvr, one-shot-ppo, entropy-only, entropy-reward, format-only, random-reward, sixteen-examples, full-set, post-saturation, ablations, prompts, hapo, hapo-arms, hapo-mixed, select, greso.',
    'Needs onnxruntime-node: npm install onnxruntime-node.',
  ],
  needsArguments: true,
  load: () => import('./train.js'),
};

const adapters: CommandSpec = {
  name: 'adapters',
  summary: 'the file that plugs rewards into a training stack',
  usage: ['adapters list', 'adapters print STACK > FILE'],
  options: [{ name: 'json', help: 'write JSON', group: 'Output' }, ...commonOptions],
  examples: [
    ['adapters list', 'every stack there is a file for'],
    ['adapters print verl > touchstone_reward.py', 'the file, with the steps of its set-up above it'],
  ],
  notes: [],
  needsArguments: true,
  load: () => import('./adapters.js'),
};

const detectCommand: CommandSpec = {
  name: 'detect',
  summary: 'what would be read from a file: format, tool, fields',
  usage: ['detect FILE…'],
  options: [{ name: 'json', help: 'write one JSON object a line', group: 'Output' }, ...commonOptions],
  examples: [['detect samples_math_2026.jsonl', 'prints the fields and the first record']],
  notes: [],
  needsArguments: true,
  load: () => import('./detect.js'),
};

const doctor: CommandSpec = {
  name: 'doctor',
  summary: 'does this installation work?',
  usage: ['doctor'],
  options: [{ name: 'json', help: 'write one JSON object', group: 'Output' }, ...commonOptions],
  examples: [['doctor', 'Node, cores, packages, a few verdicts, the worker pool']],
  notes: [],
  needsArguments: false,
  load: () => import('./doctor.js'),
};

const completion: CommandSpec = {
  name: 'completion',
  summary: 'a completion script for your shell',
  usage: ['completion bash|zsh|fish|pwsh'],
  options: [...commonOptions],
  examples: [
    ['completion bash >> ~/.bashrc', 'bash'],
    ['completion zsh > ~/.zfunc/_touchstone', 'zsh'],
    ['completion fish > ~/.config/fish/completions/touchstone.fish', 'fish'],
    ['completion pwsh >> $PROFILE', 'PowerShell'],
  ],
  notes: [],
  needsArguments: true,
  load: () => import('./completion.js'),
};

/** All commands, in the order of the help. */
export const commands: readonly CommandSpec[] = [
  verify,
  explain,
  score,
  rewardCommand,
  historyCommand,
  serve,
  adapters,
  train,
  detectCommand,
  doctor,
  completion,
];
