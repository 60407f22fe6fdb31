import { canonicalJson, type Json } from '../../support/index.js';
import type { Registry } from '../registry.js';
import type { ConstTerm, Term } from '../term.js';
import { childrenOf } from '../traverse.js';

/** What a rule may count on. */
export interface Setting {
  readonly registry: Registry;
  /**
   * Nothing above compares the value with a number (a gate's condition, a threshold, a rank, a z-score's "no spread"), so a
   * last digit may change.
   */
  readonly rounding: boolean;
  /** The term stands at the root, where the names of a sum's parts are what is reported. */
  readonly root: boolean;
}

/** A rewriting of a node whose children are simple already; the node itself where there is nothing to do. */
export type Rule<T extends Term = Term> = (term: T, setting: Setting) => Term;

export const isConst = (term: Term): term is ConstTerm => term.op === 'const';

/** A constant, where the number is one: constants are finite. */
export const constOr = (value: number, otherwise: Term): Term =>
  Number.isFinite(value) ? { op: 'const', value: value === 0 ? 0 : value } : otherwise;

/** Multiplying by it changes no digit (far from the ends of float64). */
export const isPowerOfTwo = (value: number): boolean =>
  Math.abs(value) >= 2 ** -50 && Math.abs(value) <= 2 ** 50 && Number.isInteger(Math.log2(Math.abs(value)));

// Erasure: terms are JSON by construction.
export const contentOf = (term: Term): string => canonicalJson(term as unknown as Json);

/** Whether a statistic of the group stands in a term: its range holds up to rounding only. */
export const hasStatistic = (term: Term): boolean =>
  term.op === 'centre' || term.op === 'zscore' || childrenOf(term).some((child) => hasStatistic(child.term));
