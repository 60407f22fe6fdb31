import type { Budget } from '../../../support/index.js';
import type { Expr } from '../../expr.js';
import type { Rational } from '../rational.js';
import { Field } from './field.js';
import type { Product } from './types.js';

/** What is known of free symbols; the kernel's assumptions, by name. */
export type SymbolFacts = ReadonlyMap<string, 'real' | 'integer' | 'natural' | 'positive' | 'complex'>;

/** Asks a rigorous enclosure for the sign of a real constant; `null` when it does not tell. */
export type SignOracle = (expr: Expr) => -1 | 1 | null;

/** The product of real factors (by key) that must be positive, or negative, for a step to be real. */
export interface Condition {
  readonly negative: boolean;
  readonly factors: readonly string[];
}

/**
 * What forming normal forms needs. In mode `principal` every rewriting holds at all real points for principal
 * complex values; in mode `real` it holds where every step is real, and those conditions are collected.
 */
export interface Workspace {
  readonly field: Field;
  readonly budget: Budget;
  readonly facts: SymbolFacts;
  readonly mode: 'principal' | 'real';
  /** True where the imaginary unit is written: odd roots are principal then, not real. */
  readonly complex: boolean;
  /** Signs of real factors that the conditions fix, by key. */
  readonly known: ReadonlyMap<string, -1 | 1>;
  readonly conditions: Map<string, Condition>;
  readonly signOf: SignOracle;
  /** Nesting of the expression being lowered. */
  readonly depth: { now: number };
  /** Number of open sums and products; names their indices. */
  readonly bound: { now: number };
  /** Caches of this call. */
  readonly memo: Memo;
}

/** What one call has found out, so that it is not worked out twice. */
export interface Memo {
  readonly conjugates: Map<number, Product>;
  readonly phases: Map<number, Phase | null>;
  readonly splits: Map<number, readonly (readonly [Product, number])[]>;
  readonly signs: Map<string, -1 | 1 | null>;
  readonly primes: Map<bigint, readonly (readonly [bigint, number])[]>;
  readonly values: Map<Expr, Product>;
  /** Whole parts seen of arguments of factorials, by their fractional class. */
  readonly shifts: Map<string, { readonly start: Product; readonly offset: Rational }>;
}

/** `p = real · undo`, where `real` is a real value. */
export interface Phase {
  readonly real: Product;
  readonly undo: Product;
}

/** What may be set when a workspace is opened. */
export interface WorkspaceOptions {
  readonly facts?: SymbolFacts;
  readonly signOf?: SignOracle;
  readonly mode?: Workspace['mode'];
  readonly complex?: boolean;
  readonly known?: Workspace['known'];
}

/** A fresh workspace. */
export function openWorkspace(budget: Budget, options: WorkspaceOptions = {}): Workspace {
  return {
    field: new Field(budget),
    budget,
    facts: options.facts ?? new Map(),
    mode: options.mode ?? 'principal',
    complex: options.complex ?? false,
    known: options.known ?? new Map(),
    conditions: new Map(),
    signOf: options.signOf ?? (() => null),
    depth: { now: 0 },
    bound: { now: 0 },
    memo: freshMemo(),
  };
}

/** Empty caches. */
export const freshMemo = (): Memo => ({
  conjugates: new Map(),
  phases: new Map(),
  splits: new Map(),
  signs: new Map(),
  primes: new Map(),
  values: new Map(),
  shifts: new Map(),
});

/** First characters of the names given to indices of series and to variables of integrals and limits. */
const INDEX = '§';
const VARIABLE = '¶';

/** Opens a sum or product: the name its index goes by, the same at the same nesting. */
export function openBound(ws: Workspace): string {
  ws.bound.now++;
  return `${INDEX}${ws.bound.now}`;
}

/** Opens an integral or limit: the name its variable goes by. */
export function openVariable(ws: Workspace): string {
  ws.bound.now++;
  return `${VARIABLE}${ws.bound.now}`;
}

/** True for the names of indices, which take whole values. */
export const isBoundName = (name: string): boolean => name.startsWith(INDEX);
