import type { Scores } from './rollout.js';

/** The entries that are there, in order. */
export const present = (scores: Scores): number[] =>
  scores.filter((value): value is number => value !== null);

/**
 * The mean, exact for equal entries; 0 for none. Scaled first, so that finite entries never overflow, and added in rising
 * order, so that it is the same to the last digit whatever the order of the entries.
 */
export function mean(values: readonly number[]): number {
  const rising = Float64Array.from(values).sort();
  const [first] = rising;
  if (first === undefined) return 0;
  if (first === rising[rising.length - 1]) return first;
  let total = 0;
  for (const value of rising) total += value / values.length;
  return total;
}

/**
 * Standard deviation: `sample` divides by n − 1, `population` by n. Exactly 0 for equal entries and for fewer than
 * two. Deviations are scaled by the largest, so that finite entries never overflow.
 */
export function deviation(values: readonly number[], std: 'sample' | 'population'): number {
  const n = values.length;
  const centre = mean(values);
  const scale = Math.max(0, ...values.map((value) => Math.abs(value - centre)));
  if (n < 2 || scale === 0) return 0;
  let total = 0;
  for (const value of Float64Array.from(values).sort()) total += ((value - centre) / scale) ** 2;
  return scale * Math.sqrt(total / (std === 'sample' ? n - 1 : n));
}

/** Each entry minus the mean of those present. */
export function centre(scores: Scores): Scores {
  const middle = mean(present(scores));
  return scores.map((value) => (value === null ? null : value - middle));
}

/**
 * (value − mean) / (std + epsilon); exactly 0 without spread. Worked out in units of a power of two near the largest
 * entry, which changes no digit and keeps the largest and the smallest of numbers from overflowing or vanishing.
 */
export function zscore(scores: Scores, std: 'sample' | 'population', epsilon: number): Scores {
  const unit = powerOfTwoNear(present(scores));
  const values = present(scores).map((value) => value / unit);
  const spread = deviation(values, std);
  const middle = mean(values);
  return scores.map((value) =>
    value === null ? null : spread === 0 ? 0 : (value / unit - middle) / (spread + epsilon / unit),
  );
}

/** A power of two within a factor of two of the largest magnitude; 1 for zeros. */
function powerOfTwoNear(values: readonly number[]): number {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return most === 0 ? 1 : 2 ** Math.min(1023, Math.floor(Math.log2(most)));
}

/** Ranks mapped to [−1, 1]; ties share their mean rank; fewer than two entries, or no spread, are 0. */
export function rank(scores: Scores): Scores {
  const sorted = present(scores).sort((a, b) => a - b);
  const last = sorted.length - 1;
  return scores.map((value) => {
    if (value === null) return null;
    if (last < 1) return 0;
    const place = (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2;
    return (2 * place) / last - 1;
  });
}
