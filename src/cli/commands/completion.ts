import { type Arguments, type OptionSpec, UsageError } from '../argv.js';
import { type ExitCode, exitCode } from '../exit.js';
import type { Terminal } from '../terminal.js';
import { commands } from './index.js';

/** Every spelling of an option that can be typed. */
const spellings = (options: readonly OptionSpec[]): readonly string[] =>
  options.flatMap(({ name, negatable }) => (negatable ? [`--${name}`, `--no-${name}`] : [`--${name}`]));

const names = commands.map(({ name }) => name);

function bash(): string {
  const cases = commands.map(
    ({ name, options, verbs = [] }) =>
      `    ${name}) words="${spellings(options).join(' ')}" verbs="${verbs.join(' ')}" ;;`,
  );
  const choices = choiceOptions().map(
    ({ name, choices: values }) =>
      `    --${name}) COMPREPLY=($(compgen -W "${values?.join(' ')}" -- "$current")); return ;;`,
  );
  return `_touchstone() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words="${names.join(' ')}" verbs=""
  case "\${COMP_WORDS[COMP_CWORD-1]}" in
${choices.join('\n')}
  esac
  if [ "$COMP_CWORD" -gt 1 ]; then case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac; fi
  if [ "$COMP_CWORD" -eq 2 ] && [ -n "$verbs" ] && [[ "$current" != -* ]]; then
    COMPREPLY=($(compgen -W "$verbs" -- "$current"))
  elif [ "$COMP_CWORD" -gt 1 ] && [[ "$current" != -* ]]; then COMPREPLY=($(compgen -f -- "$current"))
  else COMPREPLY=($(compgen -W "$words" -- "$current")); fi
}
complete -o filenames -F _touchstone touchstone
`;
}

/** Options with few values, once each. */
function choiceOptions(): readonly OptionSpec[] {
  const all = commands.flatMap(({ options }) => options.filter(({ choices }) => choices !== undefined));
  return all.filter((option, index) => all.findIndex(({ name }) => name === option.name) === index);
}

/** Text inside single quotes of zsh and fish. */
const quoted = (text: string): string => `'${text.replace(/'/g, "'\\''")}'`;

function zsh(): string {
  const line = ({ name, value, help, choices, negatable }: OptionSpec): readonly string[] => {
    const safe = help.replace(/[[\]:]/g, ' ');
    const argument =
      value === undefined ? '' : `:${name}:${choices === undefined ? '_files' : `(${choices.join(' ')})`}`;
    const positive = quoted(`--${name}[${safe}]${argument}`);
    return negatable ? [positive, quoted(`--no-${name}[not: ${safe}]`)] : [positive];
  };
  const cases = commands.map(
    ({ name, options, verbs }) =>
      `    ${name}) _arguments ${options.flatMap(line).join(' ')} ${verbs === undefined ? '' : `'2:verb:(${verbs.join(' ')})' `}'*:file:_files' ;;`,
  );
  const list = commands.map(({ name, summary }) => quoted(`${name}:${summary.replace(/:/g, ' ')}`));
  return `#compdef touchstone
_touchstone() {
  if (( CURRENT == 2 )); then
    local -a list; list=(${list.join(' ')})
    _describe command list
    return
  fi
  case "$words[2]" in
${cases.join('\n')}
  esac
}
compdef _touchstone touchstone
`;
}

function fish(): string {
  const lines = commands.map(
    ({ name, summary }) => `complete -c touchstone -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`,
  );
  for (const { name, options, verbs } of commands) {
    if (verbs !== undefined)
      lines.push(
        `complete -c touchstone -n '__fish_seen_subcommand_from ${name}' -a ${quoted(verbs.join(' '))}`,
      );
    for (const option of options) {
      const value =
        option.value === undefined
          ? ''
          : option.choices === undefined
            ? ' -r'
            : ` -x -a ${quoted(option.choices.join(' '))}`;
      const short = option.short === undefined ? '' : ` -s ${option.short}`;
      const head = `complete -c touchstone -n '__fish_seen_subcommand_from ${name}'`;
      lines.push(`${head} -l ${option.name}${short}${value} -d ${quoted(option.help)}`);
      if (option.negatable) lines.push(`${head} -l no-${option.name}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function pwsh(): string {
  const list = (words: readonly string[]): string => `@(${words.map((word) => `'${word}'`).join(', ')})`;
  const cases = commands.map(
    ({ name, options, verbs = [] }) =>
      `    '${name}' { $words = ${list([...verbs, ...spellings(options)])} }`,
  );
  return `Register-ArgumentCompleter -Native -CommandName touchstone -ScriptBlock {
  param($word, $ast, $position)
  $words = ${list(names)}
  if ($ast.CommandElements.Count -gt 1 -and $ast.CommandElements[1].Extent.EndOffset -lt $position) {
    switch ($ast.CommandElements[1].Value) {
${cases.join('\n')}
    }
  }
  $words | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`;
}

const SHELLS: ReadonlyMap<string, () => string> = new Map([
  ['bash', bash],
  ['zsh', zsh],
  ['fish', fish],
  ['pwsh', pwsh],
]);

/** `touchstone completion`: a script generated from the tables that the parser itself reads. */
export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [shell = ''] = args.positionals;
  const script = SHELLS.get(shell);
  if (script === undefined) {
    throw new UsageError(`completion needs a shell: ${[...SHELLS.keys()].join(', ')}; got '${shell}'`);
  }
  await terminal.out.write(script());
  return exitCode.done;
}
