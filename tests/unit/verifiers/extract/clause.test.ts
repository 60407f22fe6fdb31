import { describe, expect, test } from 'vitest';
import { beforeRemark, holdsBoldValues, mainClause } from '../../../../src/verifiers/extract/clause.js';
import { found } from './found.js';

describe('the clause that holds the value', () => {
  test.each([
    ['the minimum is 18, attained when x = 3', 'the minimum is 18,'],
    ['it is 12 because 3*4 = 12', 'it is 12'],
    ['f = 2x for all x', 'f = 2x'],
    ['18 ways, not 20', '18 ways,'],
    ['when x = 3 it is 18', 'when x = 3 it is 18'],
    ['it is not 18', 'it is not 18'],
  ])('%s', (sentence, clause) => expect(sentence.slice(0, mainClause(sentence, sentence))).toBe(clause));

  test.each([
    ['Hence the minimum is 18, attained when x = 3.', '18'],
    ['Therefore $f(x) = x^2+1$ for all real $x$.', '$f(x) = x^2+1$'],
    ['So there are 18 ways, not 20.', '18'],
    ['Hence $x=2$ and $y=3$.', '$x=2$ and $y=3$'],
    ['The total comes to 18.', '18'],
    ['The vertex is at (2, 3).', '(2, 3)'],
  ])('%s states its value', (response, value) => expect(found(response)).toBe(value));

  test.each([
    'Let us continue. We have 17 candidates left, and for each of them',
    'Nobody earns 18 dollars.',
    'There are **18** ways and **20** means.',
  ])('%s states none', (response) => expect(found(response)).not.toMatch(/^1[78]/));

  test.each([
    ['7; this follows from the formula', '7'],
    ['7; see above', '7'],
    ['7; 8', '7; 8'],
    ['7; this is 8', '7; this is 8'],
    ['7; it could also be eight', '7; it could also be eight'],
    ['7; if that is wrong, eight', '7; if that is wrong, eight'],
    ['7; we doubt it, maybe more', '7; we doubt it, maybe more'],
  ])('a remark after a semicolon: %s', (said, kept) => expect(said.slice(0, beforeRemark(said))).toBe(kept));

  test('two bold figures', () => {
    const [one, two] = ['it is **18**', '**18** or **20**'];
    expect(holdsBoldValues(one, 0, one.length)).toBe(false);
    expect(holdsBoldValues(two, 0, two.length)).toBe(true);
  });
});
