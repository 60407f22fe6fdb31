#!/usr/bin/env node
import { visible } from '../report/index.js';
import { nearest, TouchstoneError } from '../support/index.js';
import { parseArguments, switchOption, textOption, UsageError } from './argv.js';
import { type CommandSpec, commands } from './commands/index.js';
import { type ExitCode, exitCode } from './exit.js';
import { OutputError, PipeClosed } from './sink.js';
import { processTerminal, type Terminal } from './terminal.js';

/** Streams: results on standard output; notes, progress and errors on standard error. Exit codes: exit.ts. */
async function main(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [first, ...rest] = words;
  if (first === undefined || first === '--help' || first === '-h') return programHelp(terminal);
  if (first === '--version' || first === '-V') {
    const { packageVersion } = await import('./version.js');
    await terminal.out.write(`${packageVersion()}\n`);
    return exitCode.done;
  }
  if (first === 'help')
    return rest[0] === undefined ? programHelp(terminal) : commandHelp(commandOf(rest[0]), terminal);
  const command = commandOf(first);
  const args = parseArguments(rest, command.options);
  if (switchOption(args, 'help')) return commandHelp(command, terminal, textOption(args, 'color'));
  if (command.needsArguments && rest.length === 0 && terminal.stdinIsTty) {
    await commandHelp(command, terminal);
    return exitCode.usage;
  }
  const { run } = await command.load();
  return run(args, terminal);
}

function commandOf(word: string): CommandSpec {
  const found = commands.find(({ name }) => name === word);
  if (found !== undefined) return found;
  const names = commands.map(({ name }) => name);
  if (word.startsWith('-'))
    throw new UsageError(`options come after a command: ${names.join(', ')}; see --help`);
  const near = nearest(word, names);
  const hint = near ?? (/\.\w+$/.test(word) ? `verify ${word}` : null);
  throw new UsageError(
    `unknown command '${word}'${hint === null ? '' : `; did you mean touchstone ${hint}?`} Commands: ${names.join(', ')}`,
  );
}

async function programHelp(terminal: Terminal): Promise<ExitCode> {
  const help = await import('./help.js');
  await terminal.out.write(help.programHelp(commands, terminal.width, terminal.colors(undefined).out));
  return exitCode.done;
}

async function commandHelp(command: CommandSpec, terminal: Terminal, color?: string): Promise<ExitCode> {
  const help = await import('./help.js');
  await terminal.out.write(help.commandHelp(command, terminal.width, terminal.colors(color).out));
  return exitCode.done;
}

/** What the system says where a disk, a quota or a limit takes no more. */
const NO_ROOM: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS']);

const isNoRoom = (error: unknown): boolean =>
  error instanceof Error && NO_ROOM.has((error as NodeJS.ErrnoException).code);

/** What to do about a failure, where its own message does not say it. */
function advice(error: unknown): string {
  if (error instanceof TouchstoneError) return '';
  return isNoRoom(error)
    ? ' (not written; what was finished before is kept: make room and go on)'
    : ' (a bug: please report it with this command line)';
}

/** The exit status of a failure, after saying what it was. */
function report(error: unknown, words: readonly string[], terminal: Terminal): ExitCode {
  if (error instanceof PipeClosed) return exitCode.done;
  const message = error instanceof Error ? error.message : String(error);
  terminal.err.note(`touchstone: ${visible(message)}${advice(error)}\n`);
  if (words.includes('--verbose') || process.env.DEBUG) {
    terminal.err.note(`${error instanceof Error ? (error.stack ?? '') : ''}\n`);
  }
  return isNoRoom(error) || error instanceof OutputError ? exitCode.output : exitCode.usage;
}

const terminal = processTerminal();
const words = process.argv.slice(2);
let status: ExitCode;
try {
  status = await main(words, terminal);
  await terminal.out.finish();
} catch (error) {
  status = report(error, words, terminal);
}
process.exitCode = status;
