import { describe, expect, test } from 'vitest';
import { verify } from '../../../../src/verifiers/index.js';

const pays = (response: string): boolean => verify('B', response).correct === true;

describe('an option that is chosen', () => {
  test.each([
    'A is wrong; B is correct.',
    'A is odd, C is odd, so B.',
    'Not A, B is the answer.',
    'The answer is B, C is too small.',
    'Only B satisfies both conditions.',
    'Most likely B.',
    'B - 12',
    'B (12)',
    '(B), 12',
    '12 (B)',
    '12 → B',
    '✅ B',
    'The answer is 12. So the option is B.',
    'La bonne réponse est la B.',
    'A resposta correta é a B.',
    'A: wrong\nB: right\n\nAnswer: B',
  ])('%s', (response) => expect(pays(response)).toBe(true));

  test.each([
    'B is correct. A is correct.',
    'Both A and B are correct.',
    'Every option but B is correct.',
    'It is not true that B is correct.',
    'B. Wait, A.',
    'B, actually A',
    'B?',
    'It might be B.',
    'B\nC',
    'B. Then C.',
    '- B\n- C',
    'B: correct\nC: correct',
    'B - incorrect',
    'B ✗',
    'B as well as C',
    'B if x > 0, else A',
    'The answer is EA vs. (B).',
    'The answer is the letter before B.',
    'B\n\nI doubt that the answer is B.',
    'B\n\nIt cannot be $\\boxed{(B)}$.',
    '> B\n\nother than B',
    'Answer: A B',
  ])('not: %s', (response) => expect(pays(response)).toBe(false));
});
