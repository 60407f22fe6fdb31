import { existsSync, readFileSync } from 'node:fs';
import { diskStore, exportHistory, importHistory } from '../../rewards/history/index.js';
import { InputError, nearest } from '../../support/index.js';
import { type Arguments, switchOption, textOption, UsageError } from '../argv.js';
import { type ExitCode, exitCode } from '../exit.js';
import { showHistory } from '../history/show.js';
import { existingStore } from '../history-source.js';
import { openSource } from '../input/index.js';
import { FileSink } from '../sink.js';
import type { Terminal } from '../terminal.js';
import { historyVerbs } from './reward-commands.js';

async function exported(path: string, args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const store = await existingStore(path);
  try {
    const output = textOption(args, 'output');
    const sink = output === undefined ? terminal.out : await FileSink.open(output);
    await sink.write(await exportHistory(store));
    await sink.finish();
    return exitCode.done;
  } finally {
    await store.close();
  }
}

async function imported(path: string, file: string, args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const text = await textOf(file);
  const store = await diskStore(path);
  try {
    const result = await importHistory(store, text).catch((error: unknown) => {
      if (!(error instanceof InputError)) throw error;
      throw new InputError(`${file}: ${error.message}`, { cause: error });
    });
    const { added, known, differing } = result;
    const words = `${added} samples added, ${known} known before${differing > 0 ? `, ${differing} of them with something else: kept as they were` : ''}`;
    await terminal.out.write(
      switchOption(args, 'json') ? `${JSON.stringify({ schema_version: 1, ...result })}\n` : `${words}\n`,
    );
    return exitCode.done;
  } finally {
    await store.close();
  }
}

async function textOf(file: string): Promise<string> {
  if (file !== '-' && existsSync(file)) return readFileSync(file, 'utf8');
  const parts: Buffer[] = [];
  for await (const part of (await openSource(file)).chunks) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

async function shown(path: string, args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const store = await existingStore(path);
  try {
    await showHistory(store, path, args, terminal);
    return exitCode.done;
  } finally {
    await store.close();
  }
}

/** `touchstone history show|export|import`. */
export function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [verb = '', store, file, ...more] = args.positionals;
  if (!historyVerbs.includes(verb)) {
    const near = nearest(verb, historyVerbs);
    throw new UsageError(
      `history needs one of ${historyVerbs.join(', ')}; got '${verb}'${near === null ? '' : ` (did you mean ${near}?)`}`,
    );
  }
  const fits = store !== undefined && more.length === 0 && (verb === 'import') === (file !== undefined);
  if (!fits)
    throw new UsageError(`history ${verb} needs ${verb === 'import' ? 'a STORE and a FILE' : 'a STORE'}`);
  if (verb === 'import') return imported(store, file ?? '-', args, terminal);
  return verb === 'export' ? exported(store, args, terminal) : shown(store, args, terminal);
}
