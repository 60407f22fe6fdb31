import * as g from './graph/build.js';
import type { Node } from './graph/node.js';

/** How per-token losses become one number (papers/01 §2.4, papers/11). */
export type Aggregation = 'token-mean' | 'sequence-mean' | 'dr-grpo';

/**
 * Which estimator of KL(policy ‖ reference) is used, from per-token log-probs (Schulman 2020). As a term of the loss k1 tells
 * and does not hold: its gradient is 0 on average.
 */
export type KlEstimator = 'k1' | 'k2' | 'k3';

/**
 * The terms of the loss and their coefficients; any may be 0. Entropy-only is `policyGradient: 0`, `entropy > 0`;
 * weight decay and KL only are the rest at 0.
 */
export interface LossOptions {
  /** Coefficient of the policy gradient, 1 or 0. */
  readonly policyGradient: number;
  /**
   * `token` (default): every token has its own probability ratio. `response`: all of a response's have the geometric mean
   * of them, as AdaptThink's code and GSPO (papers/08 §2).
   */
  readonly ratio?: 'token' | 'response';
  /** The probability ratio is held to [1 − low, 1 + high]; `clip-higher` is a greater `high`. */
  readonly clipLow: number;
  readonly clipHigh: number;
  /** Coefficient of the KL to the reference, ≥ 0. */
  readonly kl: number;
  readonly klEstimator: KlEstimator;
  /** Coefficient of the entropy bonus: the loss falls by it times the mean entropy. */
  readonly entropy: number;
  readonly aggregation: Aggregation;
  /** The constant length Dr. GRPO divides by. */
  readonly maxTokens: number;
}

/** The values of papers/01 §2.4. */
export const lossDefaults: LossOptions = {
  policyGradient: 1,
  clipLow: 0.2,
  clipHigh: 0.2,
  kl: 0.001,
  klEstimator: 'k3',
  entropy: 0.001,
  aggregation: 'token-mean',
  maxTokens: 1024,
};

/** Per-token values of a batch of responses, all `[N, T]`; `mask` is 1 on response tokens. */
export interface LossInputs {
  readonly logProbs: Node;
  readonly entropies: Node;
  readonly oldLogProbs: Node;
  readonly referenceLogProbs: Node;
  /** `[N, T]` or `[N, 1]`. */
  readonly advantages: Node;
  readonly mask: Node;
  /** Weight of every token in the mean, `[N, T]`; sums to 1 over the whole batch, however it is split. */
  readonly weights: Node;
}

/** Scalars, of which the first is differentiated. */
export interface LossTerms {
  readonly loss: Node;
  readonly policyGradient: Node;
  readonly kl: Node;
  readonly entropy: Node;
  /** Share of tokens whose ratio was clipped. */
  readonly clipped: Node;
}

/** L = c_pg·pg + c_kl·KL − c_H·H, each a weighted mean over tokens. */
export function policyLoss(inputs: LossInputs, options: LossOptions): LossTerms {
  const { logProbs, entropies, oldLogProbs, referenceLogProbs, advantages, mask, weights } = inputs;
  const mean = (x: Node): Node => g.sum(g.mul(x, g.mul(weights, mask)));
  // Tokens outside the mask may hold anything; a ratio of theirs must not overflow.
  const change = g.mul(g.sub(logProbs, oldLogProbs), mask);
  const ratio = g.exp(options.ratio === 'response' ? responseMean(change, mask) : change);
  const surrogate = clippedSurrogate(ratio, advantages, options);
  const policyGradient = mean(surrogate.loss);
  const kl = mean(klTerm(g.mul(logProbs, mask), g.mul(referenceLogProbs, mask), options.klEstimator));
  const entropy = mean(entropies);
  const loss = g.sub(
    g.add(g.mul(policyGradient, options.policyGradient), g.mul(kl, options.kl)),
    g.mul(entropy, options.entropy),
  );
  return { loss, policyGradient, kl, entropy, clipped: mean(surrogate.clipped) };
}

/** The mean over each response's tokens, at every place of its row; 0 for no tokens. `[N, T]` → `[N, T]`. */
function responseMean(x: Node, mask: Node): Node {
  const tokens = g.maximum(g.sum(mask, [1], true), 1);
  return g.broadcast(g.div(g.sum(g.mul(x, mask), [1], true), tokens), x.shape);
}

/** max(−A·ρ, −A·clip(ρ)) (Schulman et al. 2017), and where the second was taken. */
export function clippedSurrogate(
  ratio: Node,
  advantages: Node,
  { clipLow, clipHigh }: Pick<LossOptions, 'clipLow' | 'clipHigh'>,
): { readonly loss: Node; readonly clipped: Node } {
  const free = g.neg(g.mul(advantages, ratio));
  const held = g.neg(g.mul(advantages, g.minimum(g.maximum(ratio, 1 - clipLow), 1 + clipHigh)));
  return { loss: g.maximum(free, held), clipped: g.less(free, held) };
}

/** k1 = log p − log q; k2 = ½·k1²; k3 = q/p − 1 − log(q/p), clamped to [−10, 10]. */
export function klTerm(logProbs: Node, reference: Node, estimator: KlEstimator): Node {
  const difference = g.sub(logProbs, reference);
  if (estimator === 'k1') return difference;
  if (estimator === 'k2') return g.mul(g.mul(difference, difference), 0.5);
  // Held before the exponential so that a far-off token cannot make it infinite; 20 is far beyond the clamp.
  const ahead = g.minimum(g.neg(difference), 20);
  const k3 = g.sub(g.sub(g.exp(ahead), 1), ahead);
  return g.minimum(g.maximum(k3, -10), 10);
}

/**
 * Weights of tokens for a mean over a whole batch of responses of these lengths: `token-mean` gives every token the same,
 * `sequence-mean` every response, `dr-grpo` divides by a constant instead of lengths. Computed over the batch before it
 * is split into micro-batches, so that the split changes nothing.
 */
export function tokenWeight(lengths: readonly number[], row: number, options: LossOptions): number {
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const length = lengths[row] ?? 0;
  if (length === 0) return 0;
  switch (options.aggregation) {
    case 'token-mean':
      return 1 / total;
    case 'sequence-mean':
      return 1 / (length * lengths.length);
    case 'dr-grpo':
      return 1 / (options.maxTokens * lengths.length);
  }
}
