/**
 * Real arithmetic on enclosures: a value of type `B` stands for a real number known up to a radius, and every
 * operation returns an enclosure of every possible result. Two fields implement it: float64 balls (fast) and
 * big-integer balls (any precision). The complex layer and the evaluator are written once, over this interface.
 *
 * `whole` (nothing is known) is the answer to every operation that cannot be bounded: it never lies.
 */
export interface RealField<B> {
  /** Binary precision of midpoints. */
  readonly bits: number;
  readonly zero: B;
  readonly one: B;
  /** The enclosure of an unknown real. */
  readonly whole: B;
  /** An exact double (in practice a small integer or a dyadic fraction). */
  fromNumber(value: number): B;
  /** `num / den`, `den > 0`. */
  fromRational(num: bigint, den: bigint): B;
  pi(): B;
  add(a: B, b: B): B;
  sub(a: B, b: B): B;
  mul(a: B, b: B): B;
  /** `whole` when `b` may be zero. */
  div(a: B, b: B): B;
  neg(a: B): B;
  abs(a: B): B;
  /** `a · 2^power`. */
  scale(a: B, power: number): B;
  /** Square root of the non-negative part of `a`; `whole` when `a` is negative. */
  sqrt(a: B): B;
  /** `n`-th root (n ≥ 1) of the non-negative part of `a`. */
  root(a: B, n: number): B;
  exp(a: B): B;
  /** `whole` unless `a` is positive. */
  ln(a: B): B;
  /** `[sin a, cos a]`. */
  sinCos(a: B): readonly [B, B];
  atan(a: B): B;
  /** Γ(a) for positive `a`. */
  gamma(a: B): B;
  /** Certain sign; 0 only for the exact zero, `null` when the enclosure does not tell. */
  sign(a: B): -1 | 0 | 1 | null;
  /** True for the exact zero. */
  isZero(a: B): boolean;
  /** True when something is known: the radius is finite. */
  isBounded(a: B): boolean;
  /** The common floor of every enclosed number, or `null` when it is not the same for all (or is too large). */
  floor(a: B): bigint | null;
  /** The integer that `a` is exactly, or `null`. */
  integer(a: B): bigint | null;
  /** Smallest enclosure of both (up to rounding). */
  hull(a: B, b: B): B;
  /** Bits of the midpoint that the radius leaves meaningful: ≥ `bits − few` for a sharp value; ≤ 0: none. */
  accuracy(a: B): number;
  /** Remembers how large or small a value is, for {@link span}. */
  note(a: B): void;
  /**
   * Largest |log2| of the values noted so far, those inside exponentials included: how far apart in size the
   * terms of a computation may lie, and so how many bits it takes to see the smallest. 0 where nothing is noted.
   */
  readonly span: number;
  /** log2 of the radius, roughly; −∞ for an exact value. */
  error(a: B): number;
  /** A few digits for readers; no proof. */
  approximate(a: B): string;
  /** Adds `2^power` to the radius. */
  blur(a: B, power: number): B;
  /** `⌈log2 |a|⌉` roughly, for a value that is certainly not zero; `null` otherwise. */
  magnitude(a: B): number | null;
}
