import { describe, expect, test } from 'vitest';
import { extract, unitsAfter } from '../../../../src/verifiers/extract/index.js';
import { strict } from '../../../../src/verifiers/policy.js';
import { found } from './found.js';

describe('statements that are taken back', () => {
  test.each([
    ['and replaced in a sentence', '$\\boxed{9}$. Wait, that is wrong. The sum should be 11.', '11'],
    ['and replaced at once', 'The answer is 9... no wait, 11.', '11'],
    ['actually', '$\\boxed{9}$. Actually, it is 11.', '11'],
    ['and not replaced', '$\\boxed{9}$. Hold on, this is incorrect.', '<none>'],
    ['scratched', '$\\boxed{9}$\n\nScratch that, I cannot solve it.', '<none>'],
  ])('%s', (_, response, text) => expect(found(response)).toBe(text));

  test.each([
    ['a check', '$\\boxed{9}$. Wait, let me verify: $3\\cdot 3=9$. Good.'],
    ['a question', '$\\boxed{9}$. Wait, is that wrong? It is not.'],
    ['a rejected alternative', '$\\boxed{9}$ (not 11, since that is wrong).'],
    ['a remark', '$\\boxed{9}$. A common mistake is to answer 11.'],
  ])('%s takes nothing back', (_, response) => expect(found(response)).toBe('9'));
});

describe('the unit beside a box', () => {
  const units = (response: string): readonly string[] =>
    unitsAfter(response, extract(response, { policy: strict }));

  test.each([
    ['after the closing dollar', 'It takes $\\boxed{9}$ hours.', ['hours']],
    ['several words', 'The area is $\\boxed{9}$ square cm.', ['square cm', 'square']],
    ['no unit', 'So $\\boxed{9}$.', []],
    ['a preposition', 'There are $\\boxed{9}$ in total.', []],
    ['not after a box', 'The answer is 9 hours.', []],
  ])('%s', (_, response, expected) => expect(units(response)).toEqual(expected));
});

describe('values given in two ways', () => {
  const read = (): 'mathematics' => 'mathematics';
  test('are one answer when they are known to be equal', () => {
    expect(found('The answer is $\\frac14$ or $0.25$.', { read, sameAnswer: () => true })).toBe('$\\frac14$');
    expect(found('Answer: 1/4 (0.25)', { read, sameAnswer: () => true })).toBe('1/4');
  });

  test('stay a list when they are not', () => {
    expect(found('The answer is $4$ or $5$.', { read, sameAnswer: () => false })).toBe('$4$ or $5$');
  });
});
