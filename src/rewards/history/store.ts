import type { Lesson, Query } from './lesson.js';

/** What an addition came to. */
export interface Added {
  /** Lessons that were new. */
  readonly added: number;
  /** Lessons that were there already under the same memory, problem, step and sample: left as they are. */
  readonly known: number;
  /** Those of the known whose stored state is another one. */
  readonly differing: number;
}

/**
 * A place for lessons. Adding is all or nothing and idempotent; reading sees one committed state, however many
 * processes write meanwhile. Every method fails with a named error and leaves the lessons as they were.
 */
export interface HistoryStore {
  /** Adds lessons; when it resolves they are kept, even through a kill of the process. */
  add(lessons: readonly Lesson[]): Promise<Added>;
  /** The lessons that fit, by memory, problem, step and sample. */
  read(query?: Query): Promise<readonly Lesson[]>;
  /** Gives back what the store holds on to; the store is not used afterwards. */
  close(): Promise<void>;
}
