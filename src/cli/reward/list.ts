import { type Column, tableLines } from '../../report/index.js';
import { presets, recipes, standardSignals } from '../../rewards/index.js';
import { type Arguments, switchOption, textOption } from '../argv.js';
import { type ExitCode, exitCode } from '../exit.js';
import type { Terminal } from '../terminal.js';

interface Listed {
  readonly name: string;
  readonly summary: string;
  readonly source: string;
  readonly parameters: readonly string[];
}

const listed = (
  entries: Iterable<Omit<Listed, 'parameters'> & { readonly parameters: object }>,
): readonly Listed[] =>
  [...entries].map(({ name, summary, source, parameters }) => ({
    name,
    summary,
    source,
    parameters: Object.keys(parameters),
  }));

/** `touchstone reward list`: what can stand after `--reward`, and the signals of which a file is made. */
export async function list(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const all = {
    recipes: listed(recipes),
    presets: listed(presets),
    signals: listed(standardSignals.values()),
  };
  if (switchOption(args, 'json')) {
    await terminal.out.write(`${JSON.stringify({ schema_version: 1, ...all })}\n`);
    return exitCode.done;
  }
  const colors = terminal.colors(textOption(args, 'color')).out;
  const columns: readonly Column[] = [{ title: '', paint: colors.cyan }, { title: '' }];
  const section = (title: string, entries: readonly Listed[]): readonly string[] => [
    '',
    `  ${colors.bold(title)}`,
    ...tableLines(
      columns,
      entries.map(({ name, summary }) => [name, summary]),
      { width: terminal.width },
    ),
  ];
  const lines = [
    ...section('recipes: the rewards of papers', all.recipes),
    ...section("presets: the rewards of training stacks, with the stacks' arithmetic", all.presets),
    ...section('signals: what a reward file is made of', all.signals),
  ];
  await terminal.out.write(`${lines.join('\n')}\n\n`);
  return exitCode.done;
}
