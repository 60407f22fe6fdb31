import { lstat, readFile } from 'node:fs/promises';
import { type Reward, readYaml } from '../rewards/index.js';
import { namedReward } from '../server/index.js';
import { InputError } from '../support/index.js';

const LOOKS_LIKE_FILE = /[/\\]|\.(?:ya?ml|json)$/i;

/** The reward a person names on the command line: a recipe, a preset, or a file of YAML or JSON. */
export async function rewardFrom(named: string): Promise<Reward> {
  if (!LOOKS_LIKE_FILE.test(named) && !(await isFile(named))) return namedReward(named);
  const text = await readFile(named, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new InputError(`cannot read the reward file '${named}': ${error.message}`);
  });
  return readYaml(text, { file: named });
}

const isFile = (path: string): Promise<boolean> =>
  lstat(path).then(
    (found) => found.isFile(),
    () => false,
  );
