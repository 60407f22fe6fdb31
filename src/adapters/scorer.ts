import { outcomeOf, type Sample, type ScorerOptions } from './outcome.js';

/** What Braintrust, autoevals, evalite, Langfuse and Axiom take from a scorer. */
export interface Score {
  readonly name: string;
  readonly score: number | null;
  readonly metadata: {
    readonly verdict: string;
    readonly reason: string;
    readonly extracted: string | null;
  };
}

/** An async function of `{input, output, expected}` with a name of its own. */
export type Scorer = (sample: Sample) => Promise<Score>;

/**
 * A scorer for Braintrust, autoevals, evalite, Langfuse (through `createEvaluatorFromAutoevals`) and Axiom.
 *
 * @example
 * Eval('maths', { data, task, scores: [toScorer()] });
 */
export function toScorer(options: ScorerOptions = {}): Scorer {
  const name = options.name ?? options.reward?.name ?? 'touchstone';
  const scorer = async (sample: Sample): Promise<Score> => {
    const { score, verdict, reason, extracted } = outcomeOf(sample, options);
    return { name, score, metadata: { verdict, reason, extracted } };
  };
  // Hosts show the function's name.
  Object.defineProperty(scorer, 'name', { value: name });
  return scorer;
}
