import { describe, expect, test } from 'vitest';
import { isRestatement } from '../../../../src/verifiers/extract/restatement.js';

describe('answers that only restate the question', () => {
  test.each([
    [
      'a limit, respelled',
      '\\lim_{x \\to 0} \\left(\\frac{\\sin x}{x}\\right)',
      'Find $\\lim_{x\\to0}\\frac{\\sin x}x$.',
    ],
    ['an integral inside more', '2\\int_0^1 x\\,dx', 'Evaluate $\\int_0^2 x\\,dx$.'],
    ['a derivative asked in words', '\\frac{d}{dx}\\sin x', 'Differentiate $\\sin x$.'],
    ['a product', '\\prod_{j=1}^4 j', 'Compute $\\prod_{k=1}^4 k$.'],
    ['the expression to compute', '12 \\cdot 12', 'Compute $12\\cdot12$.'],
    ['a request without dollars', '12+5', 'What is 12 + 5?'],
    ['the root to simplify', '\\sqrt{72}', 'Simplify $\\sqrt{72}$.'],
    ['the polynomial to factor', 'x^2 - 9', 'Factor $x^2-9$.'],
  ])('%s', (_, text, problem) => expect(isRestatement(text, problem)).toBe(true));

  test.each([
    ['the value', '1', 'Find $\\lim_{x\\to0}\\frac{\\sin x}x$.'],
    ['an equation that ends in the value', '\\int_0^2 x\\,dx = 2', 'Evaluate $\\int_0^2 x\\,dx$.'],
    ['a derivative as the left side', '\\frac{dy}{dx} = 2x', 'Find $\\frac{dy}{dx}$ for $y=x^2$.'],
    ['a number of the problem', '12', 'Compute $12$ more than zero.'],
    ['a fraction of the problem', '\\frac{3}{4}', 'Find $\\frac{3}{4}$ of $1$.'],
    ['an expression of a condition', 'x+1', 'Let $x+1$ be prime. Which expression is prime?'],
    ['a sum where none is asked', '\\sum_{k=1}^n a_k', 'Write $a_1+\\dots+a_n$ with a sign.'],
  ])('not %s', (_, text, problem) => expect(isRestatement(text, problem)).toBe(false));
});
