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

/**
 * The unbiased estimate of pass@k from `n` samples of which `right` are right (Chen et al. 2021):
 * 1 − C(n−right, k) / C(n, k), in the product form, which does not overflow.
 */
export function passAtK(n: number, right: number, k: number): number {
  if (!(Number.isInteger(k) && k >= 1 && k <= n && right >= 0 && right <= n)) {
    throw new RangeError(`passAtK needs 1 ≤ k ≤ n and 0 ≤ right ≤ n; got n=${n}, right=${right}, k=${k}`);
  }
  if (n - right < k) return 1;
  let allWrong = 1;
  for (let j = n - right + 1; j <= n; j += 1) allWrong *= 1 - k / j;
  return 1 - allWrong;
}

/** The k for which pass@k is reported when none are chosen: powers of two up to `n`, and `n`. */
export function usualK(n: number): readonly number[] {
  const ks: number[] = [];
  for (let k = 1; k < n; k *= 2) ks.push(k);
  return n >= 1 ? [...ks, n] : ks;
}
