import type { ParseFailure } from './token.js';

/** Carries a failure up to where a parse began. It is control flow inside the parser; callers never see it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly failure: ParseFailure;
  constructor(failure: ParseFailure) {
    super(failure.message);
    this.failure = failure;
  }
}
