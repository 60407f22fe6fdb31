import type { Example } from './learner.js';
import { type LossOptions, tokenWeight } from './loss.js';
import type { Tokenizer } from './model/tokenizer.js';
import { derivedRandom, shuffled } from './random.js';
import type { RolledGroup } from './rollouts.js';

/** A response as the learner takes it, before its weight in the mean of a batch is known. */
export type Unweighted = Omit<Example, 'weight'>;

/**
 * One example a response, in the order of the groups; advantages `[P,G]`. A response whose reward is `null`, an
 * abstention, is left out: no term of the loss sees it.
 */
export function examplesOf(
  tokenizer: Tokenizer,
  groups: readonly RolledGroup[],
  advantages: readonly (readonly (number | null)[])[],
): readonly Unweighted[] {
  const [end] = tokenizer.endTokens;
  return groups.flatMap(({ problem, responses }, i) => {
    const prompt = tokenizer.encode(problem.prompt);
    return responses.flatMap(({ tokens, logProbs }, k) => {
      const advantage = advantages[i]?.[k] ?? null;
      if (advantage === null) return [];
      // The end token was sampled like the others, and is learned like them.
      const response = logProbs.length > tokens.length ? [...tokens, end as number] : tokens;
      return [{ prompt, response, oldLogProbs: logProbs, advantage }];
    });
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
 * A batch in random parts of `size`, the last perhaps smaller and none of nothing; whole where it fits. The order derives from the seed and
 * the numbers that name the pass (the step, the epoch over its batch).
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
