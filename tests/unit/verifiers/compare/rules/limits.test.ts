import { expect, test } from 'vitest';
import { verdict } from './kernel.js';

const pairs = (expected: string, rows: readonly (readonly [string, string])[]): void => {
  test.each(rows)(`${expected}: %s, %s`, (gold, given) => expect(verdict(gold, given)).toBe(expected));
};

pairs('equal proved', [
  ['limit(sin(x)/x, x, 0)', '1'],
  ['limit((1 - cos(x))/x^2, x, 0)', '1/2'],
  ['limit(sin(a*x)/(b*x), x, 0)', 'a/b'],
  ['limit((x - sin(x))/x^3, x, 0)', '1/6'],
  ['limit(ln(1 + x)/x, x, 0)', '1'],
  ['limit((sin(x + h) - sin(x))/h, h, 0)', 'cos(x)'],
  ['limit((x^2 - 9)/(x - 3), x, 3)', '6'],
  ['limit((x^n - a^n)/(x - a), x, a)', 'n*a^(n - 1)'],
  ['limit(abs(x)/x, x, 0, 1)', '1'],
  ['limit(abs(x)/x, x, 0, -1)', '-1'],
  ['limit((1 + k/x)^x, x, Infinity)', 'exp(k)'],
  ['limit(cos(x)^(1/x^2), x, 0)', '1/sqrt(e)'],
  ['limit(sqrt(x^2 + x) - x, x, Infinity)', '1/2'],
  ['limit(sqrt(x^2 + x) + x, x, -Infinity)', '-1/2'],
  ['limit(arctan(x), x, -Infinity)', '-pi/2'],
  ['limit((3*x^2 + 1)/(x^2 - x), x, Infinity)', '3'],
  ['limit(derivative(sin(x), x, 1), x, 0)', '1'],
]);
pairs('different proved', [
  ['limit(sin(x)/x, x, 0)', '2'],
  ['limit(sin(a*x)/(b*x), x, 0)', 'b/a'],
  ['limit(abs(x)/x, x, 0, -1)', '1'],
]);
pairs('undecided', [
  ['limit(abs(x)/x, x, 0)', '1'],
  ['limit(1/x, x, 0)', '0'],
  ['limit(floor(x), x, 0)', '0'],
  ['limit(call(f, x), x, 0)', 'call(f, 0)'],
  ['limit(sin(1/x), x, 0)', '0'],
]);
pairs('undecided', [
  ['limit(1/x^2, x, 0)', 'Infinity'],
  ['limit(ln(x), x, 0)', '-Infinity'],
  ['sum(1/k, k, 1, Infinity)', 'Infinity'],
]);
pairs('different proved', [
  ['limit(sin(x)/x, x, 0)', 'Infinity'],
  ['sum(k, k, 1, 10)', 'Infinity'],
  ['x^2', 'Infinity'],
]);
