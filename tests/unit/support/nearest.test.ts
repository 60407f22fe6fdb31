import { expect, test } from 'vitest';
import { nearest } from '../../../src/support/index.js';

test.each([
  ['verfy', 'verify'],
  ['exp', 'explain'],
  ['evrify', 'verify'],
  ['zzz', null],
])('nearest to %s', (word, expected) => {
  expect(nearest(word, ['verify', 'explain', 'detect'])).toBe(expected);
});
