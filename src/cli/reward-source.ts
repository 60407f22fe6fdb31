import { lstat, readFile } from 'node:fs/promises';
import { type GivenParams, type Reward, readYaml, rewardByName } from '../rewards/index.js';
import { InputError, type Json } from '../support/index.js';
import { UsageError } from './argv.js';

const LOOKS_LIKE_FILE = /[/\\]|\.(?:ya?ml|json)$/i;

/** The reward a person names on the command line: a recipe, a preset, a signal, or a file of YAML or JSON. */
export async function rewardFrom(named: string, params: GivenParams = {}): Promise<Reward> {
  if (!LOOKS_LIKE_FILE.test(named) && !(await isFile(named))) return rewardByName(named, params);
  if (Object.keys(params).length > 0)
    throw new UsageError('--params is for recipes, presets and signals; a file has its parameters in it');
  const text = await readFile(named, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new InputError(`cannot read the reward file '${named}': ${error.message}`);
  });
  return readYaml(text, { file: named });
}

/** `max_len=4096,form=linear` as parameters of a recipe, a preset or a signal. Throws {@link UsageError}. */
export function paramsFrom(text: string | undefined): GivenParams {
  const entries = (text ?? '').split(',').flatMap((part): (readonly [string, Json])[] => {
    if (part.trim() === '') return [];
    const [, name = '', value = ''] = /^\s*(\w+)\s*=\s*([^=]*?)\s*$/.exec(part) ?? [];
    if (name === '') throw new UsageError(`--params must be NAME=VALUE,…; got '${part.slice(0, 60)}'`);
    return [[name, scalarOf(value)]];
  });
  return Object.fromEntries(entries);
}

function scalarOf(text: string): Json {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : text;
}

const isFile = (path: string): Promise<boolean> =>
  lstat(path).then(
    (found) => found.isFile(),
    () => false,
  );
