import { printed, stackNamed, stacks } from '../../adapters/index.js';
import { type Arguments, switchOption, UsageError } from '../argv.js';
import { type ExitCode, exitCode } from '../exit.js';
import type { Terminal } from '../terminal.js';

/** `touchstone adapters list` and `touchstone adapters print STACK`. */
export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [verb, name, ...rest] = args.positionals;
  if (verb === 'list' && name === undefined) return list(args, terminal);
  if (verb === 'print' && name !== undefined && rest.length === 0) {
    const stack = stackNamed(name);
    await terminal.out.write(switchOption(args, 'json') ? `${JSON.stringify(stack)}\n` : printed(stack));
    return exitCode.done;
  }
  throw new UsageError("adapters takes 'list' or 'print STACK'; see touchstone adapters --help");
}

async function list(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  if (switchOption(args, 'json')) {
    await terminal.out.write(
      `${JSON.stringify(stacks.map(({ name, summary, file }) => ({ name, summary, file })))}\n`,
    );
    return exitCode.done;
  }
  const width = Math.max(...stacks.map(({ name }) => name.length));
  for (const { name, summary } of stacks) await terminal.out.write(`${name.padEnd(width)}  ${summary}\n`);
  return exitCode.done;
}
