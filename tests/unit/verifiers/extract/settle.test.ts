import { describe, expect, test } from 'vitest';
import { extract } from '../../../../src/verifiers/extract/index.js';
import { strict } from '../../../../src/verifiers/policy.js';
import { found } from './found.js';

describe('which of several statements counts', () => {
  test.each([
    ['steps before the result', 'For part one, $\\boxed{3}$. Then, squaring it, we get $\\boxed{9}$.', '9'],
    [
      'a final answer after boxed steps',
      '$2\\cdot 5=\\boxed{10}$ and $\\boxed{12}$.\nFinal Answer: The final answer is $22$.',
      '$22$',
    ],
    [
      'a correction',
      'The answer is \\boxed{3}. Correction: I dropped a sign. The answer is \\boxed{-3}.',
      '-3',
    ],
    ['a remark after the answer', 'The answer is $\\boxed{3}$.\n\nRemark. With order it would be 6.', '3'],
    ['a check after the answer', '$\\boxed{3}$. Check: $3\\cdot 2 = 6$.', '3'],
    ['a statement that introduces the box', 'So the answer is $n = 3$ and $m = 3$:\n\\[\\boxed{3}\\]', '3'],
    ['much work in between', `\\boxed{3}\n${'Some more work is done here. '.repeat(20)}\n\\boxed{9}`, '9'],
    ['the same in words and in a box', 'The answer is 3. \\boxed{3}', '3'],
  ])('%s', (_, response, text) => expect(found(response)).toBe(text));

  test.each([
    [
      'a box and an alternative',
      'The answer is $\\boxed{3}$, or maybe $\\boxed{4}$? Who knows. If so $\\boxed{5}$.',
    ],
    ['a case split', 'If order matters it is $\\boxed{12}$, otherwise it is $\\boxed{4}$.'],
    ['a statement against the box', 'The answer is 3. \\boxed{4}'],
    ['alternatively', '\\boxed{3}. Alternatively \\boxed{4}'],
  ])('a hedge: %s', (_, response) => expect(found(response)).toBe('<several>'));

  test('a hedge lists its candidates', () => {
    const extraction = extract('Answer: 1\nAnswer: 2', { policy: strict });
    expect(extraction).toMatchObject({ status: 'several', candidates: ['1', '2'], text: '', span: null });
  });

  test('statements that the caller knows to be equal are no hedge', () => {
    expect(found('The answer is 1/2. \\boxed{0.5}', { sameAnswer: () => true })).toBe('0.5');
  });
});
