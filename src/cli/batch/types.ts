import type { PolicyChoice } from '../../verifiers/index.js';
import type { Job } from '../../verifiers/pool.js';
import type { Fault, Row } from '../input/index.js';
import type { Judged } from '../record.js';
import type { FieldChoice } from '../shapes/index.js';

/** One record on its way: where it lies, what is to be judged, and how it counts. */
export interface Unit {
  readonly kind: 'unit';
  /** Index of the input file. */
  readonly source: number;
  readonly row: Row;
  readonly job: Job;
  readonly id: string | null;
  /** False for a repetition of an earlier record (lm-eval's further filters): judged, but not counted. */
  readonly counted: boolean;
  /** What is missing in the record, in words; null when nothing is. */
  readonly lacks: string | null;
}

/** A judged record. */
export interface Entry {
  readonly kind: 'entry';
  readonly unit: Unit;
  readonly judged: Judged;
}

/** A record before it is judged, or why there is none; faults keep their place in the order. */
export type Waiting = Unit | Fault;

/** A record after it is judged, or why there is none. */
export type Done = Entry | Fault;

/** What `--only` lets through. */
export type Only = 'wrong' | 'correct' | 'error';

/** All options of a batch, checked. */
export interface BatchOptions {
  readonly files: readonly string[];
  readonly fields: FieldChoice;
  readonly gold: string | null;
  readonly on: string | null;
  /** Field of the `--gold` file. */
  readonly goldLabel: string | undefined;
  readonly policy: PolicyChoice;
  readonly format: 'table' | 'json' | 'jsonl';
  readonly output: string | null;
  readonly resume: boolean;
  readonly only: Only | null;
  readonly rejects: string | null;
  readonly ks: readonly number[] | null;
  readonly examples: number;
  readonly limit: number;
  readonly shard: { readonly part: number; readonly of: number } | null;
  readonly jobs: number | undefined;
  readonly rowTimeout: number | undefined;
  readonly quiet: boolean;
  readonly progress: boolean;
  readonly color: string | undefined;
  readonly minAccuracy: number | null;
  readonly failOn: 'wrong' | 'error' | 'none';
}
