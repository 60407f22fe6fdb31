import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Budget } from '../../../../src/support/index.js';
import { rationalValue } from '../../../../src/verifiers/exact/evaluate-rational.js';
import {
  absolute,
  approximate,
  bits,
  bitsOf,
  exactRoot,
  floor,
  gcd,
  HALF,
  integerRoot,
  inverse,
  lcm,
  MINUS_ONE,
  minus,
  ONE,
  order,
  plus,
  power,
  ratio,
  same,
  sign,
  times,
  ZERO,
} from '../../../../src/verifiers/exact/rational.js';
import { rational } from '../../../../src/verifiers/expr.js';
import { formatExpr } from '../../../../src/verifiers/format.js';
import { formula } from '../../../helpers/formula.js';

const big = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
const positive = fc.bigInt({ min: 1n, max: 10n ** 30n });

describe('rational arithmetic', () => {
  test('gcd divides both and leaves coprime parts', () => {
    fc.assert(
      fc.property(big, positive, (a, b) => {
        const common = gcd(a, b);
        return a % common === 0n && b % common === 0n && gcd(a / common, b / common) === 1n;
      }),
    );
  });
  test('lcm times gcd is the product', () => {
    fc.assert(fc.property(positive, positive, (a, b) => lcm(a, b) * gcd(a, b) === a * b));
  });
  test('sums and products are in lowest terms', () => {
    fc.assert(
      fc.property(big, positive, big, positive, (a, b, c, d) => {
        const [x, y] = [ratio(a, b), ratio(c, d)];
        return [plus(x, y), times(x, y)].every((z) => z.den > 0n && gcd(z.num, z.den) === 1n);
      }),
    );
  });
  test('floor is the last whole number not above', () => {
    fc.assert(
      fc.property(big, positive, (a, b) => {
        const low = floor(ratio(a, b));
        return low * b <= a && (low + 1n) * b > a;
      }),
    );
  });
  test('integer roots bracket', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 60n }), fc.integer({ min: 2, max: 9 }), (value, n) => {
        const root = integerRoot(value, n);
        return root ** BigInt(n) <= value && (root + 1n) ** BigInt(n) > value;
      }),
    );
  });
  test('exact roots and reciprocals', () => {
    expect(exactRoot(3n ** 40n, 8)).toBe(243n);
    expect(exactRoot(3n ** 40n + 1n, 8)).toBeNull();
    expect(inverse(ratio(-3n, 4n))).toEqual({ num: -4n, den: 3n });
    expect(power(ratio(2n, 3n), -2)).toEqual({ num: 9n, den: 4n });
    expect(order(ratio(1n, 3n), ratio(1n, 2n))).toBe(-1);
  });
});

describe('long numbers', () => {
  /** Euclid by plain division. */
  const euclid = (a: bigint, b: bigint): bigint => (b === 0n ? a : euclid(b, a % b));
  const long = fc.bigInt({ min: 1n, max: 1n << 2_000n });
  test('the common divisor is the one that plain division finds', () => {
    fc.assert(fc.property(long, long, (a, b) => gcd(a, b) === euclid(a, b)));
    fc.assert(
      fc.property(long, long, long, (a, b, c) => {
        const common = gcd(-a * c, b * c);
        return common === c * euclid(a, b);
      }),
    );
  });
  test('neighbouring Fibonacci numbers, where every quotient is 1', () => {
    let [a, b] = [1n, 1n];
    for (let i = 0; i < 3_000; i += 1) [a, b] = [b, a + b];
    expect(gcd(a, b)).toBe(1n);
    expect(gcd(6n * a, 6n * b)).toBe(6n);
  });
  test('a number and itself, a multiple, nothing', () => {
    const n = 3n ** 800n;
    expect(gcd(n, n)).toBe(n);
    expect(gcd(n * 10n ** 500n, n)).toBe(n);
    expect(gcd(0n, -n)).toBe(n);
    expect(gcd(0n, 0n)).toBe(0n);
  });
  test('a double near a fraction whose parts are none', () => {
    const huge = 10n ** 400n;
    expect(approximate(ratio(1n, 4n))).toBe(0.25);
    expect(approximate({ num: 3n * huge, den: 2n * huge }) / 1.5).toBeCloseTo(1, 12);
    expect(approximate({ num: -3n * huge, den: 2n * huge }) / -1.5).toBeCloseTo(1, 12);
  });
  test('bits, exact below 2^53 and to a multiple of four above', () => {
    expect([0n, 1n, 2n, 3n, -4n, 255n, 256n].map(bitsOf)).toEqual([0, 1, 2, 2, 3, 8, 9]);
    expect(bitsOf(1n << 64n)).toBe(68);
    expect(absolute(-5n)).toBe(5n);
  });
});

test('order, sign and identity', () => {
  fc.assert(
    fc.property(big, positive, big, positive, (a, b, c, d) => {
      const [x, y] = [ratio(a, b), ratio(c, d)];
      const sides = a * d - c * b;
      const wanted = sides < 0n ? -1 : sides > 0n ? 1 : 0;
      return order(x, y) === wanted && sign(minus(x, y)) === wanted && same(x, y) === (wanted === 0);
    }),
  );
  expect([order(ratio(1n, 2n), ratio(2n, 4n)), sign(ratio(0n, 3n)), sign(ratio(1n, -3n))]).toEqual([
    0, 0, -1,
  ]);
  expect(same(ratio(1n, 2n), ratio(1n, 3n)) || same(ratio(1n, 2n), ratio(3n, 2n))).toBe(false);
  expect([lcm(0n, 5n), lcm(5n, 0n), lcm(-4n, 6n)]).toEqual([0n, 0n, 12n]);
  expect([integerRoot(0n, 3), integerRoot(2n, 2), integerRoot(7n, 1), integerRoot(9n, 90)]).toEqual([
    0n,
    1n,
    7n,
    1n,
  ]);
});

describe('exact evaluation', () => {
  const value = (source: string): string => {
    const found = rationalValue(formula(source), new Budget(100_000));
    return found === null ? 'none' : formatExpr(rational(found.num, found.den));
  };
  test.each([
    ['2/3 + 1/6', '5/6'],
    ['(4/9)^(3/2)', '8/27'],
    ['(-27/8)^(1/3)', '-3/2'],
    ['log(1/8, 4)', '-3/2'],
    ['multinomial(2, 1, 1)', '12'],
    ['doubleFactorial(7)', '105'],
    ['permutation(5, 2)', '20'],
    ['binomial(1/2, 2)', '-1/8'],
    ['round(5/2)', '2'],
    ['mod(7, -3)', '-2'],
    ['percent(45)', '9/20'],
    ['root(32, 5)', '2'],
    ['min(1/2, 1/3)', '1/3'],
    ['lcm(4, 6, 10)', '60'],
  ])('%s is %s', (source, wanted) => expect(value(source)).toBe(wanted));
  test.each([
    '1/0',
    '0^0',
    '0^(-1)',
    '2^(1/2)',
    '(-4)^(1/2)',
    '9^(9^9)',
    '(10^10)!',
    'log(6, 4)',
    'x',
    'mod(3, 0)',
    '(-2)!',
  ])('%s has no exact value to write out', (source) => expect(value(source)).toBe('none'));
});

test('the constants, whole powers, equal fractions, zeros', () => {
  expect([ZERO, ONE, MINUS_ONE, HALF]).toEqual([
    { num: 0n, den: 1n },
    { num: 1n, den: 1n },
    { num: -1n, den: 1n },
    { num: 1n, den: 2n },
  ]);
  expect(power(ratio(2n, 3n), 0)).toEqual(ONE);
  expect(same(ratio(2n, 4n), HALF)).toBe(true);
  expect(lcm(0n, 0n)).toBe(0n);
  expect([bits(ratio(255n, 2n)), bits(ratio(1n, 256n))]).toEqual([8, 9]);
  expect(bitsOf(2n ** 53n - 1n)).toBeLessThan(56);
  expect(approximate({ num: 10n ** 400n, den: 10n ** 200n }) / 1e200).toBeCloseTo(1, 12);
  expect([floor(ratio(-4n, 2n)), floor(ratio(-1n, 2n)), floor(ratio(7n, 2n))]).toEqual([-2n, -1n, 3n]);
});
