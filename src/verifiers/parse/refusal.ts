import type { ParseFailure } from './token.js';

/**
 * Carries a failure up to where a parse began. It is control flow inside the parser; callers never see it. No error:
 * to record a stack that nobody reads takes longer than most parses.
 */
export class Refusal {
  readonly failure: ParseFailure;
  constructor(failure: ParseFailure) {
    this.failure = failure;
  }
}
