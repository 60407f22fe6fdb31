import type { Json } from '../../support/index.js';
import type { Evaluation } from '../evaluate.js';

/** What `summary.json` says. */
export interface Summary {
  readonly name: string;
  /** Seeds of the run and of its base. */
  readonly seed: number;
  readonly baseSeed: number;
  readonly engine: Json;
  readonly steps: number;
  /** Seconds of training and of both evaluations, without pretraining, on whatever ran beside it. */
  readonly seconds: number;
  /** Responses sampled in training. */
  readonly rollouts: number;
  readonly heldout: { readonly before: Evaluation; readonly after: Evaluation };
  /** Pretraining alone: SHA-256 of the weights' file, and whether the shipped base has the same bytes. */
  readonly base?: { readonly sha256: string; readonly shipped: 'same' | 'different' | 'none' };
}
