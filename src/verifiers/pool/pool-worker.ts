import { receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { TextOptions } from '../texts.js';
import type { Verdict } from '../verdict.js';
import type { VerifyOptions, VerifyResult } from '../verify.js';
import { type Job, type Judgement, lostResult, type TimedResult } from './job.js';
import { cell, type Reply, type Request, type WorkerSetup } from './protocol.js';
import { Vigil } from './vigil.js';
import { majority } from './vote.js';

/** What the judging module exports. `compare` is needed only for votes. */
interface Judge {
  verify(gold: string | readonly string[], response: string, options?: VerifyOptions): VerifyResult;
  compare?(gold: string, given: string, options?: TextOptions): Verdict;
}

const setup = workerData as WorkerSetup;
const cells = new Int32Array(setup.cells);
const judge: Judge = setup.module === null ? await import('../index.js') : await import(setup.module);

/** A throwing verifier is a bug of ours: it costs this response, with its cause. */
function timed(job: Job, response: string): TimedResult {
  const options = { policy: setup.policy, ...(job.problem === undefined ? {} : { problem: job.problem }) };
  const start = performance.now();
  try {
    const result = judge.verify(job.gold, response, options);
    return { ...result, ms: performance.now() - start };
  } catch (error) {
    return { ...lostResult(`the verifier failed: ${String(error)}`), ms: performance.now() - start };
  }
}

function judgeJob(job: Job): Judgement {
  const results = job.responses.map((response) => timed(job, response));
  if (results.length < 2) return { results, majority: results[0]?.extracted ? 0 : null };
  const { compare } = judge;
  const same = (a: string, b: string): boolean => {
    try {
      return compare?.(a, b, { policy: setup.policy }).kind === 'equal';
    } catch {
      return false;
    }
  };
  return {
    results,
    majority: majority(
      results.map(({ extracted }) => extracted?.text ?? null),
      same,
    ),
  };
}

const { port } = setup;
const vigil = new Vigil(cells, cell.asked, setup.awakeMs);
let answered = 0;

function answer({ jobs }: Request): void {
  const judgements = jobs.map((job, index) => {
    Atomics.store(cells, cell.job, index);
    Atomics.add(cells, cell.beat, 1);
    return judgeJob(job);
  });
  port.postMessage({ judgements } satisfies Reply);
  answered = Atomics.add(cells, cell.answered, 1) + 1;
}

/** A request that comes while this thread is still awake. */
const next = (): Request | undefined =>
  vigil.wait(answered) ? receiveMessageOnPort(port)?.message : undefined;

port.on('message', (first: Request) => {
  for (let request: Request | undefined = first; request !== undefined; request = next()) answer(request);
});
