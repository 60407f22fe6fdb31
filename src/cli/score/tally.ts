import type { ScoredRow } from './scored.js';

/** Mean and spread of numbers that come one by one (Welford). */
export class Running {
  n = 0;
  mean = 0;
  #squares = 0;

  add(value: number): void {
    this.n += 1;
    const before = value - this.mean;
    this.mean += before / this.n;
    this.#squares += before * (value - this.mean);
  }

  /** Sample standard deviation; 0 for fewer than two. */
  get std(): number {
    return this.n < 2 ? 0 : Math.sqrt(this.#squares / (this.n - 1));
  }
}

/** What one step, or all of them, came to. */
export class ScoreTally {
  /** Rollouts, those without a value included. */
  n = 0;
  groups = 0;
  /** Groups of two and more whose rewards are all equal: no advantage comes out of them. */
  flat = 0;
  right = 0;
  judged = 0;
  readonly reward: Running = new Running();
  readonly terms: Map<string, Running> = new Map();

  /** Counts the rollouts of one group. */
  add(rows: readonly ScoredRow[]): void {
    this.groups += 1;
    const values = rows.flatMap(({ reward }) => (reward.value === null ? [] : [reward.value]));
    if (values.length > 1 && values.every((value) => value === values[0])) this.flat += 1;
    for (const { correct, reward } of rows) {
      this.n += 1;
      if (typeof correct === 'boolean') this.judged += 1;
      if (correct === true) this.right += 1;
      if (reward.value !== null) this.reward.add(reward.value);
      for (const [name, value] of Object.entries(reward.terms)) {
        const running = this.terms.get(name) ?? new Running();
        this.terms.set(name, running);
        if (value !== null) running.add(value);
      }
    }
  }

  /** The share of right responses; null when none was judged. */
  get accuracy(): number | null {
    return this.judged === 0 ? null : this.right / this.judged;
  }

  /** As it is written by `--json`. */
  summary(): object {
    const meanOf = ({ n, mean }: Running): number | null => (n === 0 ? null : mean);
    return {
      rollouts: this.n,
      groups: this.groups,
      scored: this.reward.n,
      mean: meanOf(this.reward),
      std: this.reward.std,
      accuracy: this.accuracy,
      flat: this.flat,
      terms: Object.fromEntries([...this.terms].map(([name, running]) => [name, meanOf(running)])),
    };
  }
}
