import type { MessagePort } from 'node:worker_threads';
import type { PolicyChoice } from '../policy.js';
import type { Job, Judgement } from './job.js';

/** What a worker is started with. */
export interface WorkerSetup {
  /** URL of the module whose `verify` (and `compare`, for votes) is used; null: this package's own. */
  readonly module: string | null;
  readonly policy: PolicyChoice;
  /** Shared cells of {@link Cell}, by which a lost worker tells which job it was at. */
  readonly cells: SharedArrayBuffer;
  /** Where requests come from and replies go. */
  readonly port: MessagePort;
  /** Milliseconds to stay awake after a reply, for a request that follows at once. */
  readonly awakeMs: number;
}

/** Indices into the shared cells. */
export const cell = {
  /** Index of the job being judged, or -1 before the first. */
  job: 0,
  /** Counts jobs begun, so that a watcher sees progress. */
  beat: 1,
  /** Counts requests sent. */
  asked: 2,
  /** Counts replies sent. */
  answered: 3,
} as const;

/** What a worker is sent: jobs in order. */
export interface Request {
  readonly jobs: readonly Job[];
}

/** What it sends back: their judgements, in the same order. */
export interface Reply {
  readonly judgements: readonly Judgement[];
}
