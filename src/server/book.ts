import {
  like,
  presetNames,
  type Registry,
  type Reward,
  readReward,
  recipe,
  recipeNames,
  signal,
  standardSignals,
} from '../rewards/index.js';
import { ConfigError, canonicalJson, nearest } from '../support/index.js';
import type { RewardBook } from './scorer.js';

/** Rewards given as data that are kept at once. */
const KEPT = 64;

/**
 * The rewards a server gives: its own first one for requests that name none; its others, the recipes and the presets by
 * name; any reward as data. A reward is data and its arithmetic is bounded, so that a client may send its own.
 */
export function rewardBook(own: readonly Reward[], registry: Registry): RewardBook {
  const [first] = own;
  if (first === undefined) throw new ConfigError('a server needs at least one reward', 'reward');
  const named = new Map(own.map((reward) => [reward.name, reward]));
  const sent = new Map<string, Reward>();
  return (asked) => {
    if (asked === null) return first;
    if (typeof asked === 'string')
      return named.get(asked) ?? keep(sent, asked, () => namedReward(asked, registry));
    return keep(sent, canonicalJson(asked), () => readReward(asked, registry));
  };
}

/** A recipe, a preset, or a signal as it is, by its name; throws {@link ConfigError} with near names. */
export function namedReward(name: string, registry: Registry = standardSignals): Reward {
  if (recipeNames().includes(name)) return recipe(name);
  if (presetNames().includes(name)) return like(name);
  // Where a gold answer is unusable there is nothing to say: no answer was wrong.
  if (registry.has(name))
    return readReward({ version: 1, name, undecided: 'abstain', term: signal(name) }, registry);
  const names = [...recipeNames(), ...presetNames(), ...registry.keys()];
  const near = nearest(name, names);
  throw new ConfigError(
    `no reward is named '${name.slice(0, 80)}'${near === null ? '' : `; did you mean '${near}'?`} Recipes: ${recipeNames().join(', ')}; all names: touchstone reward list`,
    'reward',
  );
}

/** Looks up or makes; the oldest is forgotten when there are too many. */
function keep(kept: Map<string, Reward>, key: string, make: () => Reward): Reward {
  const found = kept.get(key);
  if (found !== undefined) return found;
  const made = make();
  if (kept.size >= KEPT) {
    const [oldest] = kept.keys();
    if (oldest !== undefined) kept.delete(oldest);
  }
  kept.set(key, made);
  return made;
}
