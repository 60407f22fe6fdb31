import type { Scores, Trace } from '../../rewards/index.js';
import { namedValues } from '../../rewards/index.js';
import type { ScoreRow } from './rows.js';

/** What is written of one rollout: the `reward` object of `--jsonl`. */
export interface RewardRecord {
  /** Null only where the reward abstains. */
  readonly value: number | null;
  /** The value of every named part before its weight, null where a fact is missing. */
  readonly terms: Readonly<Record<string, number | null>>;
  readonly advantage?: number | null;
}

/** A scored rollout with the row it belongs to. */
export interface ScoredRow {
  readonly row: ScoreRow;
  readonly correct: boolean | null | undefined;
  readonly reward: RewardRecord;
}

/** The reward object of rollout `i` of a group. `advantagesG` null: none was asked for. */
export function rewardRecord(
  rewardsG: Scores,
  trace: Trace,
  advantagesG: Scores | null,
  i: number,
): RewardRecord {
  const record = { value: rewardsG[i] ?? null, terms: namedValues(trace, i) };
  return advantagesG === null ? record : { ...record, advantage: advantagesG[i] ?? null };
}
