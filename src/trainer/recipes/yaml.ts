import { readPlaced } from '../../support/index.js';
import { readRecipeValue, readRunValue } from './read.js';
import type { Recipe, RunSettings } from './recipe.js';

/** The settings of one run from YAML or JSON text, every field given. Throws {@link ConfigError} with the place of a fault. */
export const readSettings = (text: string, file: string): Promise<RunSettings> =>
  readPlaced(text, { file, what: 'a run' }, (value) => readRunValue(value));

/** A recipe from YAML or JSON text: one run, or rows of them; see `read.ts`. */
export const readRecipe = (text: string, file: string): Promise<Recipe> =>
  readPlaced(text, { file, what: 'a recipe' }, readRecipeValue);

/** Settings as YAML that {@link readSettings} reads back to the same. */
export async function formatSettings(settings: RunSettings): Promise<string> {
  const { stringify } = await import('yaml');
  return stringify(settings, { aliasDuplicateObjects: false, lineWidth: 0 });
}

/** A recipe as YAML that {@link readRecipe} reads back to the same: its settings alone where it is one run. */
export async function formatRecipe({ name, about, rows }: Recipe): Promise<string> {
  const { stringify } = await import('yaml');
  const [first, second] = rows;
  const said = about === '' ? {} : { about };
  const whole = first !== undefined && second === undefined ? { ...said, ...first } : { name, ...said, rows };
  return stringify(whole, { aliasDuplicateObjects: false, lineWidth: 0 });
}
