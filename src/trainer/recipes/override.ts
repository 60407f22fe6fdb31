import { ConfigError, shown } from '../../support/index.js';
import { readRunValue } from './read.js';
import type { Recipe, RunSettings } from './recipe.js';

/** A value to be put at a path of a run's settings, such as `loss.kl` or `base.phases[0].steps`. */
export interface Override {
  readonly path: string;
  readonly value: unknown;
}

/** A recipe with values put in place in each of its rows, read anew. Throws {@link ConfigError} with the path of a fault. */
export const overridden = (recipe: Recipe, overrides: readonly Override[]): Recipe => ({
  ...recipe,
  rows: recipe.rows.map((row) => overrides.reduce(withValue, row)),
});

function withValue(settings: RunSettings, { path, value }: Override): RunSettings {
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
  if (keys.length === 0) throw new ConfigError('a path such as loss.kl is needed', path);
  return readRunValue(replaced(settings, keys, value, ''), settings);
}

function replaced(whole: unknown, keys: readonly string[], value: unknown, at: string): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  if (Array.isArray(whole)) {
    const index = Number(key);
    if (!Number.isInteger(index) || index < 0 || index >= whole.length)
      throw new ConfigError(`${at} is a list of ${whole.length}; it has no place ${shown(key)}`, at);
    return whole.map((each, i) => (i === index ? replaced(each, rest, value, `${at}[${i}]`) : each));
  }
  if (typeof whole !== 'object' || whole === null)
    throw new ConfigError(`${at} is ${shown(whole)} and has no field ${shown(key)}`, at);
  const fields = whole as Readonly<Record<string, unknown>>;
  const inner = Object.hasOwn(fields, key) ? fields[key] : undefined;
  return {
    ...fields,
    [key]: replaced(rest.length > 0 ? (inner ?? {}) : inner, rest, value, at === '' ? key : `${at}.${key}`),
  };
}
