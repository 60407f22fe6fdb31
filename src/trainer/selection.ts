import { byVariance } from '../rewards/index.js';
import type { StepMetrics } from './metrics.js';

/** What selection reads of a run: its steps' accuracies by problem, as `metrics.jsonl` holds them. */
export type AccuracyByProblem = Pick<StepMetrics, 'accuracyOf'>;

/**
 * The accuracies `[N][E]` of problems over the epochs of a run, in the order of `ids`: a problem gains an epoch with every
 * step that sampled it, so that their numbers may differ. Problems the run never saw have none.
 */
export function accuracyHistories(
  ids: readonly string[],
  steps: Iterable<AccuracyByProblem>,
): readonly (readonly number[])[] {
  const histories = new Map(ids.map((id) => [id, [] as number[]]));
  for (const { accuracyOf } of steps)
    for (const [id, accuracy] of Object.entries(accuracyOf)) histories.get(id)?.push(accuracy);
  return ids.map((id) => histories.get(id) ?? []);
}

/**
 * Places of `ids` by falling historical variance, the population variance of a problem's accuracy over epochs (papers/01
 * §2.2); ties in the order of `ids`.
 */
export const rankedByVariance = (
  ids: readonly string[],
  steps: Iterable<AccuracyByProblem>,
): readonly number[] => byVariance(accuracyHistories(ids, steps));
