import type { Json } from '../../support/index.js';
import type { PromptPool } from './pool.js';
import type { PromptStream, RewardedProblem, Roll } from './stream.js';

/** So many problems of the pool a step, in turn, all of them trained on: one round a step. */
export class InTurn implements PromptStream {
  readonly #pool: PromptPool;
  readonly #prompts: number;

  constructor(pool: PromptPool, prompts: number) {
    this.#pool = pool;
    this.#prompts = prompts;
  }

  fill<G extends RewardedProblem>(roll: Roll<G>): Promise<readonly G[]> {
    return roll(this.#pool.take(this.#prompts));
  }

  state(): Json {
    return { drawn: this.#pool.drawn };
  }

  restore(state: Json): void {
    // Erasure point: the state is one that `state` gave; checkpoints are read against their checksums.
    this.#pool.drawn = (state as { readonly drawn: number }).drawn;
  }
}
