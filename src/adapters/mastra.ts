import { outcomeOf, type ScorerOptions } from './outcome.js';

/** The run Mastra hands the steps of a scorer. */
export interface MastraRun {
  readonly input?: unknown;
  readonly output: unknown;
  readonly groundTruth?: unknown;
}

/** The steps of a scorer for Mastra's `createScorer(config).generateScore(…).generateReason(…)`. */
export interface MastraSteps {
  readonly config: { readonly id: string; readonly name: string; readonly description: string };
  readonly generateScore: (step: { readonly run: MastraRun }) => number;
  readonly generateReason: (step: { readonly run: MastraRun }) => string;
}

/**
 * A scorer for Mastra, in steps, so that this package depends on no version of it.
 *
 * @example
 * const { config, generateScore, generateReason } = mastraSteps();
 * createScorer(config).generateScore(generateScore).generateReason(generateReason);
 */
export function mastraSteps(options: ScorerOptions = {}): MastraSteps {
  const id = options.name ?? options.reward?.name ?? 'touchstone';
  const outcome = ({ input, output, groundTruth }: MastraRun): ReturnType<typeof outcomeOf> =>
    outcomeOf({ input, output, expected: groundTruth }, options);
  return {
    config: { id, name: id, description: 'Is the final answer mathematically equal to the gold one?' },
    generateScore: ({ run }) => outcome(run).score ?? 0,
    generateReason: ({ run }) => outcome(run).reason,
  };
}
