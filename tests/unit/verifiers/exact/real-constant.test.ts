import { describe, expect, test } from 'vitest';
import { Budget } from '../../../../src/support/index.js';
import { decimalOf, formatDecimal } from '../../../../src/verifiers/exact/decimal.js';
import {
  compareReal,
  decimalDigits,
  isRealConstant,
  realSign,
  roundsTo,
} from '../../../../src/verifiers/exact/real-constant.js';
import { rational } from '../../../../src/verifiers/expr.js';
import { formula } from '../../../helpers/formula.js';

const budget = (): Budget => new Budget(10_000_000);

describe('sign of a constant', () => {
  test.each([
    ['pi - 22/7', -1],
    ['pi - 355/113 + 1/10^6', 1],
    ['exp(pi*sqrt(163)) - 262537412640768744', -1],
    ['sqrt(10^40+1) - 10^20', 1],
    ['1e-300', 1],
    ['sqrt(3) - sqrt(2) - sqrt(5-2*sqrt(6))', 0],
    ['cbrt(2+sqrt(5)) + cbrt(2-sqrt(5)) - 1', 0],
    ['cos(pi/2)', 0],
    ['cos(pi/5) - cos(2*pi/5) - 1/2', 0],
    ['-exp(-1000)', -1],
  ])('%s: %s', (source, wanted) => expect(realSign(formula(source), budget())).toBe(wanted));

  test.each(['x', 'i', 'sqrt(-2)', '1/0', 'ln(8) - 3*ln(2)', 'exp(exp(exp(exp(9))))'])(
    '%s is not settled',
    (source) => expect(realSign(formula(source), budget())).toBe(null),
  );

  test('order', () => {
    expect(compareReal(formula('sqrt(2)^sqrt(2)'), formula('1.6325269194381528'), budget())).toBe(1);
    expect(compareReal(formula('sqrt(8)'), formula('2*sqrt(2)'), budget())).toBe(0);
    expect(compareReal(formula('x'), formula('1'), budget())).toBe(null);
  });

  test.each([
    ['pi + 1/3', true],
    ['(-8)^(1/3)', true],
    ['sqrt(-1)', false],
    ['x', false],
    ['ln(0)', false],
  ])('%s is a real constant: %s', (source, wanted) =>
    expect(isRealConstant(formula(source), budget())).toBe(wanted),
  );
});

describe('decimals', () => {
  test.each([
    ['pi', 3, '3.14'],
    ['pi', 10, '3.141592654'],
    ['-2/3', 4, '-0.6667'],
    ['exp(pi*sqrt(163))', 19, '262537412640768744.0'],
    ['exp(pi*sqrt(163))', 31, '262537412640768743.9999999999993'],
    ['1/8', 2, '0.13'],
    ['-1/8', 2, '-0.13'],
    ['99.99996', 6, '100.000'],
    ['123456789', 3, '1.23e8'],
    ['10^30/3', 3, '3.33e29'],
    ['1/(3*10^9)', 3, '3.33e-10'],
    ['5', 1, '5'],
    ['9.96', 2, '10'],
  ])('%s to %i digits: %s', (source, digits, wanted) =>
    expect(decimalDigits(formula(source), digits, budget())).toBe(wanted),
  );

  test.each(['0', 'x', 'i', 'sqrt(5)^2 - 5'])('%s has none', (source) =>
    expect(decimalDigits(formula(source), 5, budget())).toBe(null),
  );

  test('a ball that straddles a rounding boundary settles nothing', () => {
    expect(decimalOf({ mid: 125n, exp: 0, rad: 1 }, 2)).toBe(null);
    expect(decimalOf({ mid: 127n, exp: 0, rad: 1 }, 2)).toMatchObject({ digits: '13', exponent: 2 });
    expect(decimalOf({ mid: 1n, exp: 200_000, rad: 0 }, 2)).toBe(null);
    expect(formatDecimal({ negative: true, digits: '1', exponent: 9 })).toBe('-1e9');
  });
});

describe('does it round to the numeral?', () => {
  const cent = rational(1n, 100n);
  test.each([
    ['pi', 314n, true],
    ['pi', 315n, false],
    ['pi', 313n, false],
    ['1/8', 13n, true],
    ['1/8', 12n, true],
    ['sqrt(2)', 141n, true],
    ['-pi', -314n, true],
  ])('%s to %s hundredths: %s', (source, hundredths, wanted) =>
    expect(roundsTo(formula(source), rational(hundredths, 100n), cent, budget())).toBe(wanted),
  );
  test('not settled for what is no constant', () => {
    expect(roundsTo(formula('x'), rational(1n), cent, budget())).toBe(null);
  });
});
