import type { Budget } from '../support/index.js';
import type { Policy } from './policy.js';

/** What every step of one call shares: the options and the one step counter. Nothing outlives the call. */
export interface Context {
  readonly policy: Policy;
  readonly budget: Budget;
}
