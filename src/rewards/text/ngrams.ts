import type { Unit } from './words.js';

/** How repetitive a sequence is: `total` n-grams, `distinct` of them different. */
export interface NgramCount {
  readonly distinct: number;
  readonly total: number;
}

/** Counts the n-grams of a sequence; `total` is 0 for one shorter than `n`. */
export const countNgrams = (items: readonly (string | number)[], n: number): NgramCount =>
  count(ngramNumbers(items, n));

/**
 * Counts n-grams of weight `n`: n words, 2n characters of a script without spaces, or a mixture that starts
 * where a unit does. A word stands for two halves: a window of 2n halves that ends within a word still tells
 * which word it is.
 */
export function countWeighted(units: readonly Unit[], n: number): NgramCount {
  const halves: string[] = [];
  const starts: number[] = [];
  for (const { text, weight } of units) {
    starts.push(halves.length);
    halves.push(text);
    if (weight === 1) halves.push(`${text} `);
  }
  const numbers = ngramNumbers(halves, 2 * n);
  return count(starts.flatMap((start) => numbers[start] ?? []));
}

/** Share of items that stand in an n-gram seen before, in [0, 1]; 0 for a sequence shorter than `n`. */
export function coveredShare(items: readonly (string | number)[], n: number): number {
  const seen = new Set<number>();
  let covered = 0;
  let coveredTo = 0;
  for (const [start, ngram] of ngramNumbers(items, n).entries()) {
    if (seen.has(ngram)) {
      covered += start + n - Math.max(start, coveredTo);
      coveredTo = start + n;
    }
    seen.add(ngram);
  }
  return items.length === 0 ? 0 : covered / items.length;
}

const count = (numbers: readonly number[]): NgramCount => ({
  distinct: new Set(numbers).size,
  total: numbers.length,
});

/**
 * A number for the n-gram at each start, the same for the same n-gram. Built by joining shorter n-grams that
 * may overlap, so that time is linear in the length times log n.
 */
function ngramNumbers(items: readonly (string | number)[], n: number): readonly number[] {
  let numbers = numbered(items);
  for (let width = 1; width < n; ) {
    const shift = Math.min(width, n - width);
    const known = items.length + 1;
    const left = numbers;
    numbers = numbered(left.slice(shift).map((right, start) => (left[start] ?? 0) * known + right));
    width += shift;
  }
  return numbers;
}

/** Small numbers for values, by first appearance. */
function numbered(values: readonly (string | number)[]): number[] {
  const numbers = new Map<string | number, number>();
  return values.map((value) => {
    const number = numbers.get(value) ?? numbers.size;
    numbers.set(value, number);
    return number;
  });
}
