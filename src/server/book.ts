import { type Registry, type Reward, readReward, rewardByName } from '../rewards/index.js';
import { ConfigError, canonicalJson } from '../support/index.js';
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
      return named.get(asked) ?? keep(sent, asked, () => rewardByName(asked, {}, registry));
    return keep(sent, canonicalJson(asked), () => readReward(asked, registry));
  };
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
