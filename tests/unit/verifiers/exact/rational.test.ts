import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Budget } from '../../../../src/support/index.js';
import { rationalValue } from '../../../../src/verifiers/exact/evaluate-rational.js';
import {
  exactRoot,
  floor,
  gcd,
  integerRoot,
  inverse,
  lcm,
  order,
  plus,
  power,
  ratio,
  times,
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
