/**
 * Many verdicts at once, on worker threads (Node only). Verdicts are the same as `verify` gives, in the order of the
 * rows, whatever the number of workers; a worker that crashes or hangs costs the row it was at.
 *
 * @module
 */
import type { Job, TimedResult } from './pool/job.js';
import { Pool, type PoolOptions } from './pool/pool.js';

export type { Job, Judgement, TimedResult } from './pool/job.js';
export { defaultWorkers, Pool, type PoolOptions } from './pool/pool.js';
export { majority } from './pool/vote.js';

/** One response to verify. */
export interface VerifyRow {
  readonly gold: string | readonly string[];
  readonly response: string;
  readonly problem?: string | undefined;
}

/** Rows sent to a worker at a time, and the response characters after which a batch is full. */
const BATCH_ROWS = 64;
const BATCH_CHARACTERS = 1 << 16;

/** Results as they come (`for await`), or all of them (`await`). Iterate or await once. */
export type ManyResults = AsyncIterable<TimedResult> & PromiseLike<readonly TimedResult[]>;

/**
 * Verifies rows from any iterable, in constant memory when iterated: rows are taken as results are consumed.
 *
 * @example
 * for await (const result of verifyMany(rows, { workers: 4 })) total += result.correct ? 1 : 0;
 * const results = await verifyMany(rows);
 */
export function verifyMany(
  rows: Iterable<VerifyRow> | AsyncIterable<VerifyRow>,
  options: PoolOptions = {},
): ManyResults {
  const iterate = (): AsyncGenerator<TimedResult, void, undefined> => results(rows, options);
  return {
    [Symbol.asyncIterator]: iterate,
    // biome-ignore lint/suspicious/noThenProperty: awaiting the whole is the point
    then: (onDone, onFailure) => collect(iterate()).then(onDone, onFailure),
  };
}

async function collect(results: AsyncIterable<TimedResult>): Promise<readonly TimedResult[]> {
  const all: TimedResult[] = [];
  for await (const result of results) all.push(result);
  return all;
}

async function* results(
  rows: Iterable<VerifyRow> | AsyncIterable<VerifyRow>,
  options: PoolOptions,
): AsyncGenerator<TimedResult, void, undefined> {
  const pool = new Pool(options);
  const pending: ReturnType<Pool['run']>[] = [];
  const oldest = async function* (): AsyncGenerator<TimedResult, void, undefined> {
    for (const {
      results: [result],
    } of await (pending.shift() as ReturnType<Pool['run']>)) {
      if (result !== undefined) yield result;
    }
  };
  try {
    for await (const jobs of batches(rows)) {
      const run = pool.run(jobs);
      // A failure is thrown where the batch's turn comes.
      run.catch(() => {});
      pending.push(run);
      if (pending.length >= pool.size * 2 + 2) yield* oldest();
    }
    while (pending.length > 0) yield* oldest();
  } finally {
    await pool.close();
  }
}

async function* batches(
  rows: Iterable<VerifyRow> | AsyncIterable<VerifyRow>,
): AsyncGenerator<readonly Job[], void, undefined> {
  let jobs: Job[] = [];
  let characters = 0;
  for await (const { gold, response, problem } of rows) {
    jobs.push({ gold, responses: [response], problem });
    characters += response.length;
    if (jobs.length < BATCH_ROWS && characters < BATCH_CHARACTERS) continue;
    yield jobs;
    jobs = [];
    characters = 0;
  }
  if (jobs.length > 0) yield jobs;
}
