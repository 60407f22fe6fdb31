import type { Context } from '../../../context.js';
import { add, isNumber, multiply, negate, ONE, ZERO } from '../../../exact/build.js';
import { type Expr, isApply, wholeOf } from '../../../expr.js';
import { mentions } from '../../rules/index.js';

/** A polynomial in one variable: coefficients, free of the variable, from the constant term up. */
export type Polynomial = readonly Expr[];

/** A quotient of polynomials. */
export interface Fraction {
  readonly top: Polynomial;
  readonly bottom: Polynomial;
}

/** Highest degree that is expanded. */
const MAX_DEGREE = 24;

const plus = (a: Polynomial, b: Polynomial): Polynomial =>
  Array.from({ length: Math.max(a.length, b.length) }, (_, i) => add(a[i] ?? ZERO, b[i] ?? ZERO));

function times(a: Polynomial, b: Polynomial, context: Context): Polynomial | null {
  if (a.length + b.length - 2 > MAX_DEGREE) return null;
  context.budget.spend(a.length * b.length);
  const out: Expr[] = new Array<Expr>(a.length + b.length - 1).fill(ZERO);
  a.forEach((x, i) => {
    b.forEach((y, j) => {
      out[i + j] = add(out[i + j]!, multiply(x, y));
    });
  });
  return out;
}

const isOne = (a: Polynomial): boolean => a.length === 1 && isNumber(a[0]!, 1n);

const CONSTANT_ONE: Polynomial = [ONE];

function addFractions(a: Fraction, b: Fraction, context: Context): Fraction | null {
  if (isOne(a.bottom) && isOne(b.bottom)) return { top: plus(a.top, b.top), bottom: CONSTANT_ONE };
  const left = times(a.top, b.bottom, context);
  const right = times(b.top, a.bottom, context);
  const bottom = times(a.bottom, b.bottom, context);
  return left === null || right === null || bottom === null ? null : { top: plus(left, right), bottom };
}

function multiplyFractions(a: Fraction, b: Fraction, context: Context): Fraction | null {
  const top = times(a.top, b.top, context);
  const bottom = times(a.bottom, b.bottom, context);
  return top === null || bottom === null ? null : { top, bottom };
}

function powerOf(base: Fraction, exponent: bigint, context: Context): Fraction | null {
  const flipped = exponent < 0n ? { top: base.bottom, bottom: base.top } : base;
  const count = exponent < 0n ? -exponent : exponent;
  if (count > BigInt(MAX_DEGREE)) return null;
  let result: Fraction | null = { top: CONSTANT_ONE, bottom: CONSTANT_ONE };
  for (let i = 0n; i < count && result !== null; i += 1n)
    result = multiplyFractions(result, flipped, context);
  return result;
}

/**
 * The expression as a quotient of polynomials in `variable`, with coefficients that do not contain it; null when it is
 * none, or of too high a degree. Nothing is cancelled.
 */
export function fractionIn(expr: Expr, variable: string, context: Context): Fraction | null {
  context.budget.spend();
  if (!mentions(expr, variable)) return { top: [expr], bottom: CONSTANT_ONE };
  if (expr.node === 'symbol') return { top: [ZERO, ONE], bottom: CONSTANT_ONE };
  if (expr.node !== 'apply') return null;
  if (expr.head === 'Power') {
    const [base, exponent] = expr.args as readonly [Expr, Expr];
    const whole = wholeOf(exponent);
    const inner = whole === null ? null : fractionIn(base, variable, context);
    return inner === null ? null : powerOf(inner, whole!, context);
  }
  if (
    !isApply(expr, 'Add') &&
    !isApply(expr, 'Multiply') &&
    !isApply(expr, 'Negate') &&
    !isApply(expr, 'Divide')
  )
    return null;
  const parts = expr.args.map((arg) => fractionIn(arg, variable, context));
  if (parts.includes(null)) return null;
  return combine(expr.head, parts as readonly Fraction[], context);
}

function combine(head: string, parts: readonly Fraction[], context: Context): Fraction | null {
  const [first, second] = parts as readonly [Fraction, Fraction];
  if (head === 'Negate') return { top: first.top.map(negate), bottom: first.bottom };
  if (head === 'Divide') return multiplyFractions(first, { top: second.bottom, bottom: second.top }, context);
  let result: Fraction | null = first;
  for (const part of parts.slice(1)) {
    if (result === null) return null;
    result = head === 'Add' ? addFractions(result, part, context) : multiplyFractions(result, part, context);
  }
  return result;
}
