import { describe, expect, test } from 'vitest';
import { Budget } from '../../../../src/support/index.js';
import { cosPi, sinPi } from '../../../../src/verifiers/exact/angle.js';
import { BallField } from '../../../../src/verifiers/exact/ball-field.js';
import { Planner } from '../../../../src/verifiers/exact/plan.js';
import { apply, integer, rational, text } from '../../../../src/verifiers/expr.js';
import { formula } from '../../../helpers/formula.js';

const literalOf = (source: string): string | null => {
  const { literal } = new Planner(new Budget(100_000)).plan(formula(source));
  return literal === null ? null : `${literal.num}/${literal.den}`;
};

const angleOf = (source: string): string | null => {
  const { angle } = new Planner(new Budget(100_000)).plan(formula(source));
  return angle === null ? null : `${angle.num}/${angle.den}`;
};

describe('rational arithmetic on literals is folded', () => {
  test.each([
    ['1/2 + 1/3 - 1', '-1/6'],
    ['(2/3)^(-3)', '27/8'],
    ['(4/9)^(3/2)', '8/27'],
    ['root(32, 5)', '2/1'],
    ['(-2)^5', '-32/1'],
    ['(-1)^(10^30)', '1/1'],
    ['(-1)^(10^30+1)', '-1/1'],
    ['0^3', '0/1'],
    ['abs(-7)*percent(50)', '7/2'],
    ['log(1000, 10)', '3/1'],
    ['log(8, 4)', '3/2'],
    ['log(1/9, 3)', '-2/1'],
    ['log(1, 7)', '0/1'],
  ])('%s = %s', (source, wanted) => expect(literalOf(source)).toBe(wanted));

  test.each([
    '2^(1/2)',
    '0^0',
    '0^(-2)',
    '1/0',
    '(-8)^(1/3)',
    '2^100000',
    'x+1',
    'log(10, 3)',
    'log(5, 1)',
    'pi',
    'sin(0)',
  ])('%s is left alone', (source) => expect(literalOf(source)).toBe(null));

  test.each([
    ['ff', 16, '255/1'],
    ['1011', 2, '11/1'],
    ['12', 2, null],
    ['1.1', 2, null],
    ['10', 1, null],
  ])('%s in base %i', (digits, base, wanted) => {
    const { literal } = new Planner(new Budget(1000)).plan(apply('BaseNumeral', text(digits), integer(base)));
    expect(literal === null ? null : `${literal.num}/${literal.den}`).toBe(wanted);
  });
});

describe('exact angles', () => {
  test.each([
    ['sin(3*pi/4)', '3/4'],
    ['cos(pi/3 - 2*pi)', '-5/3'],
    ['tan(degree(30))', '1/6'],
    ['sin(pi*10^50)', `${10n ** 50n}/1`],
    ['exp(i*pi/4)', '1/4'],
    ['sin(0)', '0/1'],
  ])('%s has the angle %s π', (source, wanted) => expect(angleOf(source)).toBe(wanted));

  test.each(['sin(1)', 'sin(pi^2)', 'sin(x*pi)', 'exp(pi)', 'cos(i*pi)', 'sin(sqrt(2)*pi)', 'sin(pi+1)'])(
    '%s has none',
    (source) => expect(angleOf(source)).toBe(null),
  );

  test('sine and cosine are exact at multiples of π/6 where rational, and near the doubles elsewhere', () => {
    const f = new BallField(160, new Budget(1_000_000));
    const toDouble = (x: { mid: bigint; exp: number }): number => Number(x.mid) * 2 ** x.exp;
    for (let num = -30n; num <= 30n; num++) {
      for (const den of [1n, 2n, 5n, 6n, 12n]) {
        const angle = (Number(num) / Number(den)) * Math.PI;
        expect(toDouble(sinPi(f, rational(num, den)))).toBeCloseTo(Math.sin(angle), 12);
        expect(toDouble(cosPi(f, rational(num, den)))).toBeCloseTo(Math.cos(angle), 12);
      }
    }
    expect(
      ['1/6', '7/6', '3/2', '1', '0'].map(
        (q) => sinPi(f, rational(...(q.split('/').map(BigInt) as [bigint, bigint]))).rad,
      ),
    ).toEqual([0, 0, 0, 0, 0]);
  });
});
