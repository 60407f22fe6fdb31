import type { Json } from '../support/index.js';
import type { Facts, Group, Rollout, Scores } from './rollout.js';

/** A closed range of a number; infinite ends allowed. */
export type Range = readonly [min: number, max: number];

/** What a signal or term reads besides the text. */
export type Need =
  | 'correct'
  | 'verdict'
  | 'tokens'
  | 'tokenIds'
  | 'finish'
  | 'logProbs'
  | 'entropy'
  | 'modelScore'
  | 'stepScores'
  | 'noThinking'
  | 'referenceAccuracy'
  | 'gold'
  | 'extra'
  | 'group'
  | 'history';

/**
 * What a signal remembers about one problem: a commutative monoid, so that batches may be learned from in any order,
 * split between processes, and merged. `null` is the empty memory ("nothing known yet").
 */
export interface Memory<S extends Json> {
  /** Associative and commutative. */
  readonly merge: (a: S, b: S) => S;
  /**
   * What one group teaches, `null` when nothing. Never looks at the memory, and is the merge of what the group's
   * rollouts teach one by one, so that a group may arrive in parts.
   */
  readonly learn: (group: Group, params: Params) => S | null;
  /** What is wrong with a state, in words, or `null`: stores and imports refuse such states. Absent: any JSON will do. */
  readonly misfit?: (state: Json) => string | null;
}

/** A signal's parameters, checked and with defaults filled in. */
export type Params = Readonly<Record<string, Json>>;

/** One parameter: its kind, its default and its limits. */
export type Parameter =
  | {
      readonly kind: 'number';
      /** Without a default the parameter must be given: there is no value that would suit most runs. */
      readonly default?: number;
      readonly min?: number;
      readonly max?: number;
      /** Whole numbers only: a count. */
      readonly integer?: boolean;
      readonly what: string;
    }
  | { readonly kind: 'boolean'; readonly default: boolean; readonly what: string }
  | {
      readonly kind: 'choice';
      readonly default: string;
      readonly choices: readonly string[];
      readonly what: string;
    }
  /** A short text such as a tag or a name, matched literally: never a pattern. */
  | { readonly kind: 'text'; readonly default?: string; readonly what: string };

/**
 * A named source of scores: a pure function of a group, its parameters and a snapshot of its memory. Adding a signal
 * is writing one of these; adding an operator touches every interpreter.
 */
export interface Signal<S extends Json = Json> {
  readonly name: string;
  /** One sentence for people. */
  readonly summary: string;
  /** Where the formula comes from. */
  readonly source: string;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly needs: (params: Params) => readonly Need[];
  /** The range of scores for checked parameters, over any data. */
  readonly range: (params: Params) => Range;
  /** The same, given whether the response is right; equals `range` for signals that do not look. */
  readonly rangeWhen?: (params: Params, correct: boolean) => Range;
  /**
   * The range of "score of a right response − score of a wrong one" within one group, where it is tighter than the ranges
   * apart: what both share (a reference accuracy, the longest response) falls out of it.
   */
  readonly gap?: (params: Params) => Range;
  readonly memory?: Memory<S>;
  /** Facts it gathers itself, before any arithmetic: one `Facts` a rollout, in order. The only place that may wait. */
  readonly gather?: (rollouts: readonly Rollout[], params: Params) => Promise<readonly Facts[]>;
  /** One score a rollout; `null` where a needed fact is missing. `memory` is `null` while nothing is known. */
  readonly score: (group: Group, params: Params, memory: S | null) => Scores;
}
