import { gae } from '../rewards/index.js';

/** How rewards of responses become advantages of their tokens. */
export interface TokenAdvantageOptions {
  /** Discount of a token, in [0, 1]. */
  readonly gamma: number;
  /** 1: what follows is summed as it was; below: the values stand in for it, in [0, 1]. */
  readonly lambda: number;
  /** Coefficient of the KL penalty in every token's reward, ≥ 0. */
  readonly klReward: number;
  /** Bring the advantages of all tokens to mean 0 and spread 1. */
  readonly whiten: boolean;
}

/** A response with what it was paid; arrays are `[T]`. */
export interface Paid {
  readonly reward: number;
  readonly oldLogProbs: ArrayLike<number>;
  readonly referenceLogProbs?: ArrayLike<number>;
}

/** What its tokens teach: advantages the policy, returns the critic; `[T]`. */
export interface Lesson {
  readonly advantage: readonly number[];
  readonly oldValues: ArrayLike<number>;
  readonly returns: readonly number[];
}

/**
 * What each token was paid, `[T]`: −klReward·(log p_old − log p_reference), the last token the response's reward besides
 * (papers/01 §2.5). Without reference there is no penalty.
 */
export function tokenRewards(
  { reward, oldLogProbs, referenceLogProbs }: Paid,
  klReward: number,
): readonly number[] {
  const last = oldLogProbs.length - 1;
  return Array.from(oldLogProbs, (logProb, t) => {
    const kl = referenceLogProbs === undefined ? 0 : logProb - (referenceLogProbs[t] as number);
    return (t === last ? reward : 0) - klReward * kl;
  });
}

/** The responses with their advantages by GAE over token rewards and `[N][T]` values; returns are never whitened. */
export function withAdvantages<R extends Paid>(
  responses: readonly R[],
  values: readonly ArrayLike<number>[],
  { gamma, lambda, klReward, whiten }: TokenAdvantageOptions,
): readonly (R & Lesson)[] {
  const oldValues = (i: number): ArrayLike<number> => values[i] ?? [];
  const found = responses.map((response, i) =>
    gae(tokenRewards(response, klReward), Array.from(oldValues(i)), gamma, lambda),
  );
  const plain = found.map(({ advantagesT }) => advantagesT);
  const used = whiten ? whitened(plain) : plain;
  return responses.map((response, i) => ({
    ...response,
    advantage: used[i] ?? [],
    oldValues: oldValues(i),
    returns: found[i]?.returnsT ?? [],
  }));
}

/**
 * (A − mean)/√(variance + 1e-8) over all tokens, the variance that of a sample (n − 1), as in verl. `[N][T]` → `[N][T]`.
 * Equal advantages come to 0.
 */
export function whitened(advantages: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const all = advantages.flat();
  const mean = all.reduce((sum, value) => sum + value, 0) / Math.max(1, all.length);
  const squares = all.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const spread = Math.sqrt(squares / Math.max(1, all.length - 1) + 1e-8);
  return advantages.map((row) => row.map((value) => (value - mean) / spread));
}
