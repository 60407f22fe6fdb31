import { describe, expect, test } from 'vitest';
import { NO_ASSUMPTIONS } from '../../../../../src/verifiers/compare/rules/assumptions.js';
import { openPair, type Rule } from '../../../../../src/verifiers/compare/rules/pair.js';
import { signCases } from '../../../../../src/verifiers/compare/rules/sign-cases.js';
import { squares } from '../../../../../src/verifiers/compare/rules/squares.js';
import type { Finding } from '../../../../../src/verifiers/verdict.js';
import { formula } from '../../../../helpers/formula.js';
import { freshContext } from './kernel.js';

const ask = (rule: Rule, gold: string, given: string): Finding | null =>
  rule(openPair(formula(gold), formula(given), freshContext(2_000_000), NO_ASSUMPTIONS));

describe('sign cases', () => {
  test.each([
    ['abs(x - 2) + abs(x - 3)', 'max(2*x - 5, 1, 5 - 2*x)'],
    ['abs(x + y) + abs(x - y)', '2*max(abs(x), abs(y))'],
    ['abs(abs(x) - 1)', 'max(abs(x) - 1, 1 - abs(x))'],
    ['sqrt(x/y)', 'sqrt(x*y)/abs(y)'],
  ])('%s = %s', (gold, given) =>
    expect(ask(signCases, gold, given)).toMatchObject({
      kind: 'equal',
      certainty: 'proved',
      by: 'sign-cases',
    }),
  );
  test.each([
    ['abs(x - 2) + abs(x - 3)', 'max(2*x - 5, 5 - 2*x)'],
    ['abs(x + y)', 'abs(x) + abs(y)'],
    ['abs(x) + 1', 'abs(x + 1)'],
    ['ln(x*y)', 'ln(x) + ln(y)'],
    ['sqrt(x)*sqrt(y)', 'sqrt(x*y)'],
    ['sqrt(x - 3)*sqrt(x - 5)', 'sqrt((x - 3)*(x - 5))'],
    ['x + i*abs(x)', 'x + i*abs(x)'],
    ['x + 1', 'x + 1'],
  ])('not for %s and %s', (gold, given) => expect(ask(signCases, gold, given)).toBeNull());
});

describe('squares', () => {
  test.each([
    ['abs(sin(2*x))', '2*abs(sin(x)*cos(x))'],
    ['abs(x^2 - 2)', 'abs(x - sqrt(2))*abs(x + sqrt(2))'],
    ['sqrt(5 + 2*sqrt(6))', 'sqrt(2) + sqrt(3)'],
  ])('%s = %s', (gold, given) =>
    expect(ask(squares, gold, given)).toMatchObject({ kind: 'equal', certainty: 'proved', by: 'squares' }),
  );
  test.each([
    ['abs(x)', 'x'],
    ['abs(x)', '-abs(x)'],
    ['abs(sin(2*x))', 'abs(sin(x)*cos(x))'],
    ['x', 'y'],
    ['0', 'x'],
  ])('not for %s and %s', (gold, given) => expect(ask(squares, gold, given)).toBeNull());
});
