import type { Expr } from '../../expr.js';
import type { Rational } from '../rational.js';

/** `coef · Π factor^exponent`: every value of a {@link Field}. Zero has coefficient 0 and no factors. */
export interface Product {
  readonly coef: Rational;
  readonly powers: Powers;
}

/** Factor id → exponent, a non-zero whole number. */
export type Powers = ReadonlyMap<number, number>;

/** `[id, exponent, id, exponent, …]`, ids ascending, exponents not zero. */
export type Monomial = readonly number[];

/** One term of a polynomial; its coefficient is not zero. */
export interface Term {
  readonly mono: Monomial;
  readonly coef: bigint;
}

/** A sum of terms with whole coefficients, by the text of their monomials. */
export type Poly = ReadonlyMap<string, Term>;

/** Parts per whole exponent of a unit or root generator: `u^SCALE` is the power that it is named after. */
export const SCALE: number = 64 * 27 * 625 * 77;

/** What a generator stands for; the field's arithmetic needs none of it, the rules do. */
export type Meaning =
  | { readonly kind: 'symbol'; readonly name: string; readonly integer: boolean }
  | { readonly kind: 'pi' }
  | { readonly kind: 'imaginary' }
  /** A prime (or a number not factored further) whose powers are too long to write out. */
  | { readonly kind: 'prime'; readonly value: bigint }
  /** `base ^ (exponent / (SCALE · parts))`; a null base is Euler's number. */
  | {
      readonly kind: 'unit';
      readonly base: Product | null;
      readonly exponent: Product;
      readonly parts: number;
    }
  /** `base ^ (1 / order)`. */
  | { readonly kind: 'root'; readonly base: Product }
  | { readonly kind: 'abs'; readonly of: Product }
  /** `exp(2πi / turns)` */
  | { readonly kind: 'unity'; readonly turns: number }
  | { readonly kind: 'ln'; readonly of: Product }
  /** Any other function, told apart by the values of its arguments. */
  | { readonly kind: 'atom'; readonly head: string; readonly args: readonly Product[]; readonly expr: Expr };

/** An indeterminate of the field, with at most one relation: `generator^order = value`. */
export interface Generator {
  readonly id: number;
  readonly meaning: Meaning;
  /** 0: no relation. */
  readonly order: number;
  readonly value: Product | null;
  /** What complex conjugation does to it at real points. */
  readonly conjugate: 'same' | 'inverse' | 'negative' | 'unknown';
  /** True when it is positive at all but isolated real points. */
  readonly positive: boolean;
  /** True when it takes whole values only. */
  readonly integer: boolean;
  /** Its powers from this exponent on are rewritten by `table` (roots of unity). */
  readonly degree: number;
  readonly table: readonly Poly[];
}

/** An irreducible-looking sum: primitive, no common monomial, leading coefficient positive. */
export interface Composite {
  readonly id: number;
  readonly poly: Poly;
}

/** Why a value could not be formed. */
export type StopReason = 'undefined' | 'too-large' | 'unsupported';

/**
 * Leaves the normal form: control flow inside the kernel, caught where a rule tries a normal form. No error, since
 * nobody reads its stack.
 */
export class Stop {
  readonly reason: StopReason;
  constructor(reason: StopReason) {
    this.reason = reason;
  }
}
