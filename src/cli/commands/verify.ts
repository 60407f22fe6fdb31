import { lstat } from 'node:fs/promises';
import { type Arguments, switchOption, UsageError } from '../argv.js';
import type { ExitCode } from '../exit.js';
import type { Terminal } from '../terminal.js';

/** True when a path names something on disk, or standard input. */
async function exists(path: string): Promise<boolean> {
  if (path === '-') return true;
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/**
 * A pair or a batch: every positional names a file, a batch; exactly two that name none, a pair; a mix is refused,
 * because a misspelled file name must not become an answer.
 */
async function isPair(args: Arguments): Promise<boolean> {
  const { positionals } = args;
  if (switchOption(args, 'stdin-pair')) return true;
  if (switchOption(args, 'pair')) {
    if (positionals.length === 2) return true;
    throw new UsageError(`--pair needs exactly a gold and a response; got ${positionals.length} arguments`);
  }
  const found = await Promise.all(positionals.map(exists));
  if (found.every(Boolean)) return false;
  if (positionals.length === 2 && !found.some(Boolean)) return true;
  throw notAPair(positionals, found);
}

function notAPair(positionals: readonly string[], found: readonly boolean[]): UsageError {
  const missing = positionals.filter((_, index) => !found[index]).map((name) => `'${name.slice(0, 80)}'`);
  if (positionals.length === 2) {
    const present = positionals.find((_, index) => found[index]);
    return new UsageError(
      `'${present}' is a file, ${missing.join()} is not: name only files, or add --pair to compare the two as texts`,
    );
  }
  return new UsageError(
    `no such file: ${missing.join(', ')} (a pair takes exactly two arguments: gold and response)`,
  );
}

/** A pair of misspelled file names is judged as texts, as any pair; it is only said. */
function noteFileNames({ positionals }: Arguments, terminal: Terminal): void {
  if (positionals.length !== 2 || !positionals.every((text) => /\.(jsonl?|csv|tsv|parquet|gz)$/i.test(text)))
    return;
  terminal.err.note('touchstone: neither argument names a file, so the two are compared as texts\n');
}

/** `touchstone verify`. */
export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  if (await isPair(args)) {
    noteFileNames(args, terminal);
    const { runPair } = await import('../pair.js');
    return runPair(args, terminal);
  }
  const [{ batchOptions }, { runBatch }] = await Promise.all([
    import('../batch/options.js'),
    import('../batch/run.js'),
  ]);
  const files = args.positionals.length === 0 ? ['-'] : args.positionals;
  return runBatch(batchOptions(args, files), terminal);
}
