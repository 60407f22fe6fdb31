import { expect, test } from 'vitest';
import { compare } from '../../../../../src/verifiers/index.js';

test.each([
  ['1+2+\\cdots+100', '5050', 'equal'],
  ['1+2+\\cdots+100', '5051', 'different'],
  ['1+3+5+\\cdots+99', '2500', 'equal'],
  ['1+3+5+\\cdots+100', '2500', 'undecided'],
  ['1+2+4+\\cdots+64', '127', 'undecided'],
  ['1+1+\\cdots+1', '5', 'undecided'],
  ['1+2+\\cdots', '3', 'undecided'],
  ['1+\\cdots+n', 'n(n+1)/2', 'undecided'],
  ['1+2+\\cdots+n', 'n(n+1)/2', 'equal'],
  ['1+2+\\cdots+n', 'n(n-1)/2', 'different'],
  ['1+2+\\cdots+(n-1)+n', 'n(n+1)/2', 'equal'],
  ['n+(n-1)+\\cdots+2+1', 'n(n+1)/2', 'equal'],
  ['1^2+2^2+\\cdots+n^2', 'n(n+1)(2n+1)/6', 'equal'],
  ['1+3+5+\\cdots+(2n-1)', 'n^2', 'equal'],
  ['1+2+5+\\cdots+(2n-1)', 'n^2', 'undecided'],
  ['1\\cdot 2\\cdot 3\\cdots n', 'n!', 'equal'],
  ['1+x+x^2+\\cdots+x^n', '\\frac{x^{n+1}-1}{x-1}', 'equal'],
  ['1+x+x^2+\\cdots+x^n', '\\frac{x^{n}-1}{x-1}', 'different'],
  ['1+\\frac12+\\cdots+\\frac1n', '\\sum_{k=1}^n \\frac1k', 'equal'],
  ['a_1+a_2+\\cdots+a_n', 'a_n+\\cdots+a_2+a_1', 'equal'],
])('%s, %s: %s', (gold, given, kind) => {
  expect(compare(gold, given).kind).toBe(kind);
});
