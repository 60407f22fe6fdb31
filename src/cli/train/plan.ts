import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError, nearest } from '../../support/index.js';
import {
  begunRecipe,
  type Override,
  overridden,
  type Recipe,
  readRecipe,
  type TrainPlaces,
  trainRecipes,
} from '../../trainer/index.js';
import { type Arguments, numberOption, textOption, textOptions, UsageError } from '../argv.js';

/** What is to be trained, and where. */
export interface Plan {
  readonly recipe: Recipe;
  readonly places: TrainPlaces;
}

const LOOKS_LIKE_FILE = /[/\\]|\.(?:ya?ml|json)$/i;

/** Reads the command line: a recipe by name or file, or the folder of a run that goes on. Throws {@link UsageError}. */
export async function planFrom(args: Arguments): Promise<Plan> {
  const resume = textOption(args, 'resume');
  const found = resume === undefined ? await recipeNamed(args) : await recipeBegun(args, resume);
  const recipe = overridden(found, [...optionOverrides(args), ...(await setOverrides(args))]);
  const seed = recipe.rows[0]?.seed ?? 1;
  return {
    recipe,
    places: {
      out: resume ?? textOption(args, 'out') ?? join('runs', `${recipe.name}-${seed}`),
      bases: textOption(args, 'bases') ?? join('runs', 'bases'),
      resume: resume !== undefined,
    },
  };
}

async function recipeNamed({ positionals }: Arguments): Promise<Recipe> {
  const [name, stray] = positionals;
  if (name === undefined || stray !== undefined)
    throw new UsageError(
      `train takes one recipe, a name or a YAML file: ${names().join(', ')}; got '${positionals.join(' ').slice(0, 80)}'`,
    );
  const found = trainRecipes.get(name);
  if (found !== undefined) return found;
  if (!LOOKS_LIKE_FILE.test(name) && !(await isFile(name))) {
    const near = nearest(name, names());
    throw new UsageError(
      `no recipe is named '${name.slice(0, 80)}'${near === null ? '' : `; did you mean ${near}?`} Recipes: ${names().join(', ')}`,
    );
  }
  const text = await readFile(name, 'utf8').catch((error: Error) => {
    throw new InputError(`cannot read the recipe file '${name}': ${error.message}`);
  });
  return readRecipe(text, name);
}

/** A run that goes on has its settings in its folder; a name may be given again, but must be the same. */
async function recipeBegun({ positionals, options }: Arguments, folder: string): Promise<Recipe> {
  if (options.has('out')) throw new UsageError('--resume goes on in the folder it names: leave out --out');
  const recipe = await begunRecipe(folder);
  const [name, stray] = positionals;
  if (stray !== undefined || (name !== undefined && name !== recipe.name && !LOOKS_LIKE_FILE.test(name)))
    throw new UsageError(
      `${folder} holds a run of ${recipe.name}; got '${positionals.join(' ').slice(0, 80)}'`,
    );
  return recipe;
}

/** Options that stand for a path of the settings. */
const PATHS: Readonly<Record<string, string>> = {
  steps: 'steps',
  seed: 'seed',
  'base-seed': 'base.seed',
  problems: 'evaluation.problems',
};

function optionOverrides(args: Arguments): readonly Override[] {
  return Object.entries(PATHS).flatMap(([option, path]) => {
    const value = numberOption(args, option, { min: 0, max: 2 ** 32 - 1, whole: true });
    return value === undefined ? [] : [{ path, value }];
  });
}

async function setOverrides(args: Arguments): Promise<readonly Override[]> {
  const { parse } = await import('yaml');
  return textOptions(args, 'set').map((text) => {
    const equals = text.indexOf('=');
    if (equals < 1)
      throw new UsageError(`--set takes PATH=VALUE, such as loss.kl=0; got '${text.slice(0, 80)}'`);
    try {
      return { path: text.slice(0, equals).trim(), value: parse(text.slice(equals + 1)) as unknown };
    } catch (error) {
      throw new UsageError(
        `--set ${text.slice(0, 80)}: not readable as YAML: ${error instanceof Error ? error.message : error}`,
      );
    }
  });
}

const names = (): readonly string[] => [...trainRecipes.keys()];

const isFile = (path: string): Promise<boolean> =>
  lstat(path).then(
    (found) => found.isFile(),
    () => false,
  );
