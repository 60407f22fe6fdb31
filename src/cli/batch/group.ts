import { usualK } from '../../report/index.js';
import { passAtK } from '../../support/index.js';
import type { Judged, VerifyRecord } from '../record.js';

/** What several responses to one problem add up to. */
export interface GroupScore {
  /** Number of responses. */
  readonly k: number;
  /** Share of responses that are right. */
  readonly avgAtK: number;
  /** Unbiased pass@k by k, as far as k responses exist. */
  readonly passAtK: Readonly<Record<string, number>>;
  /** 1 when the largest group of equal answers is right, else 0. */
  readonly majAtK: number;
}

/** The record that stands for a whole record: the majority's, or the first when nothing was answered. */
export const leading = ({ records, majority }: Judged): VerifyRecord =>
  records[majority ?? 0] as VerifyRecord;

/** The scores of several responses; null for a single response, or when the gold is unusable. */
export function groupScore(judged: Judged, ks: readonly number[] | null): GroupScore | null {
  const { records, majority } = judged;
  const n = records.length;
  if (n < 2 || records.every(({ correct }) => correct === null)) return null;
  const right = records.filter(({ correct }) => correct === true).length;
  const chosen = (ks ?? usualK(n)).filter((k) => k <= n);
  return {
    k: n,
    avgAtK: right / n,
    passAtK: Object.fromEntries(chosen.map((k) => [String(k), passAtK(n, right, k)])),
    majAtK: majority !== null && records[majority]?.correct === true ? 1 : 0,
  };
}

/**
 * The `verify` object of a record: the verdict itself; for several responses the majority's verdict, the scores, the
 * index of the response that stands for the majority, and the verdict of each response.
 */
export function verifyObject(judged: Judged, ks: readonly number[] | null): object {
  if (judged.records.length < 2) return leading(judged);
  const ms = judged.records.reduce((sum, record) => sum + record.ms, 0);
  const { records, majority } = judged;
  return { ...leading(judged), ms, ...groupScore(judged, ks), majority, responses: records };
}
