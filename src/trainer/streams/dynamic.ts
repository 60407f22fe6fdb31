import type { Json } from '../../support/index.js';
import { isFlat } from './flat.js';
import type { PromptPool } from './pool.js';
import type { PromptStream, RewardedProblem, Roll } from './stream.js';

/** How {@link DynamicSampling} fills a step. */
export interface DynamicOptions {
  /** Groups of a full step. */
  readonly prompts: number;
  /** Problems sampled in one round. */
  readonly round: number;
  /** Most rounds of one step. */
  readonly rounds: number;
}

/**
 * DAPO's dynamic sampling (arXiv 2503.14476, §3.2): rounds of sampling until the step is full of groups whose rewards are
 * not all equal; what is over is thrown away. After `rounds` rounds the step trains on the groups it has, perhaps none:
 * where DAPO's code stops the run, a run here goes on and its metrics tell how many groups were kept.
 */
export class DynamicSampling implements PromptStream {
  readonly #pool: PromptPool;
  readonly #options: DynamicOptions;

  constructor(pool: PromptPool, options: DynamicOptions) {
    this.#pool = pool;
    this.#options = options;
  }

  async fill<G extends RewardedProblem>(roll: Roll<G>): Promise<readonly G[]> {
    const { prompts, round, rounds } = this.#options;
    const kept: G[] = [];
    for (let i = 0; i < rounds && kept.length < prompts; i += 1) {
      const groups = await roll(this.#pool.take(round));
      kept.push(...groups.filter(({ rewards }) => !isFlat(rewards)));
    }
    return kept.slice(0, prompts);
  }

  state(): Json {
    return { drawn: this.#pool.drawn };
  }

  restore(state: Json): void {
    // Erasure point: the state is one that `state` gave; checkpoints are read against their checksums.
    this.#pool.drawn = (state as { readonly drawn: number }).drawn;
  }
}
