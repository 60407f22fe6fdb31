/** A confidence interval of a proportion; both ends in [0, 1]. */
export interface Proportion {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** 97.5 % point of the normal distribution. */
const Z95 = 1.959963984540054;

/** The share `successes / n` with its 95 % Wilson score interval; null for no trials. */
export function wilson(successes: number, n: number): Proportion | null {
  if (n <= 0) return null;
  const value = successes / n;
  const z2 = (Z95 * Z95) / n;
  const centre = (value + z2 / 2) / (1 + z2);
  const half = (Z95 * Math.sqrt((value * (1 - value)) / n + z2 / (4 * n))) / (1 + z2);
  return {
    value,
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === n ? 1 : Math.min(1, centre + half),
  };
}

/** The k for which pass@k is reported when none are chosen: powers of two up to `n`, and `n`. */
export function usualK(n: number): readonly number[] {
  const ks: number[] = [];
  for (let k = 1; k < n; k *= 2) ks.push(k);
  return n >= 1 ? [...ks, n] : ks;
}
