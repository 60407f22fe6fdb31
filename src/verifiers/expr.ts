import { gcd } from './exact/rational.js';

/**
 * The typed tree that every notation parses into. It is inert data: no node evaluates, simplifies or looks
 * anything up. Parsers build it as written; the kernel brings it to canonical form.
 */

/** How a number was spelled, kept because policies (print-out, rounding) depend on it. */
export interface Spelling {
  /** `integer`: digits only. `decimal`: has a point. `scientific`: has an exponent. `repeating`: 0.(3). */
  readonly form: 'integer' | 'decimal' | 'scientific' | 'repeating';
  /** Digits after the point, as written (for scientific: of the mantissa). */
  readonly decimals: number;
  /** Significant digits as written (leading zeros dropped, trailing zeros kept). */
  readonly significant: number;
}

/** An exact rational: `num / den` in lowest terms, `den > 0`. */
export interface NumberNode {
  readonly node: 'number';
  readonly num: bigint;
  readonly den: bigint;
  readonly spelling?: Spelling;
}

/** The constants that are sets. */
export const NAMED_SETS: readonly string[] = [
  'Reals',
  'Integers',
  'Rationals',
  'Naturals',
  'Complexes',
  'EmptySet',
];

/**
 * A named unknown or constant. Constants are the symbols `pi`, `e`, `i`, `Infinity`, `ComplexInfinity`,
 * `Undefined` and those of {@link NAMED_SETS}. Greek letters carry their
 * English names (`alpha`, `Omega`); a subscript is part of the name after an underscore (`x_1`, `a_{n+1}`).
 */
export interface SymbolNode {
  readonly node: 'symbol';
  readonly name: string;
}

/** Words inside an answer, normalised white space, that are not mathematics. */
export interface TextNode {
  readonly node: 'text';
  readonly value: string;
}

/** An operator or function with its arguments. */
export interface ApplyNode {
  readonly node: 'apply';
  readonly head: Head;
  readonly args: readonly Expr[];
}

/** A tree of mathematics: a number, a symbol, words, or an operator with its arguments. */
export type Expr = NumberNode | SymbolNode | TextNode | ApplyNode;

/** Scalar heads: what the equality kernel evaluates. Arity in brackets; `n` = any number of at least one. */
export type ScalarHead =
  | 'Add' // [n]
  | 'Multiply' // [n]
  | 'Negate' // [1]
  | 'Divide' // [2]
  | 'Power' // [2]  Power(e, x) is exp
  | 'Root' // [2]  Root(x, n): the real n-th root where x is real and n odd, else principal
  | 'Abs' // [1]  also |v| of a vector and |A| read as modulus
  | 'Factorial' // [1]
  | 'DoubleFactorial' // [1]
  | 'Gamma' // [1]
  | 'Binomial' // [2]  C(n, k)
  | 'Permutation' // [2]  P(n, k) = n!/(n-k)!
  | 'Multinomial' // [n]  Multinomial(k1, …, km) = (Σk)!/Πk!
  | 'Ln' // [1]
  | 'Log' // [2]  Log(x, base)
  | 'Sin'
  | 'Cos'
  | 'Tan'
  | 'Cot'
  | 'Sec'
  | 'Csc' // [1]
  | 'Arcsin'
  | 'Arccos'
  | 'Arctan'
  | 'Arccot'
  | 'Arcsec'
  | 'Arccsc' // [1]
  | 'Sinh'
  | 'Cosh'
  | 'Tanh'
  | 'Coth'
  | 'Sech'
  | 'Csch' // [1]
  | 'Arsinh'
  | 'Arcosh'
  | 'Artanh'
  | 'Arcoth'
  | 'Arsech'
  | 'Arcsch' // [1]
  | 'Floor'
  | 'Ceiling'
  | 'Round'
  | 'Sign' // [1]
  | 'Min'
  | 'Max'
  | 'Gcd'
  | 'Lcm' // [n]
  | 'Mod' // [2]
  | 'Re'
  | 'Im'
  | 'Conjugate'
  | 'Arg' // [1]  z̄ is Conjugate
  | 'Degree' // [1]  x° as a number: x·π/180
  | 'Percent' // [1]  x% as a number: x/100
  | 'BaseNumeral' // [2]  digits (as text node) in a base (number node)
  | 'PlusMinus' // [1] ±a or [2] a ± b
  | 'MinusPlus' // [1] ∓a or [2] a ∓ b
  | 'Sum'
  | 'Product' // [4]  body, index symbol, lower, upper
  | 'Integral' // [2] body, variable (indefinite) or [4] body, variable, lower, upper
  | 'Derivative' // [3]  body, variable, order (number)
  | 'Limit' // [3] body, variable, point or [4] with direction: number node 1 (from above) or −1 (from below)
  | 'Call' // [n ≥ 2]  Call(f, x, …): an unknown function f applied
  | 'Prime' // [2]  Prime(f, order): derivative of an unknown function
  | 'Determinant'
  | 'Transpose'
  | 'Trace'
  | 'Norm' // [1]  of matrices and vectors
  | 'Dot'
  | 'Cross' // [2]
  | 'Ellipsis'; // [0]  … in a list or sum

/** Structural heads: what `kinds/` turns into an {@link Answer}; no scalar value. */
export type StructuralHead =
  | 'Tuple' // [n]  parenthesised list with ≥ 2 items, or ⟨…⟩ (then wrapped in Vector)
  | 'List' // [n]  bare commas, semicolons, "and", "or"
  | 'Vector' // [n]  ⟨a, b⟩, column matrices stay Matrix
  | 'Bracket' // [n]  [a, b, …] square brackets: list or closed interval, decided later
  | 'HalfOpenLeft' // [2]  (a, b]
  | 'HalfOpenRight' // [2]  [a, b)
  | 'Set' // [n ≥ 0]  {a, b, …}
  | 'SetBuilder' // [n ≥ 2]  {element | condition, …}
  | 'Matrix' // [n]  rows, each a Row
  | 'Row' // [n]
  | 'Cases' // [n]  each a Case
  | 'Case' // [2] value, condition (condition may be text 'otherwise')
  | 'Equal'
  | 'NotEqual'
  | 'Less'
  | 'LessEqual'
  | 'Greater'
  | 'GreaterEqual' // [2]
  | 'Chain' // [odd ≥ 5]  a op b op c …, operators as text nodes '=', '<', '<=', '>', '>=', '!='
  | 'Approx' // [2]  a ≈ b
  | 'Element'
  | 'NotElement' // [2]  x ∈ S
  | 'Subset'
  | 'SubsetEqual' // [2]
  | 'Union'
  | 'Intersection'
  | 'SetMinus' // [n]
  | 'And'
  | 'Or' // [n]
  | 'Not'
  | 'Implies' // [1], [2]
  | 'Iff' // [2]
  | 'Ratio' // [n ≥ 2]  a : b : c
  | 'Congruent' // [3]  a ≡ b (mod m)
  | 'ForAll' // [n ≥ 2]  statement, then the conditions written after it ("x = kπ, k ∈ ℤ", "for all n")
  | 'Divides' // [2]  a ∣ b
  | 'Proportional' // [2]  a ∝ b
  | 'Parallel'
  | 'Perpendicular' // [2]
  | 'Segment'; // [n]  a named geometric object: Segment(text 'overline' | 'vec' | 'angle' | 'triangle', letters…)

/** The name of an operator or function. */
export type Head = ScalarHead | StructuralHead;

/** An exact rational in lowest terms. Throws RangeError when `den` is zero: build a Divide node instead. */
export function rational(num: bigint, den = 1n, spelling?: Spelling): NumberNode {
  if (den === 0n)
    throw new RangeError('rational: the denominator must not be zero; build Divide(a, 0) instead');
  const sign = den < 0n ? -1n : 1n;
  const common = den === 1n ? 1n : gcd(num, den);
  const base = { node: 'number', num: (sign * num) / common, den: (sign * den) / common } as const;
  return spelling === undefined ? base : { ...base, spelling };
}

/** A whole number. */
export const integer = (value: bigint | number): NumberNode => ({
  node: 'number',
  num: BigInt(value),
  den: 1n,
});

/** A named unknown or constant. */
export const symbol = (name: string): SymbolNode => ({ node: 'symbol', name });

/** Words. */
export const text = (value: string): TextNode => ({ node: 'text', value });

/** An operator with its arguments. */
export const apply = (head: Head, ...args: readonly Expr[]): ApplyNode => ({ node: 'apply', head, args });

/** True when `expr` is an application of `head`. */
export const isApply = (expr: Expr, head: Head): expr is ApplyNode =>
  expr.node === 'apply' && expr.head === head;

/** A whole number as written, with its sign; null for anything else. */
export function wholeOf(expr: Expr | undefined): bigint | null {
  if (expr?.node === 'number') return expr.den === 1n ? expr.num : null;
  if (expr === undefined || !isApply(expr, 'Negate')) return null;
  const inner = wholeOf(expr.args[0]);
  return inner === null ? null : -inner;
}
