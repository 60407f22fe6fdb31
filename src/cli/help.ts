import { tableLines } from '../report/index.js';
import type { OptionSpec } from './argv.js';
import type { CommandSpec } from './commands/index.js';
import { exitMeanings } from './exit.js';
import type { Colors } from './terminal.js';

const NAME = 'touchstone';

/** How an option is written: `-o, --output FILE`, `--[no-]unit-optional`. */
export function optionSpelling({ name, short, value, negatable }: OptionSpec): string {
  const long = negatable ? `--[no-]${name}` : `--${name}`;
  return `${short === undefined ? '' : `-${short}, `}${long}${value === undefined ? '' : ` ${value}`}`;
}

/** Words wrapped to `width`, each line after the first indented. */
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) as string;
    if (line !== '' && line.length + word.length + 1 > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}

function optionLines(options: readonly OptionSpec[], width: number, colors: Colors): string[] {
  const lines: string[] = [];
  const column = 30;
  for (const group of new Set(options.map((option) => option.group))) {
    lines.push('', colors.bold(group));
    for (const option of options.filter((one) => one.group === group)) {
      const spelling = optionSpelling(option);
      const help = wrap(option.help, Math.max(24, width - column - 2));
      const first = spelling.length > column - 2 ? [`  ${colors.cyan(spelling)}`] : [];
      const lead = first.length > 0 ? ' '.repeat(column + 2) : `  ${colors.cyan(spelling.padEnd(column))}`;
      lines.push(...first, lead + (help[0] as string));
      lines.push(...help.slice(1).map((line) => ' '.repeat(column + 2) + line));
    }
  }
  return lines;
}

const exitLines = (width: number): readonly string[] =>
  tableLines(
    [{ title: '', align: 'right' }, { title: '' }],
    exitMeanings.map(([code, meaning]) => [String(code), meaning]),
    { width },
  );

/** The help of one command. */
export function commandHelp(command: CommandSpec, width: number, colors: Colors): string {
  const lines = [`${colors.bold(`${NAME} ${command.name}`)}: ${command.summary}`, ''];
  lines.push(...command.usage.map((usage) => `  ${NAME} ${usage}`));
  lines.push('', colors.bold('Examples'));
  for (const [line, what] of command.examples) lines.push(colors.dim(`  # ${what}`), `  ${NAME} ${line}`);
  if (command.notes.length > 0) lines.push('', ...command.notes.map((note) => `  ${note}`));
  lines.push(...optionLines(command.options, width, colors));
  lines.push('', colors.bold('Exit status'), ...exitLines(width));
  return `${lines.join('\n')}\n`;
}

/** The help of the whole program. */
export function programHelp(commands: readonly CommandSpec[], width: number, colors: Colors): string {
  const lines = [
    `${colors.bold(NAME)}: is a model's answer mathematically equal to the gold one?`,
    '',
    `  ${NAME} verify '<gold>' '<response>'`,
    `  ${NAME} verify FILE… [--jsonl|--json]`,
    '',
    colors.bold('Commands'),
    ...tableLines(
      [{ title: '', paint: colors.cyan }, { title: '' }],
      commands.map(({ name, summary }) => [name, summary]),
      { width },
    ),
    '',
    colors.bold('Try'),
  ];
  for (const command of commands) {
    const [line, what] = command.examples[0] as readonly [string, string];
    lines.push(colors.dim(`  # ${what}`), `  ${NAME} ${line}`);
  }
  lines.push('', `  ${NAME} COMMAND --help shows the options; ${NAME} --version the version.`);
  lines.push('', colors.bold('Exit status'), ...exitLines(width));
  return `${lines.join('\n')}\n`;
}
