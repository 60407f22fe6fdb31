import { describe, expect, test } from 'vitest';
import { found, foundLenient, methodOf } from './found.js';

describe('closing statements', () => {
  test.each([
    ['therefore', 'Two of them are even. Therefore, there are 15 such numbers.', '15', 'sentence'],
    ['a copula', 'Counting both, the probability is $\\frac{3}{7}$.', '$\\frac{3}{7}$', 'sentence'],
    ['a plain equation', 'So the total is 3 + 12 = 15', '15', 'sentence'],
    ['a command outside dollars', 'Hence the ratio is \\frac{3}{7}.', '\\frac{3}{7}', 'sentence'],
    ['a point', 'So the lines meet at (2, -5).', '(2, -5)', 'sentence'],
    ['a sign-off after it', 'So we need 15 tiles. I hope this helps!', '15', 'sentence'],
    ['money', 'So each pays $7.50 in total.', '$7.50', 'sentence'],
    ['Chinese', '因此，一共有 3 + 12 = 15 个。', '15', 'sentence'],
    ['Chinese bold', '因此，小明一共有 **15** 个苹果。', '15', 'bold'],
    ['bold', 'Adding up gives **15**', '15', 'bold'],
    ['a code fence', 'This gives\n```\n15\n```', '15', 'code-fence'],
    ['printed output', '```python\nprint(15)\n```\n```output\n15\n```', '15', 'code-fence'],
  ])('%s', (_, response, text, method) => {
    expect(found(response)).toBe(text);
    expect(methodOf(response)).toBe(method);
  });

  test.each([
    ['a bare numeral', '15', '15', 'bare'],
    ['bare mathematics', '$\\frac{3}{7}$', '$\\frac{3}{7}$', 'bare'],
    ['wrapped in emphasis', '**15**', '15', 'bare'],
    ['a name', 'Alice', 'Alice', 'bare-words'],
  ])('given alone: %s', (_, response, text, method) => {
    expect(found(response)).toBe(text);
    expect(methodOf(response)).toBe(method);
  });

  test.each([
    ['a refusal', 'I cannot determine the number.'],
    ['a supposition', 'If it rains, then there may be 15 of them.'],
    ['a question', 'Therefore, is it 15?'],
    ['a denial', 'So the number is not 15.'],
    ['a program', '```python\nprint(15)\n```'],
    ['an opener', 'Let me think about it step by step:'],
    ['punctuation', ' . '],
  ])('states no value: %s', (_, response) => expect(found(response)).not.toBe('15'));

  test('the last expression counts under its option only', () => {
    const text = 'We add 3 and 12.\nSome more words follow 15 here, without a statement of any kind at all';
    expect(methodOf(text)).not.toBe('last-expression');
    expect(foundLenient(text)).toBe('15');
  });
});

describe('option letters', () => {
  test.each([
    ['given first', 'D. The others are too large.', 'D'],
    ['in brackets', '(D)', 'D'],
    ['chosen in a sentence', 'It is not A since 3 is odd, therefore I think it is D', 'D'],
    ['with an adverb', 'The answer is for sure D, neither A nor B', 'D'],
    ['a denial after it', 'réponse est D non A', 'D'],
    ['Chinese', 'D不是 A', 'D'],
  ])('%s', (_, response, text) => expect(found(response, { expects: 'choice' })).toBe(text));

  test('the article is no option', () => {
    expect(methodOf('A triangle has three sides.', { expects: 'choice' })).not.toBe('choice');
  });
});
