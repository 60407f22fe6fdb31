import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../../support/index.js';
import type { Engine } from '../engine/engine.js';
import type { Recipe } from '../recipes/recipe.js';
import { formatRecipe, readRecipe } from '../recipes/yaml.js';
import { writeWhole } from './files.js';
import type { Summary } from './summary.js';
import { begunSettings, type TrainPlaces, type TrainWatcher, train } from './train.js';

/** What a folder of several runs says of them. */
const RECIPE = 'recipe.yaml';

/**
 * Carries out a recipe: its one run in `out`, or each of its rows in a folder of its own there, one after the other. With
 * `resume`, rows that are finished are not done again and one that was begun goes on.
 */
export async function trainRecipe(
  engine: Engine,
  recipe: Recipe,
  places: TrainPlaces,
  watcher: (row: string) => TrainWatcher = () => ({}),
): Promise<readonly Summary[]> {
  const [first, second] = recipe.rows;
  if (first !== undefined && second === undefined)
    return [await train(engine, first, places, watcher(first.name))];
  await begin(recipe, places);
  const summaries: Summary[] = [];
  for (const row of recipe.rows) {
    const out = join(places.out, row.name);
    const done = await finished(out);
    const resume = existsSync(join(out, 'config.yaml'));
    summaries.push(done ?? (await train(engine, row, { ...places, out, resume }, watcher(row.name))));
  }
  return summaries;
}

/** The recipe that was begun in a folder. Throws {@link InputError} where there is none. */
export async function begunRecipe(out: string): Promise<Recipe> {
  const path = join(out, RECIPE);
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text !== null) return readRecipe(text, path);
  const settings = await begunSettings(out);
  return { name: settings.name, about: '', rows: [settings] };
}

async function begin(recipe: Recipe, { out, resume }: TrainPlaces): Promise<void> {
  const path = join(out, RECIPE);
  if (!resume && (existsSync(path) || existsSync(join(out, 'config.yaml'))))
    throw new InputError(
      `${out} holds runs already: go on with them by --resume ${out}, or use another --out`,
    );
  await mkdir(out, { recursive: true });
  await writeWhole(path, await formatRecipe(recipe));
}

/** The summary of a run that is finished, or `null`. */
export async function finished(out: string): Promise<Summary | null> {
  const text = await readFile(join(out, 'summary.json'), 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as Summary);
}
