import { ConfigError, nearest } from '../support/index.js';
import type { GivenParams } from './named-reward.js';
import { like, presetNames } from './presets/index.js';
import { readReward } from './read/read.js';
import { recipe, recipeNames } from './recipes/index.js';
import { type Registry, standardSignals } from './registry.js';
import type { Reward } from './term.js';

/**
 * A recipe, a preset or a signal with parameters, by its name: what a command line or a request names. Throws
 * {@link ConfigError} with near names.
 */
export function rewardByName(
  name: string,
  params: GivenParams = {},
  registry: Registry = standardSignals,
): Reward {
  if (recipeNames().includes(name)) return recipe(name, params);
  if (presetNames().includes(name)) return like(name, params);
  // Where a gold answer is unusable there is nothing to say: no answer was wrong.
  if (registry.has(name))
    return readReward(
      { version: 1, name, undecided: 'abstain', term: { op: 'signal', name, params } },
      registry,
    );
  const names = [...recipeNames(), ...presetNames(), ...registry.keys()];
  const near = nearest(name, names);
  throw new ConfigError(
    `no reward is named '${name.slice(0, 80)}'${near === null ? '.' : `; did you mean '${near}'?`} Recipes: ${recipeNames().join(', ')}; all names: touchstone reward list`,
    'reward',
  );
}
