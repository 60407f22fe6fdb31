import type { TrainingProblem } from '../problem.js';
import { InTurn } from './in-turn.js';
import { PromptPool } from './pool.js';
import type { PromptStream } from './stream.js';

/** How a run picks its problems, as data. */
export type StreamSettings = {
  readonly kind: 'in-turn';
  /** Go through the pool in a new random order every epoch; default: as it comes. */
  readonly shuffle?: boolean;
};

/** The stream that settings describe. `prompts`: groups of one step. */
export function promptStream(
  settings: StreamSettings,
  problems: readonly TrainingProblem[],
  { prompts, seed }: { readonly prompts: number; readonly seed: number },
): PromptStream {
  const pool = new PromptPool(problems, { shuffle: settings.shuffle ?? false, seed });
  return new InTurn(pool, prompts);
}
