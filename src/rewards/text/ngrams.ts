import type { Unit } from './words.js';

/** How repetitive a sequence is: `total` n-grams, `distinct` of them different. */
export interface NgramCount {
  readonly distinct: number;
  readonly total: number;
}

/** Counts the n-grams of a sequence; `total` is 0 for one shorter than `n`. Time is linear in length × n. */
export function countNgrams(items: readonly (string | number)[], n: number): NgramCount {
  return count([...keysOf(numbered(items), (start) => (start + n <= items.length ? start + n : null))]);
}

/** Counts n-grams of weight at least `n`: n words, or 2n characters of a script without spaces. */
export function countWeighted(units: readonly Unit[], n: number): NgramCount {
  const ids = numbered(units.map(({ text }) => text));
  let end = 0;
  let weight = 0;
  const endFrom = (start: number): number | null => {
    while (weight < n && end < units.length) {
      weight += units[end]?.weight ?? 0;
      end += 1;
    }
    const reached = weight >= n ? end : null;
    weight -= units[start]?.weight ?? 0;
    return reached;
  };
  return count([...keysOf(ids, endFrom)]);
}

/** Share of items that stand in an n-gram seen before, in [0, 1]; 0 for a sequence shorter than `n`. */
export function coveredShare(items: readonly (string | number)[], n: number): number {
  const seen = new Set<string>();
  let covered = 0;
  let coveredTo = 0;
  let start = 0;
  for (const key of keysOf(numbered(items), (at) => (at + n <= items.length ? at + n : null))) {
    if (seen.has(key)) {
      covered += start + n - Math.max(start, coveredTo);
      coveredTo = start + n;
    }
    seen.add(key);
    start += 1;
  }
  return items.length === 0 ? 0 : covered / items.length;
}

const count = (keys: readonly string[]): NgramCount => ({
  distinct: new Set(keys).size,
  total: keys.length,
});

/** Small numbers for items, so that the key of an n-gram is short and has no ambiguous joints. */
function numbered(items: readonly (string | number)[]): number[] {
  const ids = new Map<string | number, number>();
  return items.map((item) => {
    const id = ids.get(item) ?? ids.size;
    ids.set(item, id);
    return id;
  });
}

/** The key of the n-gram from each start up to `endFrom(start)`, until there is none. */
function* keysOf(ids: readonly number[], endFrom: (start: number) => number | null): Generator<string> {
  for (let start = 0; start < ids.length; start += 1) {
    const end = endFrom(start);
    if (end === null) return;
    yield ids.slice(start, end).join(' ');
  }
}
