import type { Certainty, RuleName } from '../verifiers/index.js';
import type { Judgement, TimedResult } from '../verifiers/pool.js';

/** One verdict as it is written: the `verify` object of `--jsonl`. All but `ms` is the same in every run. */
export interface VerifyRecord {
  /** Paid or not; null for an unusable gold only. */
  readonly correct: boolean | null;
  readonly verdict: 'equal' | 'different' | 'undecided';
  /** Kind of the gold, such as `expression` or `interval`; null when it is unusable. */
  readonly kind: string | null;
  readonly certainty: Certainty | null;
  /** The rule that decided; null for an undecided verdict. */
  readonly rule: RuleName | null;
  /** Why, in words; of an undecided verdict it begins with the code: `no-answer: …`, `bad-gold: …`. */
  readonly reason: string;
  /** The answer found in the response. */
  readonly extracted: string | null;
  /** Steps of the budget spent. */
  readonly steps: number;
  /** Milliseconds of extraction, both parses and the comparison. */
  readonly ms: number;
}

/** The records of one input record's responses. */
export interface Judged {
  readonly records: readonly VerifyRecord[];
  /** Index of the response that stands for the largest group of equal answers. */
  readonly majority: number | null;
}

/** A result as it is written. */
export function verifyRecord(result: TimedResult): VerifyRecord {
  const { correct, verdict, kind, certainty, rule, extracted, steps, ms } = result;
  const reason = verdict.kind === 'undecided' ? `${verdict.reason}: ${verdict.detail}` : result.reason;
  return {
    correct,
    verdict: verdict.kind,
    kind,
    certainty,
    rule,
    reason,
    extracted: extracted?.text ?? null,
    steps,
    ms,
  };
}

/** A judgement as it is written. */
export const judged = ({ results, majority }: Judgement): Judged => ({
  records: results.map(verifyRecord),
  majority,
});
