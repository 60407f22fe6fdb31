import { cut, visible } from '../report/index.js';
import { type VerifyResult, verify } from '../verifiers/index.js';
import { type Arguments, switchOption, textOption, UsageError } from './argv.js';
import { type ExitCode, exitCode } from './exit.js';
import { policyFrom } from './options/policy.js';
import { type Pair, pairFrom } from './pair-input.js';
import { verifyRecord } from './record.js';
import { FileSink } from './sink.js';
import type { Colors, Terminal } from './terminal.js';

/** Options that only make sense for files; a pair refuses them instead of ignoring them. */
const BATCH_ONLY = [
  'response',
  'label',
  'id',
  'gold',
  'on',
  'limit',
  'shard',
  'resume',
  'only',
  'rejects',
  'k',
  'min-accuracy',
];

function checkOptions(args: Arguments): void {
  const stray = BATCH_ONLY.find((name) => args.options.has(name));
  if (stray !== undefined) throw new UsageError(`--${stray} is for files, not for a pair`);
}

/** The exit status of one verdict: as `diff`, the status tells the truth. */
export function statusOf({ correct, verdict }: VerifyResult): ExitCode {
  if (correct === null) return exitCode.usage;
  if (correct) return exitCode.done;
  return verdict.kind === 'undecided' ? exitCode.partial : exitCode.missed;
}

const WORD_WIDTH = 400;

/** `correct: …`, `incorrect: …`, `undecided: …` or `unusable gold: …`, then what was compared. */
function pairText({ gold }: Pair, result: VerifyResult, colors: Colors): string {
  const { correct, verdict, extracted, steps, certainty } = result;
  const why = cut(visible(result.reason), WORD_WIDTH);
  const word =
    correct === null
      ? colors.yellow('unusable gold')
      : correct
        ? colors.green('correct')
        : verdict.kind === 'undecided'
          ? colors.yellow('undecided')
          : colors.red('incorrect');
  const golds = typeof gold === 'string' ? gold : gold.join(' | ');
  const lines = [`${colors.bold(word)}: ${why}`];
  lines.push(colors.dim(`  gold    ${cut(visible(golds.trim()), 120)}`));
  lines.push(
    colors.dim(`  answer  ${extracted === null ? '(none found)' : cut(visible(extracted.text), 120)}`),
  );
  lines.push(colors.dim(`  ${certainty === null ? '' : `${certainty}, `}${steps} steps`));
  return `${lines.join('\n')}\n`;
}

/** Verifies one pair; the exit status tells the verdict. */
export async function runPair(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  checkOptions(args);
  const pair = await pairFrom(args);
  const problem = pair.problem ?? textOption(args, 'problem');
  const policy = policyFrom(args);
  const start = performance.now();
  const result = verify(pair.gold, pair.response, problem === undefined ? { policy } : { policy, problem });
  const record = verifyRecord({ ...result, ms: performance.now() - start });
  const { gold, response } = pair;
  const text = switchOption(args, 'jsonl')
    ? `${JSON.stringify({ gold, response, verify: record })}\n`
    : switchOption(args, 'json')
      ? `${JSON.stringify({ schema_version: 1, gold, response, verify: record })}\n`
      : pairText(pair, result, terminal.colors(textOption(args, 'color')).out);
  const output = textOption(args, 'output');
  const sink = output === undefined ? terminal.out : await FileSink.open(output);
  if (!switchOption(args, 'quiet') || output !== undefined) await sink.write(text);
  await sink.finish();
  return statusOf(result);
}
