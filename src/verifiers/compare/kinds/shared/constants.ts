import type { Context } from '../../../context.js';
import { type Ball, ends, isBounded } from '../../../exact/ball.js';
import { divide, infiniteSign, isNumber, multiply, subtract } from '../../../exact/build.js';
import { encloseAt } from '../../../exact/enclose.js';
import { floor, ratio as fraction, minus, type Rational } from '../../../exact/rational.js';
import { realSign } from '../../../exact/real-constant.js';
import { type Expr, rational } from '../../../expr.js';
import {
  compareExpressions,
  exactValue,
  freeSymbols,
  sameTree,
  signOf,
  substitute,
} from '../../rules/index.js';

/** Bits of the enclosure that a guess is taken from. */
const BITS = 128;
/** Largest denominator of a guessed ratio. */
const MAX_DENOMINATOR = 2_000n;
/** Enclosures wider than 2^−this give no guess. */
const MIN_ACCURACY = 60n;
/** Powers of two beyond this are too large or small to write out. */
const MAX_EXPONENT = 4_096;

/** Sign of a real constant, proved, or null. */
export function constantSign(expr: Expr, context: Context): -1 | 0 | 1 | null {
  if (expr.node === 'number') return expr.num > 0n ? 1 : expr.num < 0n ? -1 : 0;
  return signOf(expr, context) ?? (freeSymbols(expr).length === 0 ? realSign(expr, context.budget) : null);
}

/** The order of two real constants, ±∞ among them, proved; null when it is not known. */
export function orderOf(a: Expr, b: Expr, context: Context): -1 | 0 | 1 | null {
  context.budget.spend();
  const [left, right] = [infiniteSign(a), infiniteSign(b)];
  if (left !== 0 || right !== 0) return left < right ? -1 : left > right ? 1 : 0;
  if (sameTree(a, b)) return 0;
  const [x, y] = [exactValue(a, context), exactValue(b, context)];
  if (x !== null && y !== null) {
    const difference = x.num * y.den - y.num * x.den;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }
  const finding = compareExpressions(a, b, context);
  if (finding.kind === 'equal' && finding.certainty === 'proved') return 0;
  return constantSign(subtract(a, b), context);
}

/** Both ends of an enclosure of a real constant as fractions, or null. */
function enclosed(expr: Expr, context: Context): readonly [Rational, Rational] | null {
  const found = encloseAt(expr, new Map(), BITS, context.budget);
  if (found.kind !== 'value' || !found.real || !isBounded(found.re) || Math.abs(found.re.exp) > MAX_EXPONENT)
    return null;
  return endsOf(found.re);
}

function endsOf(ball: Ball): readonly [Rational, Rational] {
  const unit = 1n << BigInt(Math.abs(ball.exp));
  const [low, high] = ends(ball);
  return ball.exp >= 0
    ? [fraction(low * unit, 1n), fraction(high * unit, 1n)]
    : [fraction(low, unit), fraction(high, unit)];
}

/** Whether a real constant is a whole number, proved; null when it is not known. */
export function isWhole(expr: Expr, context: Context): boolean | null {
  const value = exactValue(expr, context);
  if (value !== null) return value.den === 1n;
  if (freeSymbols(expr).length > 0) return simplifiedWhole(expr, context);
  const bounds = enclosed(expr, context);
  if (bounds === null) return null;
  const candidate = floor(bounds[1]);
  // No integer lies in the enclosure: the number is certainly none.
  if (candidate * bounds[0].den < bounds[0].num) return false;
  return decided(compareExpressions(expr, rational(candidate), context));
}

const decided = (finding: ReturnType<typeof compareExpressions>): boolean | null =>
  finding.kind === 'undecided' ? null : finding.kind === 'equal';

/** With symbols left (they may cancel), the value at one point is the only candidate. */
function simplifiedWhole(expr: Expr, context: Context): boolean | null {
  const value = exactValue(sampled(expr), context);
  if (value === null) return null;
  if (value.den !== 1n)
    return decided(compareExpressions(expr, rational(value.num, value.den), context)) === true ? false : null;
  return decided(compareExpressions(expr, rational(value.num), context));
}

/** The expression at a fixed point of small fractions. */
const sampled = (expr: Expr): Expr =>
  substitute(
    expr,
    new Map(freeSymbols(expr).map((name, i) => [name, rational(BigInt(7 + 6 * i), BigInt(5 + i))])),
  );

/** The simplest fraction in an interval, by continued fractions; null when its denominator is large. */
function simplestBetween([low, high]: readonly [Rational, Rational]): Rational | null {
  const whole = floor(low);
  if (floor(high) > whole || low.num === whole * low.den)
    return fraction(low.num === whole * low.den ? whole : whole + 1n, 1n);
  const rest = [minus(high, fraction(whole, 1n)), minus(low, fraction(whole, 1n))] as const;
  const inner = simplestOf(rest, 40);
  return inner === null ? null : fraction(whole * inner.num + inner.den, inner.num);
}

/** The simplest fraction between the inverses of two positive fractions. */
function simplestOf([a, b]: readonly [Rational, Rational], depth: number): Rational | null {
  if (depth === 0 || a.num === 0n || b.num === 0n) return null;
  const [low, high] = [fraction(a.den, a.num), fraction(b.den, b.num)];
  const whole = floor(low);
  if (floor(high) > whole || low.num === whole * low.den)
    return fraction(low.num === whole * low.den ? whole : whole + 1n, 1n);
  const inner = simplestOf([minus(high, fraction(whole, 1n)), minus(low, fraction(whole, 1n))], depth - 1);
  return inner === null || inner.num > MAX_DENOMINATOR
    ? null
    : fraction(whole * inner.num + inner.den, inner.num);
}

/** The rational number q with a = q·b, proved; null when there is none of small size or it is not known. */
export function rationalRatio(a: Expr, b: Expr, context: Context): Rational | null {
  if (sameTree(a, b) && !isNumber(b, 0n)) return fraction(1n, 1n);
  const quotient = divide(a, b);
  const exact = exactValue(quotient, context);
  if (exact !== null) return exact;
  const bounds = enclosed(freeSymbols(quotient).length > 0 ? sampled(quotient) : quotient, context);
  if (bounds === null) return null;
  const width = minus(bounds[1], bounds[0]);
  if (width.num << MIN_ACCURACY > width.den) return null;
  const guess = simplestBetween(bounds);
  if (guess === null || guess.den > MAX_DENOMINATOR) return null;
  const finding = compareExpressions(a, multiply(rational(guess.num, guess.den), b), context);
  return finding.kind === 'equal' ? guess : null;
}
