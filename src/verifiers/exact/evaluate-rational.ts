import type { Budget } from '../../support/index.js';
import type { ApplyNode, Expr } from '../expr.js';
import {
  absolute,
  bits,
  exactRoot,
  floor,
  gcd,
  inverse,
  lcm,
  minus,
  negated,
  ONE,
  order,
  plus,
  power,
  type Rational,
  ratio,
  sign,
  times,
  whole,
  ZERO,
} from './rational.js';

/** Bits beyond which a power or factorial is left symbolic. */
export const MAX_BITS = 32_768;
/** Largest n whose factorial is multiplied out. */
const MAX_FACTORIAL = 2_500;

type Values = readonly Rational[];
type Rule = (values: Values, budget: Budget) => Rational | null;

const first = (values: Values): Rational => values[0] ?? ZERO;
const second = (values: Values): Rational => values[1] ?? ZERO;
const isWhole = (a: Rational): boolean => a.den === 1n;

/** a^b where that is rational and of modest size; 0^0 and 0^−n have no value. */
export function rationalPower(base: Rational, exponent: Rational, budget: Budget): Rational | null {
  if (base.num === 0n) return exponent.num > 0n ? ZERO : null;
  if (base.num === 1n && base.den === 1n) return base;
  if (exponent.den !== 1n) return fractionalPower(base, exponent, budget);
  if (base.num === -1n && base.den === 1n) return (exponent.num & 1n) === 0n ? ONE : base;
  const n = Number(exponent.num);
  const size = Math.abs(n) * bits(base);
  if (!(size <= MAX_BITS)) return null;
  budget.spend(1 + (size >> 6));
  return power(base, n);
}

function fractionalPower(base: Rational, exponent: Rational, budget: Budget): Rational | null {
  const n = Number(exponent.den);
  if (n > 64 || bits(base) > MAX_BITS) return null;
  const odd = (n & 1) === 1;
  if (base.num < 0n && !odd) return null;
  budget.spend(8 + (bits(base) >> 4));
  const top = exactRoot(absolute(base.num), n);
  const bottom = top === null ? null : exactRoot(base.den, n);
  if (top === null || bottom === null) return null;
  const root = { num: base.num < 0n ? -top : top, den: bottom };
  return rationalPower(root, whole(exponent.num), budget);
}

/** n! for 0 ≤ n ≤ 2500, by a product tree. */
export function factorial(n: bigint, budget: Budget): bigint | null {
  if (n < 0n || n > BigInt(MAX_FACTORIAL)) return null;
  budget.spend(1 + Number(n) * (1 + (Number(n) >> 7)));
  return product(2n, n);
}

function product(from: bigint, to: bigint): bigint {
  if (to < from) return 1n;
  if (to - from < 8n) {
    let value = from;
    for (let k = from + 1n; k <= to; k++) value *= k;
    return value;
  }
  const middle = (from + to) >> 1n;
  return product(from, middle) * product(middle + 1n, to);
}

function doubleFactorial(n: bigint, budget: Budget): bigint | null {
  if (n < -1n || n > BigInt(MAX_FACTORIAL)) return null;
  budget.spend(1 + Number(n < 0n ? 0n : n) * 4);
  let value = 1n;
  for (let k = n; k > 1n; k -= 2n) value *= k;
  return value;
}

/** Falling product n(n−1)…(n−k+1); `null` when too long or too large. */
function falling(n: Rational, k: bigint, budget: Budget): Rational | null {
  if (k > 5_000n || Number(k) * (bits(n) + 12) > MAX_BITS * 2) return null;
  budget.spend(1 + Number(k) * (4 + (bits(n) >> 6)));
  let value = ONE;
  for (let j = 0n; j < k; j++) value = times(value, minus(n, whole(j)));
  return value;
}

function binomial(n: Rational, k: Rational, budget: Budget): Rational | null {
  if (!isWhole(k)) return null;
  if (k.num < 0n) return isWhole(n) && n.num >= 0n ? ZERO : null;
  if (isWhole(n) && n.num >= 0n) {
    if (k.num > n.num) return ZERO;
    const least = k.num * 2n > n.num ? n.num - k.num : k.num;
    return chosen(n, least, budget);
  }
  return chosen(n, k.num, budget);
}

function chosen(n: Rational, k: bigint, budget: Budget): Rational | null {
  const top = falling(n, k, budget);
  const bottom = top === null ? null : factorial(k, budget);
  return top === null || bottom === null ? null : ratio(top.num, top.den * bottom);
}

function multinomial(values: Values, budget: Budget): Rational | null {
  if (!values.every((v) => isWhole(v) && v.num >= 0n)) return null;
  let total = ZERO;
  let value: Rational = ONE;
  for (const part of values) {
    total = plus(total, part);
    const step = binomial(total, part, budget);
    if (step === null) return null;
    value = times(value, step);
    if (bits(value) > MAX_BITS) return null;
  }
  return value;
}

const wholeOnly =
  (rule: (n: bigint, budget: Budget) => bigint | null): Rule =>
  (values, budget) => {
    const a = first(values);
    const value = isWhole(a) ? rule(a.num, budget) : null;
    return value === null ? null : whole(value);
  };

const foldWhole =
  (step: (a: bigint, b: bigint) => bigint): Rule =>
  (values) => {
    if (!values.every(isWhole)) return null;
    return whole(values.reduce((a, v) => step(a, v.num), first(values).num));
  };

const pick =
  (wanted: -1 | 1): Rule =>
  (values) =>
    values.reduce((best, v) => (order(v, best) === wanted ? v : best), first(values));

/** Rounds half to even, as IEEE does. */
function roundEven(a: Rational): Rational {
  const low = floor(a);
  const rest = minus(a, whole(low));
  const side = order(rest, { num: 1n, den: 2n });
  return whole(side > 0 || (side === 0 && (low & 1n) === 1n) ? low + 1n : low);
}

const identity: Rule = (values) => first(values);

/** log_b a when it is rational: both are powers of one integer. */
function exactLog(a: Rational, base: Rational, budget: Budget): Rational | null {
  if (a.num <= 0n || base.num <= 0n || (base.num === 1n && base.den === 1n)) return null;
  if (a.num === 1n && a.den === 1n) return ZERO;
  if (bits(a) > 4096 || bits(base) > 4096) return null;
  let [x, y] = [a, base];
  // Euclid on exponents: log_y x = q + 1 / log_r y, where x = y^q · r.
  let [p0, p1, q0, q1] = [0n, 1n, 1n, 0n];
  for (let step = 0; step < 64; step++) {
    budget.spend(4);
    const quotient = wholeLog(x, y, budget);
    if (quotient === null) return null;
    [p0, p1] = [p1, quotient * p1 + p0];
    [q0, q1] = [q1, quotient * q1 + q0];
    // Powers of one number only get shorter; anything longer shows that the logarithm is irrational.
    if (bits(y) * Math.abs(Number(quotient)) > 2 * bits(x) + 64) return null;
    const rest = times(x, power(inverse(y), Number(quotient)));
    if (bits(rest) > bits(y) + 1) return null;
    if (rest.num === 1n && rest.den === 1n) return ratio(p1, q1);
    [x, y] = [y, rest];
    if (bits(x) > 4096 || step > 40) return null;
  }
  return null;
}

/** The whole q with y^q nearest to x from the side of 1, or `null` when it is out of range. */
function wholeLog(x: Rational, y: Rational, budget: Budget): bigint | null {
  const estimate = logarithm(x) / logarithm(y);
  if (!Number.isFinite(estimate) || Math.abs(estimate) > 4096) return null;
  const q = Math.round(estimate);
  const nearest = Math.abs(estimate - q) < 1e-9 ? q : Math.floor(estimate);
  budget.spend(Math.abs(nearest));
  return BigInt(nearest);
}

function logarithm(a: Rational): number {
  const log = (n: bigint): number => {
    const size = bits(whole(n));
    const drop = Math.max(0, size - 60);
    return Math.log2(Number(n >> BigInt(drop))) + drop;
  };
  return log(a.num) - log(a.den);
}

const RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['Add', (values) => values.reduce(plus, ZERO)],
  ['Multiply', (values) => values.reduce(times, ONE)],
  ['Negate', (values) => negated(first(values))],
  ['Divide', (values) => (second(values).num === 0n ? null : times(first(values), inverse(second(values))))],
  ['Power', (values, budget) => rationalPower(first(values), second(values), budget)],
  ['Root', (values, budget) => rootOf(first(values), second(values), budget)],
  ['Abs', (values) => ({ num: absolute(first(values).num), den: first(values).den })],
  ['Percent', (values) => times(first(values), { num: 1n, den: 100n })],
  ['Factorial', wholeOnly(factorial)],
  ['Gamma', wholeOnly((n, budget) => (n < 1n ? null : factorial(n - 1n, budget)))],
  ['DoubleFactorial', wholeOnly(doubleFactorial)],
  ['Binomial', (values, budget) => binomial(first(values), second(values), budget)],
  ['Permutation', (values, budget) => permutation(first(values), second(values), budget)],
  ['Multinomial', multinomial],
  ['Floor', (values) => whole(floor(first(values)))],
  ['Ceiling', (values) => whole(-floor(negated(first(values))))],
  ['Round', (values) => roundEven(first(values))],
  ['Sign', (values) => whole(sign(first(values)))],
  ['Min', pick(-1)],
  ['Max', pick(1)],
  ['Gcd', foldWhole(gcd)],
  ['Lcm', foldWhole(lcm)],
  ['Mod', (values) => modulo(first(values), second(values))],
  ['Log', (values, budget) => exactLog(first(values), second(values), budget)],
  ['Re', identity],
  ['Im', () => ZERO],
  ['Conjugate', identity],
]);

function rootOf(value: Rational, degree: Rational, budget: Budget): Rational | null {
  if (degree.num === 0n) return null;
  return rationalPower(value, inverse(degree), budget);
}

function permutation(n: Rational, k: Rational, budget: Budget): Rational | null {
  if (!isWhole(k) || k.num < 0n) return null;
  return isWhole(n) && n.num >= 0n && k.num > n.num ? ZERO : falling(n, k.num, budget);
}

function modulo(a: Rational, b: Rational): Rational | null {
  if (b.num === 0n) return null;
  return minus(a, times(b, whole(floor(times(a, inverse(b))))));
}

/**
 * The exact value of an expression built from numbers by rational operations; `null` when it is not one, has
 * no value, or is too large to write out. Costs one step a node, more for powers and factorials.
 */
export function rationalValue(expr: Expr, budget: Budget, depth = 0): Rational | null {
  if (expr.node === 'number') return expr;
  if (expr.node !== 'apply' || depth > 200) return null;
  return applied(expr, budget, depth);
}

function applied(expr: ApplyNode, budget: Budget, depth: number): Rational | null {
  const rule = RULES.get(expr.head);
  if (rule === undefined || expr.args.length === 0) return null;
  const values: Rational[] = [];
  for (const arg of expr.args) {
    const value = rationalValue(arg, budget, depth + 1);
    if (value === null) return null;
    values.push(value);
  }
  budget.spend(expr.args.length);
  const value = rule(values, budget);
  if (value === null) return null;
  const size = sizeOf(value);
  // Lowest terms of long fractions take time with the square of their length.
  budget.spend(value.den === 1n ? size >> 10 : (size >> 9) ** 2);
  return size > MAX_BITS * 16 ? null : value;
}

/** Size without walking long numbers when they are short. */
const sizeOf = (a: Rational): number =>
  a.den === 1n && a.num < 1_000_000n && a.num > -1_000_000n ? 20 : bits(a);
