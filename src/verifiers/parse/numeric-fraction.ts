import { type Budget, type Outcome, succeed } from '../../support/index.js';
import type { Answer } from '../answer.js';
import { apply } from '../expr.js';
import { decimalNumeral } from './numeral.js';
import type { ParseFailure } from './token.js';

/** `\frac{3}{4}`, `-\dfrac{10}{11}`, `\frac12`: two numerals and at most a sign. */
const FRACTION = /^(-?)\\[dt]?frac(?:(\d)(\d)|\{(\d{1,30})\}\{(\d{1,30})\})$/;

/** Steps that the grammar and its checks spend on such a tree, in their order. */
const PLAIN_STEPS: readonly number[] = [2, 1, 1, 2, 1, 1, 2, 1, 2, 1, 1];

/** The same with a sign before it. */
const SIGNED_STEPS: readonly number[] = [3, 1, 1, 1, 2, 1, 1, 2, 1, 1, 2, 1, 1, 1];

/** Spends what the lexer spends on a numeral, whose digits it gets one by one. */
function spendOnDigits(digits: string, budget: Budget): void {
  budget.spend();
  budget.spend(1 + (digits.length >> 3));
  for (let i = 1; i < digits.length; i += 1) budget.spend();
}

/** True for a text that {@link readNumericFraction} reads: it has no wrapping, words or units. */
export const isNumericFraction = (text: string): boolean => text.includes('frac') && FRACTION.test(text);

/**
 * A fraction of two numerals, after numerals the commonest answer, without lexer and grammar: the same tree for the same
 * steps. A test holds the two ways together. Null for any other text.
 */
export function readNumericFraction(text: string, budget: Budget): Outcome<Answer, ParseFailure> | null {
  const found = text.includes('frac') ? FRACTION.exec(text) : null;
  if (found === null) return null;
  const negative = found[1] === '-';
  const top = found[2] ?? found[4] ?? '';
  const bottom = found[3] ?? found[5] ?? '';
  budget.spend(1 + (text.length >> 2));
  budget.spend();
  if (negative) budget.spend();
  spendOnDigits(top, budget);
  spendOnDigits(bottom, budget);
  for (const steps of negative ? SIGNED_STEPS : PLAIN_STEPS) budget.spend(steps);
  const value = apply('Divide', decimalNumeral(top), decimalNumeral(bottom));
  return succeed({ kind: 'expression', expr: negative ? apply('Negate', value) : value });
}
