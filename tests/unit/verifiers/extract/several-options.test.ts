import { describe, expect, test } from 'vitest';
import {
  followsOr,
  holdsSeveralLetters,
  isDeniedClause,
  namesSeveral,
} from '../../../../src/verifiers/extract/several-options.js';

describe('options named beside the first letter', () => {
  test.each([
    'B, C',
    'B and C',
    'B as well as C',
    'B together with C',
    'B plus C',
    'B, no wait, A',
    'B, actually A',
    'B, alternatively \\textbf{(A)}',
    'B; EA',
    'B, C is also correct',
    'B, C is not wrong',
    'B and/or C',
  ])('%s', (text) => expect(namesSeveral(text, 1, text.length)).toBe(true));

  test.each([
    'B, because it is even',
    'B rather than C',
    'B, C is too small',
    'B, C fails',
    'B; A would give 13',
    'B, and A is wrong',
    'B, as A is wrong',
    'B',
  ])('not %s', (text) => expect(namesSeveral(text, 1, text.length)).toBe(false));
});

test.each([
  ['C is too small', true],
  ['C cannot be', true],
  ["C isn't possible", true],
  ['C would be wrong', true],
  ['C is right and A is not', false],
  ['C is not wrong', false],
  ['C is right too', false],
  ['C would be the answer', false],
  ['C', false],
])('%s: denied in its own clause: %s', (text, denied) => {
  expect(isDeniedClause(text, 1, text.length)).toBe(denied);
});

test.each([
  ['A vs. B', true],
  ['A or B', true],
  ['A، أو B', true],
  ['not B', false],
  ['so B', false],
])('%s: a word for "or" before: %s', (text, follows) => {
  expect(followsOr(text, text.length - 1, 0)).toBe(follows);
});

test('options written as one word', () => {
  expect(holdsSeveralLetters('EA vs. (')).toBe(true);
  expect(holdsSeveralLetters('the letter ')).toBe(false);
  expect(holdsSeveralLetters('\\AB ')).toBe(false);
});
