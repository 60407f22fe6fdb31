import type { Verdict } from '../verifiers/index.js';

/**
 * What is known of a response besides its text. Facts are gathered first (by workers, judges, the trainer);
 * rewards are plain arithmetic over them afterwards. A fact that is absent is `undefined`: a signal that needs
 * it gives `null`.
 */
export interface Facts {
  /** What the verifier says it is worth: `null` only when the gold is unusable. */
  readonly correct?: boolean | null;
  /** The verdict behind `correct`, for graded correctness and explanations. */
  readonly verdict?: Verdict;
  /** Mean entropy of the next-token distributions over the response, in nats, ≥ 0. */
  readonly meanEntropy?: number;
  /** Log-probabilities of the sampled tokens, in nats, one per token. */
  readonly logProbs?: readonly number[];
  /** Token ids of the response, for repetition over tokens. */
  readonly tokenIds?: readonly number[];
  /** A reward model's score of the whole response, any real number. */
  readonly modelScore?: number;
  /** A process reward model's score of each step's prefix, in order. */
  readonly stepScores?: readonly number[];
  /** AdaptThink: the response was made to answer without thinking. */
  readonly noThinking?: boolean;
  /** Any further number a user's own signal reads, by name. */
  readonly extra?: Readonly<Record<string, number | null>>;
}

/** One sampled response. */
export interface Rollout {
  readonly text: string;
  /** Length in tokens, without the end-of-sequence token; ≥ 0. */
  readonly tokens?: number;
  /** `length`: cut off by the length limit. */
  readonly finish?: 'stop' | 'length';
  /**
   * Names the response among those to its problem in this step: one that is delivered twice teaches a history once.
   * Absent: its text and length name it, with a count among equal ones.
   */
  readonly sample?: string;
  readonly facts: Facts;
}

declare const problemId: unique symbol;

/** Names a problem across steps and processes; any string, compared code unit by code unit. */
export type ProblemId = string & { readonly [problemId]: true };

/** Marks a string as a problem's name. */
export const asProblemId = (id: string): ProblemId => id as ProblemId;

/** The responses to one problem in one step. Scores over a group are arrays `[G]`, one entry a rollout. */
export interface Group {
  readonly problem: ProblemId;
  /** The training step, ≥ 0. */
  readonly step: number;
  readonly rollouts: readonly Rollout[];
  /** The gold answer as its data set writes it, for rewards that look for it in the text. */
  readonly gold?: string;
  /** AdaptThink: the reference policy's mean accuracy on this problem, in [0, 1]. */
  readonly referenceAccuracy?: number;
}

/** One number a rollout, `null` where the signal cannot say. Shape `[G]`. */
export type Scores = readonly (number | null)[];
