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
