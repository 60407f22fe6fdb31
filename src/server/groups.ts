import { asProblemId, type Facts, type Group, type Rollout } from '../rewards/index.js';
import type { TimedResult } from '../verifiers/pool.js';
import type { Item } from './wire/item.js';

/** The items of one group, by their places in the request. */
export interface Gathered {
  readonly group: Group;
  readonly places: readonly number[];
  /** The items name their step; those that do not see everything learned so far. */
  readonly stepped: boolean;
}

/**
 * Puts the items of a request into groups: those with the same `group`, or else the same `problem` in the same step;
 * an item with neither is a group of one. `judged[i]` is the verdict of item i, `null` where none was asked for.
 */
export function gather(items: readonly Item[], judged: readonly (TimedResult | null)[]): readonly Gathered[] {
  const places = new Map<string, number[]>();
  for (const [i, item] of items.entries()) {
    const key = groupKey(item, i);
    const list = places.get(key);
    if (list === undefined) places.set(key, [i]);
    else list.push(i);
  }
  return [...places.values()].map((list) => ({
    group: groupOf(list, items, judged),
    places: list,
    stepped: items[list[0] as number]?.step !== undefined,
  }));
}

/** Kinds of keys never collide, whatever the client calls its groups and problems. */
function groupKey({ group, problem, step }: Item, place: number): string {
  if (group !== undefined) return `g${step ?? ''}:${group}`;
  return problem === undefined ? `i${place}` : `p${step ?? ''}:${problem}`;
}

function groupOf(
  places: readonly number[],
  items: readonly Item[],
  judged: readonly (TimedResult | null)[],
): Group {
  const members = places.map((i) => items[i] as Item);
  const first = members[0] as Item;
  const reference = members.find((item) => item.referenceAccuracy !== undefined)?.referenceAccuracy;
  const gold = typeof first.label === 'string' ? first.label : first.label?.[0];
  return {
    problem: asProblemId(first.problem ?? first.group ?? ''),
    step: first.step ?? 0,
    ...(gold === undefined ? {} : { gold }),
    rollouts: places.map((i) => rolloutOf(items[i] as Item, judged[i] ?? null)),
    ...(reference === undefined ? {} : { referenceAccuracy: reference }),
  };
}

function rolloutOf({ response, tokens, finish, sample, facts }: Item, judged: TimedResult | null): Rollout {
  return {
    text: response,
    ...(tokens === undefined ? {} : { tokens }),
    ...(finish === undefined ? {} : { finish }),
    ...(sample === undefined ? {} : { sample }),
    facts: judged === null ? facts : withVerdict(facts, judged),
  };
}

/** What the client says of correctness wins: it asked for arithmetic over its own judge. */
const withVerdict = (facts: Facts, { correct, verdict }: TimedResult): Facts => ({
  correct,
  verdict,
  ...facts,
});
