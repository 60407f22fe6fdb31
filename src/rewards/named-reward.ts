import { ConfigError, type Json } from '../support/index.js';
import { reward } from './build.js';
import type { ParameterTable, Values } from './define.js';
import { hint, shown } from './read/fields.js';
import { completeParams } from './registry.js';
import type { Params } from './signal.js';
import type { Reward, Term } from './term.js';

/** A reward known by name, with parameters: what a recipe or the preset of a stack is. */
export interface NamedReward {
  readonly name: string;
  /** One sentence for people. */
  readonly summary: string;
  /** Where the formula stands: a paper and its section, or a file of a stack. */
  readonly source: string;
  readonly parameters: ParameterTable;
  /** What a missing value at the root is worth. */
  readonly undecided: Reward['undecided'];
  /** The term for checked parameters; may throw {@link ConfigError} for a combination that makes no sense. */
  readonly build: (params: Params) => Term;
}

/** A named reward as it is written down: `build` sees its parameters by their types. */
export interface Recipe<T extends ParameterTable> extends Omit<NamedReward, 'parameters' | 'build'> {
  readonly parameters: T;
  readonly build: (values: Values<T>) => Term;
}

/** Parameters are checked against the table before `build` is called: what the table promises, they hold. */
export const defineReward = <const T extends ParameterTable>(about: Recipe<T>): NamedReward => ({
  ...about,
  build: (params) => about.build(params as Params & Values<T>),
});

/** Parameters as a caller writes them: `maxLen` stands for `max_len`. */
export type GivenParams = Readonly<Record<string, Json>>;

/**
 * The reward of a name. Throws {@link ConfigError} naming near names for an unknown one, and for parameters that
 * do not fit.
 */
export function rewardNamed(
  what: string,
  entries: ReadonlyMap<string, NamedReward>,
  name: string,
  given: GivenParams,
): Reward {
  const entry = entries.get(name);
  if (entry === undefined) throw unknownName(what, name, [...entries.keys()]);
  const params = completeParams(entry, spelledAs(entry.parameters, given), name);
  return reward(name, entry.build(params), entry.undecided);
}

/** Entries by name; a name that stands twice is a mistake in the table. */
export function byName<T extends NamedReward>(entries: readonly T[]): ReadonlyMap<string, T> {
  const map = new Map(entries.map((entry) => [entry.name, entry]));
  if (map.size !== entries.length) throw new ConfigError('two rewards have the same name');
  return map;
}

function unknownName(what: string, name: string, names: readonly string[]): ConfigError {
  const stack = `${String(name).split(':')[0]}:`;
  const siblings = names.filter((other) => other.startsWith(stack));
  const list = siblings.length > 0 ? siblings : names;
  return new ConfigError(
    `no ${what} is named ${shown(name)}${hint(String(name), names)}; there are: ${list.join(', ')}`,
    'name',
  );
}

/** Stacks write max_len, JavaScript maxLen: a key is read in either spelling. */
function spelledAs(parameters: NamedReward['parameters'], given: GivenParams): GivenParams {
  const spelling = (key: string): string => {
    const snake = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    return !Object.hasOwn(parameters, key) && Object.hasOwn(parameters, snake) ? snake : key;
  };
  const entries = Object.entries(given).map(([key, value]) => [spelling(key), value] as const);
  return Object.fromEntries(entries);
}
