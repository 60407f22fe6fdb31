import type { Registry } from '../registry.js';
import type { Group } from '../rollout.js';
import type { Need, Range } from '../signal.js';
import type { Reward } from '../term.js';
import type { Site } from './sites.js';

/**
 * `error`: the reward cannot be run as it stands; `warning`: it probably does not pay what it is meant to; `note`: worth
 * knowing.
 */
export type Severity = 'error' | 'warning' | 'note';

/** Two rollouts of one group whose rewards show a warning true; `score` gives the same numbers again. */
export interface Counterexample {
  readonly group: Group;
  /** What was learned before, in order: `learn(term, history, noMemories, registry)` is the memory to score with. */
  readonly history: readonly Group[];
  /** The rollout that should earn more, and the one that should not, by their places in the group. */
  readonly should: number;
  readonly shouldNot: number;
  /** Their rewards, in that order; `null` is an abstention. */
  readonly rewards: readonly [number | null, number | null];
}

/** One thing a static check found. */
export interface Warning {
  /** Name of the rule, in kebab-case; docs/algebra.md lists them. */
  readonly rule: string;
  readonly severity: Severity;
  /** Path of the node, such as `term.parts[0].term`. */
  readonly path: string;
  readonly message: string;
  readonly counterexample?: Counterexample;
}

/** What is known of the run a reward is checked for. */
export interface CheckOptions {
  /** Rollouts in every group. */
  readonly groupSize?: number;
  /** The facts that rollouts and groups will bring; absent: all. A group of two or more is a fact by `groupSize`. */
  readonly provides?: readonly Need[];
  /** Training steps, counted from 0. */
  readonly steps?: number;
  /** Evaluations that each search for a counterexample may spend; 20,000 unless told, fewer for terms beyond 100 nodes. */
  readonly effort?: number;
}

/** What every rule looks at: the completed reward, its nodes, and the range of each. */
export interface CheckContext {
  readonly reward: Reward;
  readonly registry: Registry;
  readonly options: CheckOptions;
  readonly sites: readonly Site[];
  /** The range of a node over any data. */
  readonly rangeOf: (site: Site) => Range;
}

/** One static rule. */
export type CheckRule = (context: CheckContext) => readonly Warning[];
