import type { GroupScore } from './group.js';

/** What the means look like in JSON. */
export interface GroupSummary {
  readonly problems: number;
  /** Fewest and most responses to one problem. */
  readonly fewest: number;
  readonly most: number;
  readonly avgAtK: number;
  /** Each k's mean is over the problems with at least k responses. */
  readonly passAtK: Readonly<Record<string, number>>;
  readonly majAtK: number;
}

/** Running means of {@link GroupScore} over problems. */
export class GroupMeans {
  #problems = 0;
  #fewest = Number.POSITIVE_INFINITY;
  #most = 0;
  #average = 0;
  #majority = 0;
  readonly #pass = new Map<number, { sum: number; problems: number }>();

  add({ k, avgAtK, passAtK, majAtK }: GroupScore): void {
    this.#problems += 1;
    this.#fewest = Math.min(this.#fewest, k);
    this.#most = Math.max(this.#most, k);
    this.#average += avgAtK;
    this.#majority += majAtK;
    for (const [name, value] of Object.entries(passAtK)) {
      const pass = this.#pass.get(Number(name)) ?? { sum: 0, problems: 0 };
      pass.sum += value;
      pass.problems += 1;
      this.#pass.set(Number(name), pass);
    }
  }

  /** The means; null when no record had several responses. */
  summary(): GroupSummary | null {
    const n = this.#problems;
    if (n === 0) return null;
    const ks = [...this.#pass].sort(([a], [b]) => a - b);
    return {
      problems: n,
      fewest: this.#fewest,
      most: this.#most,
      avgAtK: this.#average / n,
      passAtK: Object.fromEntries(ks.map(([k, { sum, problems }]) => [String(k), sum / problems])),
      majAtK: this.#majority / n,
    };
  }
}
