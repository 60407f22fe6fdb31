import { apply, type Expr, integer, isApply, rational } from '../expr.js';

/** 0, 1 and 2. */
export const ZERO: Expr = integer(0);
export const ONE: Expr = integer(1);
export const TWO: Expr = integer(2);

/** Bits up to which numbers are folded while trees are built. */
const LIMIT = 1n << 4_096n;

const foldable = (a: Expr): a is Extract<Expr, { node: 'number' }> =>
  a.node === 'number' && a.num < LIMIT && -a.num < LIMIT && a.den < LIMIT;

/** True for the literal whole number `value`. */
export const isNumber = (expr: Expr, value: bigint): boolean =>
  expr.node === 'number' && expr.den === 1n && expr.num === value;

/** a + b; numbers are folded, so that trees stay small. */
export function add(a: Expr, b: Expr): Expr {
  if (isNumber(a, 0n)) return b;
  if (isNumber(b, 0n)) return a;
  if (foldable(a) && foldable(b)) return rational(a.num * b.den + b.num * a.den, a.den * b.den);
  return apply('Add', a, b);
}

/** −a. */
export function negate(a: Expr): Expr {
  if (foldable(a)) return rational(-a.num, a.den);
  return isApply(a, 'Negate') ? a.args[0]! : apply('Negate', a);
}

/** a − b. */
export const subtract = (a: Expr, b: Expr): Expr => add(a, negate(b));

/** a · b. */
export function multiply(a: Expr, b: Expr): Expr {
  if (isNumber(a, 0n) || isNumber(b, 0n)) return ZERO;
  if (isNumber(a, 1n)) return b;
  if (isNumber(b, 1n)) return a;
  if (foldable(a) && foldable(b)) return rational(a.num * b.num, a.den * b.den);
  return apply('Multiply', a, b);
}

/** a / b; `b` must not be the literal 0. */
export function divide(a: Expr, b: Expr): Expr {
  if (isNumber(b, 1n)) return a;
  if (foldable(a) && foldable(b) && b.num !== 0n) return rational(a.num * b.den, a.den * b.num);
  return apply('Divide', a, b);
}

/** √a. */
export const squareRoot = (a: Expr): Expr => apply('Root', a, TWO);

/** The product of any number of factors. */
export const productOf = (factors: readonly Expr[]): Expr => factors.reduce(multiply, ONE);

/** The sum of any number of terms. */
export const sumOf = (terms: readonly Expr[]): Expr => terms.reduce(add, ZERO);

/** +1 for ∞, −1 for −∞, 0 for anything else. */
export function infiniteSign(expr: Expr): -1 | 0 | 1 {
  if (expr.node === 'symbol') return expr.name === 'Infinity' ? 1 : 0;
  if (!isApply(expr, 'Negate')) return 0;
  const inner = infiniteSign(expr.args[0]!);
  return inner === 1 ? -1 : inner === -1 ? 1 : 0;
}

/** A negated or divided literal as one number, so that arithmetic with it folds; anything else as it is. */
export function literal(expr: Expr): Expr {
  if (expr.node !== 'apply' || (expr.head !== 'Negate' && expr.head !== 'Divide')) return expr;
  const [first, second] = expr.args.map(literal);
  if (first?.node !== 'number') return expr;
  if (expr.head === 'Negate') return negate(first);
  return second?.node === 'number' && second.num !== 0n ? divide(first, second) : expr;
}
