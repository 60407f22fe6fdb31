import type { Scores } from '../../rewards/index.js';
import type { Json } from '../../support/index.js';
import type { TrainingProblem } from '../problem.js';

/** A problem whose group of responses has been sampled and rewarded. */
export interface RewardedProblem {
  readonly problem: TrainingProblem;
  /** One reward a response, `[G]`. */
  readonly rewards: Scores;
}

/** Samples and rewards a group for each of some problems, in their order: one round of a step. */
export type Roll<G extends RewardedProblem> = (problems: readonly TrainingProblem[]) => Promise<readonly G[]>;

/**
 * Which problems a run trains on. A stream fills a step in one or several rounds of sampling and may look at the rewards
 * of each; responses it does not keep have been paid for all the same. All it remembers is in `state()`, so that a
 * stream made from the same settings and restored goes on alike, problem for problem.
 */
export interface PromptStream {
  /** The groups a step trains on, as few as none. `roll` is called once a round; steps are filled one after the other. */
  fill<G extends RewardedProblem>(roll: Roll<G>): Promise<readonly G[]>;
  /** What a resumed run must know. */
  state(): Json;
  /** Takes up a state that {@link PromptStream.state} gave. */
  restore(state: Json): void;
}
