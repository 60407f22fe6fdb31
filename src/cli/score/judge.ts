import type { Verdict } from '../../verifiers/index.js';
import type { Pool, TimedResult } from '../../verifiers/pool.js';
import type { ScoreRow } from './rows.js';

/** What is known of whether a response is right. */
export interface Judged {
  /** Null for an unusable gold; undefined where there is nothing to judge by. */
  readonly correct: boolean | null | undefined;
  readonly verdict: Verdict | undefined;
  /** Why a gold is unusable or a worker was lost, in words; null else. */
  readonly trouble: string | null;
}

/** Rows handed to a worker at a time, and how many such parcels are on their way. */
const PARCEL = 64;
const AHEAD = 8;

/** True when the verifier has to look at a row. */
const asksVerifier = ({ facts, gold }: ScoreRow, verdicts: boolean): boolean =>
  gold !== null && (facts.correct === undefined || verdicts);

/**
 * Whether each response is right: what its record says, or else the verifier. `verdicts`: the reward reads the verdict
 * itself, which no record carries.
 */
export async function judgeRows(
  rows: readonly ScoreRow[],
  pool: Pool,
  verdicts: boolean,
  onProgress: (done: number) => void,
): Promise<readonly Judged[]> {
  const judged = rows.map(
    ({ facts }): Judged => ({ correct: facts.correct, verdict: undefined, trouble: null }),
  );
  const open = rows.flatMap((row, i) => (asksVerifier(row, verdicts) ? [i] : []));
  const parcels: (readonly number[])[] = [];
  for (let from = 0; from < open.length; from += PARCEL) parcels.push(open.slice(from, from + PARCEL));
  let done = 0;
  for (let from = 0; from < parcels.length; from += AHEAD) {
    const judging = parcels.slice(from, from + AHEAD).map(async (parcel) => {
      const jobs = parcel.map((i) => jobOf(rows[i] as ScoreRow));
      const results = await pool.run(jobs);
      for (const [k, i] of parcel.entries())
        judged[i] = verdictOf(rows[i] as ScoreRow, results[k]?.results[0] as TimedResult);
      done += parcel.length;
      onProgress(done);
    });
    await Promise.all(judging);
  }
  return judged;
}

const jobOf = ({ gold, response, prompt }: ScoreRow): Parameters<Pool['run']>[0][number] => ({
  gold: gold ?? '',
  responses: [response],
  ...(prompt === null ? {} : { problem: prompt }),
});

function verdictOf({ facts, gold }: ScoreRow, { correct, verdict, reason }: TimedResult): Judged {
  const lost = verdict.kind === 'undecided' && verdict.reason === 'lost';
  const named = typeof gold === 'string' ? gold : (gold ?? []).join(' | ');
  const trouble =
    correct === null
      ? `unusable gold '${named.slice(0, 80)}': ${reason}`
      : lost
        ? `not judged: ${reason}`
        : null;
  return { correct: facts.correct ?? correct, verdict, trouble };
}
