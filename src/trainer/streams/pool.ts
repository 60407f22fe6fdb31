import { ConfigError } from '../../support/index.js';
import type { TrainingProblem } from '../problem.js';
import { derivedRandom, shuffled } from '../random.js';

/** In what order a pool is gone through. */
export interface PoolOrder {
  /** A new random order every epoch; default: the order the problems came in. */
  readonly shuffle?: boolean;
  readonly seed: number;
}

/**
 * The problems of a run, over and over. An epoch is one pass through all of them. Its only state is how many it has handed
 * out: orders are derived from the seed and the epoch.
 */
export class PromptPool {
  /** Problems handed out so far. */
  drawn = 0;
  readonly #problems: readonly TrainingProblem[];
  readonly #order: PoolOrder;
  #shuffled: { readonly epoch: number; readonly order: readonly number[] } | null = null;

  /** Throws {@link ConfigError} for no problems. */
  constructor(problems: readonly TrainingProblem[], order: PoolOrder) {
    if (problems.length === 0) throw new ConfigError('a pool needs at least one problem; got none', 'pool');
    this.#problems = problems;
    this.#order = order;
  }

  /** Passes completed: the epoch of the problem to come, from 0. */
  get epoch(): number {
    return Math.floor(this.drawn / this.#problems.length);
  }

  next(): TrainingProblem {
    const place = this.drawn % this.#problems.length;
    const problem = this.#problems[this.#order.shuffle === true ? this.#shuffledPlace(place) : place];
    this.drawn += 1;
    return problem as TrainingProblem;
  }

  take(count: number): readonly TrainingProblem[] {
    return Array.from({ length: count }, () => this.next());
  }

  #shuffledPlace(place: number): number {
    const { epoch } = this;
    if (this.#shuffled?.epoch !== epoch) {
      const random = derivedRandom(this.#order.seed, 3, epoch);
      this.#shuffled = { epoch, order: shuffled(this.#problems.length, random) };
    }
    return this.#shuffled.order[place] as number;
  }
}
