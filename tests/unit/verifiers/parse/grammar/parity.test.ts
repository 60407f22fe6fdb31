import { expect, test } from 'vitest';
import { compare } from '../../../../../src/verifiers/index.js';

const cases = (first: string, second: string): string =>
  `\\begin{cases}1 & ${first}\\\\ 0 & ${second}\\end{cases}`;
const plain = cases('n \\text{ even}', 'n \\text{ odd}');

test.each([
  cases('\\text{if } n \\text{ is even}', '\\text{if } n \\text{ is odd}'),
  cases('\\text{if n is even}', '\\text{if n is odd}'),
  cases('n \\text{为偶数}', 'n \\text{为奇数}'),
])('%s states parities', (spelled) => {
  expect(compare(plain, spelled).kind).toBe('equal');
});

test.each([cases('n \\text{ odd}', 'n \\text{ even}'), cases('m \\text{ even}', 'n \\text{ odd}')])(
  '%s states others',
  (other) => {
    expect(compare(plain, other).kind).not.toBe('equal');
  },
);

test('other words are no parity', () => {
  expect(compare(plain, cases('n \\text{ is a square}', 'n \\text{ odd}')).kind).not.toBe('equal');
});
