import type { Json } from '../../support/index.js';
import { mean } from '../mean.js';
import type { TrainingProblem } from '../problem.js';
import { derivedRandom } from '../random.js';
import { isFlat } from './flat.js';
import {
  adjustedChance,
  type Chances,
  noStreak,
  roundSize,
  type Streak,
  settled,
  skipProbability,
  streakAfter,
  type Thresholds,
  targetShares,
} from './greso-rules.js';
import type { PromptPool } from './pool.js';
import type { PromptStream, RewardedProblem, Roll } from './stream.js';

/** How {@link Greso} fills a step. */
export interface GresoOptions extends Thresholds {
  /** Groups of a full step. */
  readonly prompts: number;
  /** Fewest and most problems sampled in one round. */
  readonly least: number;
  readonly most: number;
  /** Most rounds of one step. */
  readonly rounds: number;
  /** The share of groups without spread aimed at, in [0, 1]; the chances of a second look follow it. */
  readonly flatTarget: number;
  /** Both chances at the start. */
  readonly chance: number;
  readonly seed: number;
}

/** The values of GRESO's code, for 256 groups a step; its rewards are 1 right, 0.1 formatted, 0 else. */
export const gresoDefaults = {
  easyFrom: 0.98,
  hardUpTo: 0.11,
  rounds: 10,
  flatTarget: 0.25,
  chance: 0.5,
} as const;

/** Problems drawn for each one wanted before a round goes on with what it has: at worst one in a hundred is not skipped. */
const DRAWS = 100;

/** What `state` gives. */
interface GresoState {
  readonly drawn: number;
  readonly chances: Chances;
  readonly flatShare: number;
  readonly streaks: readonly (readonly [id: string, easy: number, hard: number])[];
}

/**
 * GRESO (arXiv 2506.02177): a problem whose latest groups were all solved, or all failed, is likely to teach nothing again and
 * is skipped before sampling, with a chance that grows with the streak. What is sampled is filled up as in DAPO's dynamic
 * sampling, in rounds no larger than needed. The chances adapt after the first epoch, once a step.
 */
export class Greso implements PromptStream {
  readonly #pool: PromptPool;
  readonly #options: GresoOptions;
  readonly #streaks = new Map<string, Streak>();
  #chances: Chances;
  /** Of the latest round; before the first nothing is known, and a round is as large as it may be. */
  #flatShare = 1;

  constructor(pool: PromptPool, options: GresoOptions) {
    this.#pool = pool;
    this.#options = options;
    this.#chances = { easy: options.chance, hard: options.chance };
  }

  async fill<G extends RewardedProblem>(roll: Roll<G>): Promise<readonly G[]> {
    const { prompts, rounds } = this.#options;
    const seen: G[] = [];
    const kept: G[] = [];
    let last = false;
    for (let i = 0; i < rounds && kept.length < prompts && !last; i += 1) {
      const next = roundSize(prompts - kept.length, this.#flatShare, this.#options);
      const groups = await roll(this.#promising(next.size));
      const informative = groups.filter(({ rewards }) => !isFlat(rewards));
      this.#remember(groups);
      this.#flatShare = 1 - informative.length / groups.length;
      seen.push(...groups);
      kept.push(...informative);
      last = next.last;
    }
    this.#adjust(seen);
    return kept.slice(0, prompts);
  }

  /** The next problems that are not skipped; at least one. */
  #promising(count: number): readonly TrainingProblem[] {
    const taken: TrainingProblem[] = [];
    const most = DRAWS * count;
    for (let draws = 1; taken.length < count && draws <= most; draws += 1) {
      const random = derivedRandom(this.#options.seed, 5, this.#pool.drawn);
      const problem = this.#pool.next();
      const skip = random.unit() < skipProbability(this.#streaks.get(problem.id) ?? noStreak, this.#chances);
      if (!skip || (draws === most && taken.length === 0)) taken.push(problem);
    }
    return taken;
  }

  #remember(groups: readonly RewardedProblem[]): void {
    for (const { problem, rewards } of groups) {
      const known = rewards.filter((value) => value !== null);
      if (known.length === 0) continue;
      const before = this.#streaks.get(problem.id) ?? noStreak;
      this.#streaks.set(problem.id, streakAfter(before, mean(known), this.#options));
    }
  }

  #adjust(seen: readonly RewardedProblem[]): void {
    if (this.#pool.epoch === 0) return;
    const shareOf = (side: keyof Chances): number =>
      mean(seen.map(({ rewards }) => Number(settled(rewards, this.#options) === side)));
    const target = targetShares(this.#options.flatTarget);
    const { easy, hard } = this.#chances;
    this.#chances = {
      easy: adjustedChance(easy, shareOf('easy'), target.easy),
      hard: adjustedChance(hard, shareOf('hard'), target.hard),
    };
  }

  state(): Json {
    const streaks = [...this.#streaks].map(([id, { easy, hard }]) => [id, easy, hard] as const);
    return { drawn: this.#pool.drawn, chances: { ...this.#chances }, flatShare: this.#flatShare, streaks };
  }

  restore(state: Json): void {
    // Erasure point: the state is one that `state` gave; checkpoints are read against their checksums.
    const { drawn, chances, flatShare, streaks } = state as unknown as GresoState;
    this.#pool.drawn = drawn;
    this.#chances = chances;
    this.#flatShare = flatShare;
    this.#streaks.clear();
    for (const [id, easy, hard] of streaks) this.#streaks.set(id, { easy, hard });
  }
}
