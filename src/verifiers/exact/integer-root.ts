import { bitLength } from './bits.js';

/** ⌊√n⌋ for n ≥ 0. */
export function squareRoot(n: bigint): bigint {
  if (n < 2n) return n;
  const length = bitLength(n);
  if (length <= 50) return BigInt(Math.floor(Math.sqrt(Number(n))));
  // Newton from a root of the leading digits at doubling precision; the last step may be one too large.
  const half = BigInt(length >> 2);
  const leading = squareRoot(n >> (2n * half));
  let root = (leading << half) + (1n << half);
  for (;;) {
    const next = (root + n / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** ⌊n^(1/k)⌋ for n ≥ 0 and k ≥ 1. */
export function integerRoot(n: bigint, k: number): bigint {
  if (k === 1 || n < 2n) return n;
  if (k === 2) return squareRoot(n);
  const length = bitLength(n);
  if (length <= k) return 1n;
  // A start from the leading digits; the first step of Newton lands at or above the root, later ones descend.
  const drop = Math.max(0, Math.floor((length - 50) / k) * k);
  const lead = Number(n >> BigInt(drop)) ** (1 / k);
  const fine = Math.min(40, drop / k);
  let root = (BigInt(Math.ceil(lead * 2 ** fine)) << BigInt(drop / k - fine)) + 1n;
  const degree = BigInt(k);
  const step = (r: bigint): bigint => ((degree - 1n) * r + n / r ** (degree - 1n)) / degree;
  root = step(root);
  for (;;) {
    const next = step(root);
    if (next >= root) return root;
    root = next;
  }
}
