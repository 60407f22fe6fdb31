import { parentPort } from 'node:worker_threads';
import nerdamer from 'nerdamer/all.js';

/**
 * The one file that touches nerdamer. It runs in a worker because nerdamer patches Math, keeps every expression it
 * has seen and can hang; whoever asks kills the worker at a deadline and starts a fresh one.
 */
export interface Question {
  /** A whole command in nerdamer's notation, such as `factor(x^4-1)`. */
  readonly command: string;
}

/** What nerdamer printed, or why it printed nothing. */
export type Reply = { readonly printed: string } | { readonly failed: string };

parentPort?.on('message', ({ command }: Question) => {
  parentPort?.postMessage(ask(command));
});

function ask(command: string): Reply {
  try {
    return { printed: nerdamer(command).toString() };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  } finally {
    nerdamer.flush();
  }
}
