import { ConfigError, nearest } from '../support/index.js';

/**
 * One option of a command. Options are data so that parsing, `--help`, `completion` and the nearest-match hint
 * all read the same table.
 */
export interface OptionSpec {
  /** Long name without dashes. */
  readonly name: string;
  /** One letter that may stand for it. */
  readonly short?: string;
  /** What its value is called in the help; absent: a switch. */
  readonly value?: string;
  /** The values allowed, where they are few. */
  readonly choices?: readonly string[];
  /** May be given several times. */
  readonly many?: true;
  /** A switch that also has a `--no-…` form. */
  readonly negatable?: boolean;
  readonly help: string;
  /** Heading under which the help lists it. */
  readonly group: string;
}

/** What the command line said: positionals in order, options by long name. */
export interface Arguments {
  readonly positionals: readonly string[];
  readonly options: ReadonlyMap<string, string | boolean>;
}

/** Wrong usage: exit status 2, and no stack trace. */
export class UsageError extends ConfigError {
  override readonly name: string = 'UsageError';
}

/**
 * Long options begin with two dashes and a letter; short ones are exactly a dash and a declared letter. Anything
 * else is a positional, so that `-5`, `-x^2` and `-\frac{1}{2}` are answers and not options.
 */
const LONG = /^--([a-zA-Z][\w-]*)(?:=([\s\S]*))?$/;

/** Reads the words of a command line against its option table. Throws {@link UsageError}. */
export function parseArguments(words: readonly string[], specs: readonly OptionSpec[]): Arguments {
  const positionals: string[] = [];
  const options = new Map<string, string | boolean>();
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as string;
    if (word === '--') {
      positionals.push(...words.slice(at + 1));
      break;
    }
    const found = findOption(word, specs);
    if (found === null) {
      positionals.push(word);
      continue;
    }
    const { spec, negated, inline } = found;
    if (options.has(spec.name) && spec.many !== true) throw new UsageError(`--${spec.name} is given twice`);
    if (spec.value === undefined) {
      if (inline !== undefined) throw new UsageError(`--${spec.name} takes no value`);
      options.set(spec.name, !negated);
      continue;
    }
    if (inline === undefined) at += 1;
    const value = inline ?? words[at];
    if (value === undefined)
      throw new UsageError(`--${spec.name} needs a value: --${spec.name} ${spec.value}`);
    const before = options.get(spec.name);
    const checked = checkChoice(spec, value);
    options.set(spec.name, typeof before === 'string' ? `${before}\n${checked}` : checked);
  }
  return { positionals, options };
}

interface Found {
  readonly spec: OptionSpec;
  readonly negated: boolean;
  readonly inline: string | undefined;
}

function findOption(word: string, specs: readonly OptionSpec[]): Found | null {
  const short = /^-[a-zA-Z]$/.test(word) ? specs.find((spec) => spec.short === word[1]) : undefined;
  if (short !== undefined) return { spec: short, negated: false, inline: undefined };
  const long = LONG.exec(word);
  if (long === null) return null;
  const [, name = '', inline] = long;
  const spec = specs.find((one) => one.name === name);
  if (spec !== undefined) return { spec, negated: false, inline };
  const negated = specs.find((one) => one.negatable === true && `no-${one.name}` === name);
  if (negated !== undefined) return { spec: negated, negated: true, inline };
  throw unknownOption(name, specs);
}

function checkChoice(spec: OptionSpec, value: string): string {
  if (spec.choices === undefined || spec.choices.includes(value)) return value;
  const near = nearest(value, spec.choices);
  const hint = near === null ? '' : ` (did you mean ${near}?)`;
  throw new UsageError(`--${spec.name} must be ${spec.choices.join(' or ')}; got '${value}'${hint}`);
}

function unknownOption(name: string, specs: readonly OptionSpec[]): UsageError {
  const names = specs.flatMap((spec) => (spec.negatable ? [spec.name, `no-${spec.name}`] : [spec.name]));
  const near = nearest(name, names);
  const hint = near === null ? 'see --help' : `did you mean --${near}?`;
  return new UsageError(
    `unknown option --${name}; ${hint} (write -- before an answer that begins with dashes)`,
  );
}

/** The text of an option, or undefined. */
export function textOption(args: Arguments, name: string): string | undefined {
  const value = args.options.get(name);
  return typeof value === 'string' ? value : undefined;
}

/** The texts of an option that may be given several times; a line break within one parts it as well. */
export const textOptions = (args: Arguments, name: string): readonly string[] =>
  textOption(args, name)
    ?.split('\n')
    .filter((text) => text !== '') ?? [];

/** True when a switch is on. */
export const switchOption = (args: Arguments, name: string): boolean => args.options.get(name) === true;

/** A number within bounds, or undefined. Throws {@link UsageError}. */
export function numberOption(
  args: Arguments,
  name: string,
  { min, max, whole }: { readonly min: number; readonly max: number; readonly whole: boolean },
): number | undefined {
  const text = textOption(args, name);
  if (text === undefined) return undefined;
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  if (value >= min && value <= max && (!whole || Number.isInteger(value))) return value;
  const kind = whole ? 'a whole number' : 'a number';
  throw new UsageError(`--${name} must be ${kind} from ${min} to ${max}; got '${text}'`);
}
