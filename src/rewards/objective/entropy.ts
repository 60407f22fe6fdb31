/** Shannon entropy −Σ p ln p of a distribution, in nats; shares `[V]` ≥ 0 that sum to 1. In [0, ln V]. */
export function entropyOf(shares: readonly number[]): number {
  let total = 0;
  for (const share of shares) if (share > 0) total -= share * Math.log(share);
  return total;
}

/**
 * Entropy of softmax(logits/temperature) in nats, as ln Σ e^x − Σ p·x: what a trainer records as a token's
 * entropy (1-shot RLVR §2.4 divides by the sampling temperature first). Logits `[V]` are shifted by their
 * greatest: no overflow.
 */
export function entropyOfLogits(logits: readonly number[], temperature = 1): number {
  const greatest = logits.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const shifted = logits.map((logit) => (logit - greatest) / temperature);
  const sum = shifted.reduce((total, x) => total + Math.exp(x), 0);
  const mean = shifted.reduce((total, x) => total + (Math.exp(x) / sum) * x, 0);
  return Math.max(0, Math.log(sum) - mean);
}
