import { outcomeOf, type ScorerOptions } from './outcome.js';

/** What LangSmith hands an evaluator. */
export interface LangsmithRun {
  readonly inputs?: unknown;
  readonly outputs?: unknown;
  readonly referenceOutputs?: unknown;
}

/** What LangSmith takes back. */
export interface LangsmithResult {
  readonly key: string;
  readonly score: number | null;
  readonly comment: string;
}

/** An evaluator for LangSmith's `evaluate(…, { evaluators: [langsmithEvaluator()] })`. */
export function langsmithEvaluator(
  options: ScorerOptions = {},
): (run: LangsmithRun) => Promise<LangsmithResult> {
  const key = options.name ?? options.reward?.name ?? 'touchstone';
  return async ({ inputs, outputs, referenceOutputs }) => {
    const { score, reason } = outcomeOf(
      { input: inputs, output: outputs, expected: referenceOutputs },
      options,
    );
    return { key, score, comment: reason };
  };
}
