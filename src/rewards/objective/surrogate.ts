import { held } from '../facts.js';

/**
 * PPO's clipped loss of one token or response: max(−A·ρ, −A·clip(ρ, 1 − low, 1 + high)). `high` differs from
 * `low` in DAPO's clip-higher.
 */
export const clippedLoss = (advantage: number, ratio: number, low = 0.2, high: number = low): number =>
  Math.max(-advantage * ratio, -advantage * held(ratio, 1 - low, 1 + high));

/**
 * The ratio of a whole response as AdaptThink's code has it: e^(mean log-probability now − then), the
 * geometric mean of the token ratios. Log-probabilities `[T]` of the same tokens; 1 for no tokens.
 */
export function responseRatio(now: readonly number[], then: readonly number[]): number {
  const total = now.reduce((sum, logProb, t) => sum + logProb - (then[t] ?? logProb), 0);
  return now.length === 0 ? 1 : Math.exp(total / now.length);
}

/** Coefficients of the loss's parts. */
export interface LossWeights {
  /** 0 for runs on entropy alone. */
  readonly policy: number;
  /** ≥ 0 holds the policy to the reference. */
  readonly kl: number;
  /** ≥ 0 rewards entropy. */
  readonly entropy: number;
}

/** policy·pg + kl·KL − entropy·H; the defaults are those of 1-shot RLVR (§2.4). */
export const totalLoss = (
  parts: LossWeights,
  weights: LossWeights = { policy: 1, kl: 0.001, entropy: 0.001 },
): number => weights.policy * parts.policy + weights.kl * parts.kl - weights.entropy * parts.entropy;
