import { setMaxListeners } from 'node:events';
import { type Json, TouchstoneError } from '../support/index.js';
import type { Scorer } from './scorer.js';
import { idOf, readEnvelope, type ScoreReply } from './wire/envelope.js';
import { Fault } from './wire/fault.js';

/** Limits that hold for a request over any transport. */
export interface RequestLimits {
  /** Items of one request. */
  readonly items: number;
  /** Milliseconds a request may take when it does not say; then its work is stopped and it is answered with an error. */
  readonly deadlineMs: number;
}

/** Answers one request of our own protocol. Never throws: what is wrong is the reply. */
export async function respond(
  scorer: Scorer,
  value: Json,
  limits: RequestLimits,
  gone?: AbortSignal,
): Promise<ScoreReply> {
  const start = performance.now();
  const id = idOf(value);
  try {
    const { items, reward, deadlineMs } = readEnvelope(value, limits.items);
    const results = await withDeadline(deadlineMs ?? limits.deadlineMs, gone, (signal) =>
      scorer.score(items, reward, signal),
    );
    return { id, results, ms: performance.now() - start };
  } catch (error) {
    return { id, error: faultOf(error) };
  }
}

/** Runs work under a signal that aborts at the deadline, or when the client is gone or the server stops (a Fault). */
export async function withDeadline<T>(
  deadlineMs: number,
  gone: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const control = new AbortController();
  // Every part of a batch listens; none is forgotten.
  setMaxListeners(0, control.signal);
  const leave = (): void => {
    const why: unknown = gone?.reason;
    control.abort(why instanceof Fault ? why : new Fault('timeout', 'the client went away'));
  };
  const timer = setTimeout(
    () => control.abort(new Fault('timeout', `not judged within the deadline of ${deadlineMs} ms`)),
    Math.min(deadlineMs, MAX_TIMER_MS),
  );
  if (gone?.aborted === true) leave();
  gone?.addEventListener('abort', leave, { once: true });
  try {
    return await work(control.signal);
  } finally {
    clearTimeout(timer);
    gone?.removeEventListener('abort', leave);
  }
}

/** The longest delay a timer holds; a greater one would fire at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** What a client is told of an error: its own mistakes in full, ours without their insides. */
export function faultOf(error: unknown): { readonly code: Fault['code']; readonly message: string } {
  if (error instanceof Fault) return { code: error.code, message: error.message };
  if (error instanceof TouchstoneError) return { code: 'bad_request', message: error.message };
  return { code: 'internal', message: 'the server failed at this request; its log has the cause' };
}
