import type { Context } from '../../../context.js';
import {
  divide,
  isNumber,
  multiply,
  negate,
  squareRoot,
  subtract,
  sumOf,
  TWO,
} from '../../../exact/build.js';
import { gcd, lcm, type Rational } from '../../../exact/rational.js';
import { type Expr, rational } from '../../../expr.js';
import { exactValue } from '../../rules/index.js';
import { constantSign } from '../shared/constants.js';
import type { Polynomial } from './polynomial.js';

/** All real roots of a polynomial with their multiplicities, and the sign of its leading coefficient. */
export interface Roots {
  readonly leading: -1 | 0 | 1;
  readonly degree: number;
  readonly roots: readonly { readonly value: Expr; readonly multiplicity: number }[];
}

type Root = Roots['roots'][number];

/** Largest constant or leading coefficient whose divisors are tried as rational roots. */
const MAX_DIVISORS_OF = 1_000_000n;

/** Coefficients without zeros at the top, each simplified to a number where it is one. Null: a zero is in doubt. */
function trimmed(polynomial: Polynomial, context: Context): Expr[] | null {
  const known = polynomial.map((coefficient) => {
    const value = exactValue(coefficient, context);
    return value === null ? coefficient : rational(value.num, value.den);
  });
  while (known.length > 0) {
    const last = known[known.length - 1]!;
    const sign = isNumber(last, 0n) ? 0 : last.node === 'number' ? 1 : constantSign(last, context);
    if (sign === null) return null;
    if (sign !== 0) return known;
    known.pop();
  }
  return known;
}

/** All real roots, or null when they are not known. */
export function realRoots(polynomial: Polynomial, context: Context): Roots | null {
  const coefficients = trimmed(polynomial, context);
  if (coefficients === null) return null;
  const degree = coefficients.length - 1;
  if (degree < 0) return { leading: 0, degree: -1, roots: [] };
  const leading = constantSign(coefficients[degree]!, context);
  if (leading === null) return null;
  const roots = rootsOf(coefficients, context);
  return roots === null ? null : { leading, degree, roots };
}

function rootsOf(coefficients: readonly Expr[], context: Context): readonly Root[] | null {
  if (coefficients.every((c) => c.node === 'number')) {
    return rationalRoots(coefficients as readonly Rational[], context);
  }
  return lowDegreeRoots(coefficients, context);
}

/** Degree at most two, by formula; the coefficients may be any constants of known sign. */
function lowDegreeRoots(coefficients: readonly Expr[], context: Context): readonly Root[] | null {
  const [c, b, a] = coefficients as readonly [Expr, Expr, Expr];
  if (coefficients.length === 1) return [];
  if (coefficients.length === 2) return [{ value: divide(negate(c), b), multiplicity: 1 }];
  if (coefficients.length > 3) return null;
  const discriminant = subtract(multiply(b, b), multiply(rational(4n), multiply(a, c)));
  const sign = constantSign(discriminant, context);
  if (sign === null) return null;
  if (sign < 0) return [];
  const middle = divide(negate(b), multiply(TWO, a));
  if (sign === 0) return [{ value: middle, multiplicity: 2 }];
  const offset = divide(squareRoot(discriminant), multiply(TWO, a));
  return [
    { value: subtract(middle, offset), multiplicity: 1 },
    { value: sumOf([middle, offset]), multiplicity: 1 },
  ];
}

/** Whole coefficients without a common factor. */
function primitive(coefficients: readonly Rational[]): bigint[] {
  const scale = coefficients.reduce((m, c) => lcm(m, c.den), 1n);
  const whole = coefficients.map((c) => (c.num * scale) / c.den);
  const common = whole.reduce((m, c) => gcd(m, c), 0n);
  return whole.map((c) => c / (common === 0n ? 1n : common));
}

function divisors(n: bigint, context: Context): bigint[] | null {
  const value = n < 0n ? -n : n;
  if (value > MAX_DIVISORS_OF) return null;
  const found: bigint[] = [];
  for (let d = 1n; d * d <= value; d += 1n) {
    if (value % d !== 0n) continue;
    found.push(d);
    if (d * d !== value) found.push(value / d);
  }
  context.budget.spend(found.length + 8);
  return found;
}

/** The quotient by (q·x − p) when it divides, else null. */
function divideOut(polynomial: readonly bigint[], p: bigint, q: bigint): bigint[] | null {
  const out: bigint[] = new Array<bigint>(polynomial.length - 1).fill(0n);
  let carry = 0n;
  for (let i = polynomial.length - 1; i >= 0; i -= 1) {
    const value = polynomial[i]! + carry * p;
    if (i === 0) return value === 0n ? out : null;
    if (value % q !== 0n) return null;
    carry = value / q;
    out[i - 1] = carry;
  }
  return null;
}

function rationalRoots(coefficients: readonly Rational[], context: Context): readonly Root[] | null {
  let rest = primitive(coefficients);
  const roots: Root[] = [];
  const take = (p: bigint, q: bigint): void => {
    let multiplicity = 0;
    for (
      let next = divideOut(rest, p, q);
      next !== null;
      next = rest.length > 1 ? divideOut(rest, p, q) : null
    ) {
      context.budget.spend(rest.length);
      rest = next;
      multiplicity += 1;
    }
    if (multiplicity > 0) roots.push({ value: rational(p, q), multiplicity });
  };
  take(0n, 1n);
  if (rest.length > 3) {
    const [tops, bottoms] = [divisors(rest[0]!, context), divisors(rest[rest.length - 1]!, context)];
    for (const q of bottoms ?? []) {
      for (const p of tops ?? []) {
        context.budget.spend();
        if (gcd(p, q) !== 1n || rest.length <= 3) continue;
        take(p, q);
        if (rest.length > 1) take(-p, q);
      }
    }
  }
  const others = remainingRoots(rest, context);
  return others === null ? null : [...roots, ...others];
}

/** Roots of what has no rational roots left: degree two, or a quadratic in x². */
function remainingRoots(rest: readonly bigint[], context: Context): readonly Root[] | null {
  const low = (coefficients: readonly bigint[]): readonly Root[] | null =>
    lowDegreeRoots(
      coefficients.map((c) => rational(c)),
      context,
    );
  if (rest.length <= 3) return low(rest);
  if (rest.length !== 5 || rest[1] !== 0n || rest[3] !== 0n) return null;
  const squares = low([rest[0]!, rest[2]!, rest[4]!]);
  if (squares === null) return null;
  const roots: Root[] = [];
  for (const { value, multiplicity } of squares) {
    const sign = constantSign(value, context);
    if (sign === null) return null;
    if (sign < 0) continue;
    if (sign === 0) roots.push({ value, multiplicity: 2 * multiplicity });
    else
      roots.push(
        { value: squareRoot(value), multiplicity },
        { value: negate(squareRoot(value)), multiplicity },
      );
  }
  return roots;
}
