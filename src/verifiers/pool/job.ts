import type { VerifyResult } from '../verify.js';

/** One problem with one or several responses to it. */
export interface Job {
  readonly gold: string | readonly string[];
  readonly responses: readonly string[];
  readonly problem?: string | undefined;
}

/** A verdict with its time. Everything but `ms` depends on the gold, the response, the problem and the policy alone. */
export interface TimedResult extends VerifyResult {
  /** Milliseconds of extraction, both parses and the comparison, unrounded. */
  readonly ms: number;
}

/** The verdicts of one {@link Job}, in order. */
export interface Judgement {
  readonly results: readonly TimedResult[];
  /**
   * Index of the response that stands for the largest group of equal answers: the first of them; null when no
   * response has an answer.
   */
  readonly majority: number | null;
}

/** The result of a response whose worker was lost: not paid, and told apart by its reason. */
export const lostResult = (detail: string): TimedResult => ({
  correct: false,
  verdict: { kind: 'undecided', reason: 'lost', detail, steps: 0 },
  kind: null,
  certainty: null,
  rule: null,
  reason: detail,
  extracted: null,
  steps: 0,
  ms: 0,
});
