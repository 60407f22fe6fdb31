import type { Scores } from '../rewards/index.js';
import type { Example } from './learner.js';
import { type LossOptions, tokenWeight } from './loss.js';
import type { Tokenizer } from './model/tokenizer.js';
import { derivedRandom, shuffled } from './random.js';
import type { RolledGroup } from './rollouts.js';
import type { Row } from './rows.js';

/** A sampled response as a row, with its log-probs under the policy that sampled it, `[T]`. */
export interface SampledRow extends Row {
  readonly oldLogProbs: ArrayLike<number>;
}

/** A response as the learner takes it, before its weight in the mean of a batch is known. */
export type Unweighted = Omit<Example, 'weight'>;

/**
 * One example a response, in the order of the groups; advantages `[P,G]`. A response whose reward is `null`, an
 * abstention, is left out: no term of the loss sees it.
 */
export const examplesOf = (
  tokenizer: Tokenizer,
  groups: readonly RolledGroup[],
  advantages: readonly Scores[],
): readonly (SampledRow & { readonly advantage: number })[] =>
  groups.flatMap((group, i) =>
    rowsOf(tokenizer, group).flatMap((row, k) => {
      const advantage = advantages[i]?.[k] ?? null;
      return advantage === null ? [] : [{ ...row, advantage }];
    }),
  );

/** One row a response with what it was paid, in the order of the groups; abstentions are left out. */
export const paidResponses = (
  tokenizer: Tokenizer,
  groups: readonly RolledGroup[],
): readonly (SampledRow & { readonly reward: number })[] =>
  groups.flatMap((group) =>
    rowsOf(tokenizer, group).flatMap((row, k) => {
      const reward = group.rewards[k] ?? null;
      return reward === null ? [] : [{ ...row, reward }];
    }),
  );

function rowsOf(tokenizer: Tokenizer, { problem, responses }: RolledGroup): readonly SampledRow[] {
  const [usual] = tokenizer.endTokens;
  const prompt = tokenizer.encode(problem.prompt);
  return responses.map(({ tokens, logProbs, end = usual }) => {
    // The end token was sampled like the others, and is learned like them.
    const response = logProbs.length > tokens.length ? [...tokens, end as number] : tokens;
    return { prompt, response, oldLogProbs: logProbs };
  });
}

/** Each example with its weight in the mean over these. */
export function weighted<E extends Unweighted>(
  examples: readonly E[],
  loss: LossOptions,
): readonly (E & Example)[] {
  const lengths = examples.map(({ response }) => response.length);
  return examples.map((example, i) => ({ ...example, weight: tokenWeight(lengths, i, loss) }));
}

/**
 * A batch in random parts of `size`, the last perhaps smaller; whole where it fits, and no part of nothing. The order
 * derives from the seed and the numbers that name the pass (the step, the epoch over its batch).
 */
export function inMiniBatches<E>(
  batch: readonly E[],
  size: number,
  seed: number,
  ...pass: readonly number[]
): readonly (readonly E[])[] {
  if (batch.length === 0) return [];
  if (batch.length <= size) return [batch];
  const order = shuffled(batch.length, derivedRandom(seed, ...pass));
  return Array.from({ length: Math.ceil(batch.length / size) }, (_, k) =>
    order.slice(k * size, (k + 1) * size).map((i) => batch[i] as E),
  );
}
