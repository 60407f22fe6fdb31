import { mean } from '../group-statistics.js';

/**
 * How the losses of tokens become one number: `token-mean`, over all tokens of the batch (DAPO, verl: long
 * responses weigh more); `sequence-mean`, the mean of each response's mean (GRPO as printed); `sequence-sum`,
 * the mean of each response's sum.
 */
export type Aggregation = 'token-mean' | 'sequence-mean' | 'sequence-sum';

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** One number for the losses of a batch, responses by tokens `[B][T]`, padding left out; 0 for no tokens. */
export function aggregate(losses: readonly (readonly number[])[], how: Aggregation): number {
  if (how === 'token-mean') return mean(losses.flat());
  return mean(losses.map(how === 'sequence-mean' ? mean : total));
}
