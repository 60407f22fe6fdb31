import { apply, type Expr, integer, rational } from '../../expr.js';

/** Bits a folded number may have; beyond that the operation is left for the kernel. */
const MAX_BITS = 4_096;

const isSmall = (value: bigint): boolean => value < 1n << BigInt(MAX_BITS) && -value < 1n << BigInt(MAX_BITS);

/** a + b, folded when both are numbers. */
export function add(a: Expr, b: Expr): Expr {
  if (
    a.node === 'number' &&
    b.node === 'number' &&
    isSmall(a.num) &&
    isSmall(b.num) &&
    isSmall(a.den) &&
    isSmall(b.den)
  ) {
    return rational(a.num * b.den + b.num * a.den, a.den * b.den);
  }
  if (a.node === 'number' && a.num === 0n) return b;
  if (b.node === 'number' && b.num === 0n) return a;
  return apply('Add', a, b);
}

/** a · b, folded when both are numbers or one is 0 or 1. */
export function multiply(a: Expr, b: Expr): Expr {
  if (
    a.node === 'number' &&
    b.node === 'number' &&
    isSmall(a.num) &&
    isSmall(b.num) &&
    isSmall(a.den) &&
    isSmall(b.den)
  ) {
    return rational(a.num * b.num, a.den * b.den);
  }
  if (isNumber(a, 1n)) return b;
  if (isNumber(b, 1n)) return a;
  if (isNumber(a, 0n) || isNumber(b, 0n)) return integer(0);
  return apply('Multiply', a, b);
}

const isNumber = (expr: Expr, value: bigint): boolean =>
  expr.node === 'number' && expr.den === 1n && expr.num === value;

/** −a, folded when a is a number. */
export const negate = (a: Expr): Expr => {
  if (a.node === 'number') return rational(-a.num, a.den);
  return apply('Negate', a);
};

/** A sum of any number of terms. */
export const sum = (terms: readonly Expr[]): Expr => terms.reduce(add, integer(0) as Expr);

/** A negated literal as a number, so that sums of literals fold. */
export function literal(expr: Expr): Expr {
  if (expr.node === 'apply' && expr.head === 'Negate' && expr.args[0]?.node === 'number')
    return negate(expr.args[0]);
  if (expr.node === 'apply' && expr.head === 'Divide' && expr.args.length === 2) {
    const [top, bottom] = expr.args.map(literal) as [Expr, Expr];
    if (top.node === 'number' && bottom.node === 'number' && bottom.num !== 0n) {
      return rational(top.num * bottom.den, top.den * bottom.num);
    }
  }
  return expr;
}
