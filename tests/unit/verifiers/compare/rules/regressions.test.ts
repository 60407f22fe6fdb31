import { describe, expect, test } from 'vitest';
import { verdict } from './kernel.js';

/** Pairs that a search against an independent evaluator once found wrong or unproved. */
const pairs = (expected: string, rows: readonly (readonly [string, string])[]): void => {
  test.each(rows)(`%s, %s: ${expected}`, (gold, given) => expect(verdict(gold, given)).toBe(expected));
};

describe('logarithms in exponents', () => {
  pairs('equal proved', [
    ['4^(ln(3)/ln(4))', '3'],
    ['6^(ln(8)/ln(6))', '8'],
    ['3^(ln(8)/ln(5))', '8^(ln(3)/ln(5))'],
    ['12^(ln(3)/ln(2))', '3^(ln(12)/ln(2))'],
    ['x^(1/ln(x))', 'exp(1)'],
    ['2^(ln(x)/ln(4))', 'sqrt(x)'],
  ]);
  pairs('different proved', [
    ['4^(ln(3)/ln(4))', '9'],
    ['6^(ln(8)/ln(5))', '8'],
    ['x^(1/ln(x))', 'exp(2)'],
    ['2^(ln(x)/ln(3))', '3^(ln(x)/ln(2))'],
  ]);
});

describe('absolute values', () => {
  pairs('equal proved', [
    ['sqrt(2 - 2*cos(t))', '2*abs(sin(t/2))'],
    ['abs(2 - 3*x - 2*x^2)', 'abs(x + 2)*abs(2*x - 1)'],
    ['ln(abs(sec(x) + tan(x)))', '-ln(abs(sec(x) - tan(x)))'],
    ['ln(abs(csc(3*x) - cot(3*x)))', 'ln(abs(tan(3*x/2)))'],
  ]);
  pairs('different proved', [
    ['sqrt(2 - 2*cos(t))', '2*sin(t/2)'],
    ['ln(abs(sec(x) + tan(x)))', '-ln(abs(sec(x) + tan(x)))'],
  ]);
});
