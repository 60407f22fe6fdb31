import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Budget, withinBudget } from '../../../../src/support/index.js';
import { parseTokens } from '../../../../src/verifiers/parse/grammar/index.js';
import { lexLatex } from '../../../../src/verifiers/parse/latex/index.js';
import { isNumericFraction, readNumericFraction } from '../../../../src/verifiers/parse/numeric-fraction.js';
import { structureAnswer } from '../../../../src/verifiers/parse/structure.js';
import { strict } from '../../../../src/verifiers/policy.js';

/** By lexer, grammar and structure, as any other text. */
function theLongWay(text: string, budget: Budget): unknown {
  const tokens = lexLatex(text, budget);
  if (!tokens.ok) return tokens;
  const expr = parseTokens(tokens.value, budget);
  return expr.ok ? structureAnswer(expr.value, { policy: strict, budget }) : expr;
}

/** What a way of reading gives within a budget, and the steps it spends. */
function outcomeOf(read: (text: string, budget: Budget) => unknown, text: string, limit: number): object {
  const budget = new Budget(limit);
  const outcome = withinBudget(() => read(text, budget));
  return { outcome, spent: budget.spent };
}

const digits = fc.stringMatching(/^\d{1,12}$/);

describe('fractions of two numerals', () => {
  test('read as by the lexer and the grammar: the same tree, the same steps, the same end of a budget', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('', '-'),
        fc.constantFrom('', 'd', 't'),
        fc.oneof(
          fc.tuple(digits, digits).map(([top, bottom]) => `{${top}}{${bottom}}`),
          fc.stringMatching(/^\d\d$/),
        ),
        fc.oneof(fc.constant(1000), fc.integer({ min: 1, max: 60 })),
        (sign, size, parts, limit) => {
          const text = `${sign}\\${size}frac${parts}`;
          expect(isNumericFraction(text)).toBe(true);
          expect(outcomeOf(readNumericFraction, text, limit)).toEqual(outcomeOf(theLongWay, text, limit));
        },
      ),
    );
  });

  test.each([
    '\\frac{1}{x}',
    '\\frac{1.5}{3}',
    '\\frac{1}{2}x',
    '2\\frac{1}{2}',
    '\\frac 12',
    '\\frac1{2}',
    '\\frac123',
    '\\cfrac{1}{2}',
    '+\\frac{1}{2}',
    '--\\frac{1}{2}',
    '\\frac{1}{2} ',
    `\\frac{${'1'.repeat(31)}}{2}`,
    '1/2',
    '',
  ])('%j is left to them', (text) => {
    expect(isNumericFraction(text)).toBe(false);
    expect(readNumericFraction(text, new Budget(1000))).toBeNull();
  });
});
