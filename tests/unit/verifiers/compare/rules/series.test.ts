import { expect, test } from 'vitest';
import { verdict } from './kernel.js';

const pairs = (expected: string, rows: readonly (readonly [string, string])[]): void => {
  test.each(rows)(`${expected}: %s, %s`, (gold, given) => expect(verdict(gold, given)).toBe(expected));
};

pairs('equal proved', [
  ['sum(x^n/n!, n, 0, Infinity)', 'exp(x)'],
  ['sum(x^n/n!, n, 1, Infinity)', 'exp(x) - 1'],
  ['sum(x^n/n!, n, 3, Infinity)', 'exp(x) - 1 - x - x^2/2'],
  ['sum((-1)^n*x^(2*n)/(2*n)!, n, 0, Infinity)', 'cos(x)'],
  ['sum((-1)^n*x^(2*n + 1)/(2*n + 1)!, n, 0, Infinity)', 'sin(x)'],
  ['sum((-1)^(n - 1)*x^(2*n - 1)/(2*n - 1)!, n, 1, Infinity)', 'sin(x)'],
  ['sum(x^(2*n)/(2*n)!, n, 0, Infinity)', 'cosh(x)'],
  ['sum(x^(2*n + 1)/(2*n + 1)!, n, 0, Infinity)', 'sinh(x)'],
  ['sum(x^n/(2*n)!, n, 0, Infinity)', 'cosh(sqrt(x))'],
  ['sum(1/(n + 2)!, n, 0, Infinity)', 'e - 2'],
  ['sum(1/(2*n + 3)!, n, 0, Infinity)', 'sinh(1) - 1'],
  ['sum(n^3/n!, n, 0, Infinity)', '5*e'],
  ['sum((n + 1)*x^n/n!, n, 0, Infinity)', '(x + 1)*exp(x)'],
  ['sum(n^2*2^n/n!, n, 2, Infinity)', '6*exp(2) - 2'],
  ['product(1 - 1/k^2, k, 2, n)', '(n + 1)/(2*n)'],
  ['product(2*k - 1, k, 1, n)', '(2*n)!/(2^n*n!)'],
]);
pairs('different proved', [
  ['sum(x^n/n!, n, 0, Infinity)', 'exp(x) - 1'],
  ['sum((-1)^n/(2*n)!, n, 0, Infinity)', 'sin(1)'],
  ['sum(n^2/n!, n, 0, Infinity)', '3*e'],
  ['limit((1 + 1/x)^x, x, Infinity)', '2.718281828'],
]);
pairs('undecided', [
  ['sum((-1)^n*x^(2*n)/(2*n)!, n, 0, Infinity)', 'sin(x)'],
  ['sum((-1)^n*x^(2*n)/(2*n)!, n, 0, Infinity)', 'cosh(x)'],
  ['sum(x^(3*n)/(3*n)!, n, 0, Infinity)', 'exp(x)'],
  ['sum(n^2*x^n/(2*n)!, n, 0, Infinity)', 'cosh(x)'],
]);
