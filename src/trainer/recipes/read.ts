import { ConfigError, hint, shown } from '../../support/index.js';
import { trainRecipes } from './index.js';
import type { Recipe, RunSettings } from './recipe.js';
import { runShape } from './settings-shape.js';
import { list, object, optional, ROOT, refuse, type Shape, text } from './shapes.js';

/** The settings of one run; every field must be given unless there is a fallback. Throws {@link ConfigError} with a path. */
export const readRunValue = (value: unknown, fallback?: RunSettings): RunSettings =>
  runShape(value, ROOT, fallback);

/**
 * A recipe: the settings of one run, or `rows` of them. A run may name the built-in run it is `like`, whose fields stand in
 * for those not given; without it, those of one-shot-rlvr do.
 */
export function readRecipeValue(value: unknown): Recipe {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    refuse('a recipe', 'an object', value);
  if (Object.hasOwn(value, 'rows')) return uniqueRows(family(value, ROOT));
  const { about, rest } = withoutAbout(value);
  const run = likeRun(rest, ROOT);
  return { name: run.name, about, rows: [run] };
}

/** A run's settings with `like`. */
const likeRun: Shape<RunSettings> = (value, path) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(path, 'an object', value);
  const { like = 'one-shot-rlvr', ...own } = value as { readonly like?: unknown };
  return runShape(own, path, builtInRun(like, path === ROOT ? 'like' : `${path}.like`));
};

/** A run of the built-in recipes by its name. */
export function builtInRun(name: unknown, path: string): RunSettings {
  const runs = new Map([...trainRecipes.values()].flatMap(({ rows }) => rows).map((run) => [run.name, run]));
  const found = typeof name === 'string' ? runs.get(name) : undefined;
  if (found === undefined)
    throw new ConfigError(
      `${path} must name a built-in run; got ${shown(name)}${hint(String(name), [...runs.keys()])}`,
      path,
    );
  return found;
}

const family: Shape<Recipe> = object<Recipe>({
  name: text,
  about: (value, path) => optional(text)(value, path) ?? '',
  rows: list(likeRun, 1),
});

function uniqueRows(recipe: Recipe): Recipe {
  const names = new Set<string>();
  for (const [i, { name }] of recipe.rows.entries()) {
    if (names.has(name))
      throw new ConfigError(`rows[${i}].name: '${name}' is taken by another row`, `rows[${i}].name`);
    names.add(name);
  }
  return recipe;
}

function withoutAbout(value: object): { readonly about: string; readonly rest: object } {
  const { about, ...rest } = value as { readonly about?: unknown };
  return { about: optional(text)(about, 'about') ?? '', rest };
}
