import { fail, type Outcome, succeed } from './outcome.js';

/**
 * Signals a spent budget up to the nearest {@link withinBudget}. It is control flow inside the library, not an
 * error a caller ever sees.
 */
export class BudgetSpent extends Error {
  override readonly name = 'BudgetSpent';
}

/**
 * Counts steps of symbolic work. A step is a unit of work of bounded size (one node visited, one 64-bit limb
 * multiplied), so equal inputs spend equal steps on any machine, unlike a clock.
 *
 * Code must never look at what remains to choose a path: a larger budget may then only turn an undecided
 * verdict into a decided one, never change a decision.
 */
export class Budget {
  readonly limit: number;
  #spent = 0;

  /** @param limit steps that may be spent before {@link BudgetSpent} is thrown. */
  constructor(limit: number) {
    this.limit = limit;
  }

  /** Steps spent so far. */
  get spent(): number {
    return this.#spent;
  }

  /** Spends `steps` (default 1); throws {@link BudgetSpent} once the limit is passed. */
  spend(steps = 1): void {
    this.#spent += steps;
    if (this.#spent > this.limit) throw new BudgetSpent();
  }
}

/** Runs `work`, turning a spent budget into a failure value; any other exception passes through. */
export function withinBudget<T>(work: () => T): Outcome<T, 'budget'> {
  try {
    return succeed(work());
  } catch (error) {
    if (error instanceof BudgetSpent) return fail('budget');
    throw error;
  }
}
