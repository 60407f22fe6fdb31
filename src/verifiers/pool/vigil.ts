/** Looks between two readings of the clock. */
const LOOKS = 50;

/** The most waits left out after one in vain. */
const MOST_SKIPPED = 128;

/**
 * Waits awake for a shared cell to rise. Waking a thread that sleeps takes longer than most verdicts, and costs the thread
 * that wakes it as much. On a machine with other work it may take the processor from the very thread that is waited
 * for: so after a wait in vain some are left out, more each time, until waits pay again.
 */
export class Vigil {
  readonly #cells: Int32Array;
  readonly #index: number;
  readonly #ms: number;
  /** Waits still to be left out, and how many after the next one in vain. */
  #left = 0;
  #penalty = 1;

  /** `ms`: the longest wait; 0 for none at all. */
  constructor(cells: Int32Array, index: number, ms: number) {
    this.#cells = cells;
    this.#index = index;
    this.#ms = ms;
  }

  /** True as soon as the cell is above `seen`; false when this was not waited for, or in vain. */
  wait(seen: number): boolean {
    if (this.#left > 0) {
      this.#left -= 1;
      return Atomics.load(this.#cells, this.#index) > seen;
    }
    const paid = this.#spin(seen);
    if (!paid) this.#left = this.#penalty;
    this.#penalty = paid ? Math.max(1, this.#penalty / 2) : Math.min(MOST_SKIPPED, this.#penalty * 2);
    return paid;
  }

  #spin(seen: number): boolean {
    const end = performance.now() + this.#ms;
    do {
      for (let look = 0; look < LOOKS; look += 1)
        if (Atomics.load(this.#cells, this.#index) > seen) return true;
    } while (performance.now() < end);
    return false;
  }
}
