import { expect, test } from 'vitest';
import { isOneCase, isOtherCase } from '../../../../src/verifiers/extract/cases.js';

test.each([
  '5 if n is even, 6 if n is odd',
  '5 when n is odd and 6 when n is even',
  '5 with probability 0.5, and 6 with probability 0.5',
  '5 in base 6, 6 otherwise',
  '5 (confidence: 50%), 6 (confidence: 50%)',
  '5 if x > 0; otherwise 6',
  'B if x > 0, else A',
])('one case of several: %s', (text) => expect(isOneCase(text, 1, text.length)).toBe(true));

test.each([
  '5 when x = 3',
  '5 for sides 3 and 4',
  '5 in total',
  '5 with 95% confidence',
  '5 because 2 + 3 = 5',
  '5',
])('no case: %s', (text) => expect(isOneCase(text, 1, text.length)).toBe(false));

test.each([
  ['If n is odd, the answer is 13; if n is even, $', true],
  ['If n = 1, it is 3; otherwise ', true],
  ['If n is even, then ', false],
  ['So ', false],
])('%s: the other case stands before: %s', (before, other) => {
  expect(isOtherCase(before)).toBe(other);
});
