import { setTimeout as wait } from 'node:timers/promises';
import { BackendError } from '../../support/index.js';

/** How a request is tried again. */
export interface RetryOptions {
  /** Attempts in all, ≥ 1. */
  readonly attempts: number;
  /** Before the second attempt, milliseconds; doubled before every further one, up to a minute. */
  readonly backOffMs: number;
}

/** A failure that may pass: the server is busy, restarting or out of reach. */
export class PassingFault extends Error {
  override readonly name: string = 'PassingFault';
  /** How long the server asks to be left alone, milliseconds. */
  readonly retryAfterMs: number | null;
  constructor(message: string, retryAfterMs: number | null = null) {
    super(message);
    this.retryAfterMs = retryAfterMs;
  }
}

const LONGEST_WAIT_MS = 60_000;

/**
 * Tries until it succeeds, a fault that will not pass is thrown, or the attempts are used up: then {@link BackendError} with what
 * `where` is and the last fault.
 */
export async function withRetries<T>(
  where: string,
  { attempts, backOffMs }: RetryOptions,
  signal: AbortSignal,
  attempt: () => Promise<T>,
): Promise<T> {
  for (let made = 1; ; made += 1) {
    try {
      return await attempt();
    } catch (fault) {
      if (!(fault instanceof PassingFault)) throw fault;
      if (made >= attempts)
        throw new BackendError(`${where} does not answer after ${made} attempts: ${fault.message}`, {
          cause: fault,
        });
      const pause = fault.retryAfterMs ?? backOffMs * 2 ** (made - 1);
      await wait(Math.min(pause, LONGEST_WAIT_MS), undefined, { signal });
    }
  }
}

/** What a `Retry-After` header asks for, milliseconds: seconds, or a date. */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null) return null;
  const seconds = Number(header);
  const pause = Number.isNaN(seconds) ? Date.parse(header) - now : seconds * 1000;
  return Number.isNaN(pause) ? null : Math.max(0, pause);
}
