import { Worker } from 'node:worker_threads';
import { BackendError, fail, type Outcome, succeed } from '../../support/index.js';
import type { Question, Reply } from './worker.js';

/**
 * Asks nerdamer one command in a fresh worker, which is stopped afterwards whatever happened. `milliseconds` is a
 * real clock: nerdamer cannot be stopped otherwise, which is why its proposals never take part in a verdict.
 */
export function askNerdamer(command: string, milliseconds: number): Promise<Outcome<string, string>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.js', import.meta.url));
    const finish = (outcome: Outcome<string, string>): void => {
      clearTimeout(deadline);
      void worker.terminate();
      resolve(outcome);
    };
    const deadline = setTimeout(() => finish(fail(`no answer within ${milliseconds} ms`)), milliseconds);
    worker.once('message', (reply: Reply) =>
      finish('printed' in reply ? succeed(reply.printed) : fail(reply.failed)),
    );
    worker.once('error', (error) => {
      clearTimeout(deadline);
      const missing = 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
      if (missing)
        reject(
          new BackendError('proposals need the package nerdamer; add it with: npm install nerdamer@1.1.13'),
        );
      else resolve(fail(error.message));
    });
    worker.postMessage({ command } satisfies Question);
  });
}
