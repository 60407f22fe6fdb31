import { cut, cutStart, visible } from '../../report/index.js';
import { TouchstoneError } from '../../support/index.js';
import { type Arguments, switchOption, textOption, UsageError } from '../argv.js';
import { type OpenFile, openFile, UnitReader } from '../batch/read.js';
import type { Unit } from '../batch/types.js';
import { type ExitCode, exitCode } from '../exit.js';
import type { Colors, Terminal } from '../terminal.js';

/** The first record of a file as it would be judged; null when it has none. */
async function firstUnit(open: OpenFile): Promise<Unit | null> {
  if (open.fields === null) return null;
  const reader = new UnitReader(0, open.fields, null, null);
  for await (const items of open.items) {
    for (const item of items) if (item.kind === 'row') return reader.read(item);
  }
  return null;
}

const goldText = ({ job }: Unit): string => (typeof job.gold === 'string' ? job.gold : job.gold.join(' | '));

function describe(open: OpenFile, unit: Unit | null, width: number, colors: Colors): string {
  const { file, format, fields } = open;
  const lines = [colors.bold(visible(file)), `  format    ${format}`];
  if (fields === null || unit === null) return `${[...lines, '  records   none'].join('\n')}\n`;
  const room = Math.max(20, width - 44);
  const row = (role: string, path: string | null, value: string): string =>
    `  ${role.padEnd(9)} ${colors.cyan(cut(path ?? '-', 30).padEnd(30))}  ${colors.dim(value)}`;
  const { responses, problem } = unit.job;
  lines.push(`  written by ${fields.shape}`, '');
  const count = responses.length > 1 ? `${responses.length} responses, the first ends: ` : '';
  lines.push(
    row(
      'response',
      fields.response,
      count + cutStart(visible((responses[0] ?? '').trim()), room - count.length),
    ),
  );
  lines.push(row('label', fields.label, cutStart(visible(goldText(unit).trim()), room)));
  lines.push(row('problem', fields.problem, cut(visible((problem ?? '').trim()), room)));
  lines.push(row('id', fields.id, cut(visible(unit.id ?? ''), room)));
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** `touchstone detect`: what `verify` would read, without judging anything. */
export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  if (args.positionals.length === 0) throw new UsageError('detect needs a file: touchstone detect FILE…');
  const colors = terminal.colors(textOption(args, 'color')).out;
  let status: ExitCode = exitCode.done;
  for (const path of args.positionals) {
    try {
      const open = await openFile(path, {});
      const unit = await firstUnit(open);
      const { file, format, fields } = open;
      const text = switchOption(args, 'json')
        ? `${JSON.stringify({ schema_version: 1, file, format, fields, first: unit?.job ?? null })}\n`
        : describe(open, unit, terminal.width, colors);
      await terminal.out.write(text);
    } catch (error) {
      if (!(error instanceof TouchstoneError)) throw error;
      terminal.err.note(`touchstone: ${visible(error.message)}\n`);
      status = exitCode.usage;
    }
  }
  return status;
}
