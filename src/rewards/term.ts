import type { Json } from '../support/index.js';

/**
 * A reward is a small tree of data. Interpreters give it meaning: `evaluate` (numbers), `bounds` (a range without
 * data), `needs` (which facts it reads), `learn` (what it remembers), `check` (what can go wrong), `explain`.
 *
 * Missing values: a signal gives `null` when a fact it reads is missing. `null` passes through every operator
 * except two: a `sum` with `missing: 'skip'` leaves the part out, and the group operations leave it out of their
 * statistics (it stays `null` itself). What a `null` at the root is worth is the reward's `undecided` policy.
 */
export type Term =
  | ConstTerm
  | SignalTerm
  | SumTerm
  | ListTerm
  | GateTerm
  | ClipTerm
  | AffineTerm
  | ThresholdTerm
  | ScheduleTerm
  | CentreTerm
  | ZScoreTerm
  | RankTerm;

/** The same finite number for every rollout. */
export interface ConstTerm {
  readonly op: 'const';
  readonly value: number;
}

/** A named signal with its parameters. Two signal nodes share memory when name and parameters are the same. */
export interface SignalTerm {
  readonly op: 'signal';
  readonly name: string;
  readonly params: Readonly<Record<string, Json>>;
}

/** One named part of a sum. */
export interface Part {
  readonly name: string;
  readonly weight: number;
  readonly term: Term;
}

/** Σ weight·term; `normalised` divides the weights by their sum first. */
export interface SumTerm {
  readonly op: 'sum';
  readonly weights: 'raw' | 'normalised';
  /** `null`: one missing part makes the sum missing; `skip`: it is left out (all missing is still missing). */
  readonly missing: 'null' | 'skip';
  readonly parts: readonly Part[];
}

/** Product, least or greatest of at least one term. */
export interface ListTerm {
  readonly op: 'product' | 'min' | 'max';
  readonly terms: readonly Term[];
}

/** `pass` where `when ≥ atLeast`, else `fail`; per rollout. */
export interface GateTerm {
  readonly op: 'gate';
  readonly when: Term;
  readonly atLeast: number;
  readonly pass: Term;
  readonly fail: Term;
}

/** The term held to [min, max]. */
export interface ClipTerm {
  readonly op: 'clip';
  readonly min: number;
  readonly max: number;
  readonly term: Term;
}

/** scale·term + shift. */
export interface AffineTerm {
  readonly op: 'affine';
  readonly scale: number;
  readonly shift: number;
  readonly term: Term;
}

/** 1 where `term ≥ at`, else 0. */
export interface ThresholdTerm {
  readonly op: 'threshold';
  readonly at: number;
  readonly term: Term;
}

/** The term times a factor of the step: linear between knots `[step, factor]`, constant beyond the outermost. */
export interface ScheduleTerm {
  readonly op: 'schedule';
  readonly knots: readonly (readonly [step: number, factor: number])[];
  readonly term: Term;
}

/** The term minus its mean over the group. */
export interface CentreTerm {
  readonly op: 'centre';
  readonly term: Term;
}

/**
 * (term − mean) / (std + epsilon) over the group; a group without spread is exactly 0. `sample` divides by n − 1
 * (TRL, verl, the GRPO code), `population` by n.
 */
export interface ZScoreTerm {
  readonly op: 'zscore';
  readonly std: 'sample' | 'population';
  readonly epsilon: number;
  readonly term: Term;
}

/** Rank in the group mapped to [−1, 1], lowest −1; ties share their mean rank; a group of one is 0. */
export interface RankTerm {
  readonly op: 'rank';
  readonly term: Term;
}

/** A term with a name, a version and its one policy for missing values: what is stored, hashed and run. */
export interface Reward {
  readonly version: 1;
  readonly name: string;
  /** A missing value at the root: worth 0, left out of statistics and loss, or an error naming the rollout. */
  readonly undecided: 'zero' | 'abstain' | 'fail';
  readonly term: Term;
}
