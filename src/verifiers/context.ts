import type { Budget, Outcome } from '../support/index.js';
import type { Answer } from './answer.js';
import type { ParseFailure } from './parse/token.js';
import type { Policy } from './policy.js';

/** What a text read as, and the steps that cost: whoever asks again pays them again, so that no step count depends on the order of questions. */
export interface Remembered {
  readonly notation: 'latex' | 'plain';
  readonly outcome: Outcome<Answer, ParseFailure>;
  readonly steps: number;
}

/** What every step of one call shares: the options and the one step counter. Nothing outlives the call. */
export interface Context {
  readonly policy: Policy;
  readonly budget: Budget;
  /** Mathematics parsed in this call by its text, so that extraction, gold and answer do not parse the same text twice. */
  readonly parsed?: Map<string, Remembered>;
}
