import { describe, expect, test } from 'vitest';
import { extract } from '../../../../src/verifiers/extract/index.js';
import { strict } from '../../../../src/verifiers/policy.js';
import { found } from './found.js';

describe('boxes of one list', () => {
  test.each([
    ['commas and "and"', 'The roots are $\\boxed{2}$, $\\boxed{-4}$ and $\\boxed{9}$.', '2, -4, 9'],
    ['spaces alone', '$\\boxed{2}\\quad\\boxed{-4}$', '2, -4'],
    ['\\text{ and }', '$\\boxed{2} \\text{ and } \\boxed{-4}$', '2, -4'],
    ['or', '$x=\\boxed{2}$ or $x=\\boxed{-4}$', '2 or -4'],
    ['left-hand sides', '$p_1 = \\boxed{2}$, $p_2 = \\boxed{-4}$', '2, -4'],
    ['named parts', '$\\boxed{2}$ for part (a) and $\\boxed{-4}$ for part (b)', '2, -4'],
    ['Chinese', '$\\boxed{2}$ 和 $\\boxed{-4}$', '2, -4'],
    ['words after the numbers', '\\boxed{2} cats and \\boxed{-4} dogs', '2, -4'],
  ])('%s', (_, response, text) => expect(found(response)).toBe(text));

  test('a list has one span a box', () => {
    const response = '$\\boxed{2}$ and $\\boxed{-4}$';
    const { spans } = extract(response, { policy: strict });
    expect(spans.map(({ start, end }) => response.slice(start, end))).toEqual(['2', '-4']);
  });

  test('repetitions are one answer', () => {
    expect(found('\\[\\boxed{2}\\]\n\n\\[\\boxed{2}\\]')).toBe('2');
    expect(found('$\\boxed{2x}$. That is, $\\boxed{ 2 x }$.')).toBe('2 x');
  });

  test('two spellings of one value are one answer when the caller can tell', () => {
    const sameAnswer = (): boolean => true;
    expect(found('$\\boxed{\\frac14}$, in decimals $\\boxed{0.25}$', { sameAnswer })).toBe('0.25');
    expect(found('$\\boxed{\\frac14}$, in decimals $\\boxed{0.25}$')).toBe('\\frac14, 0.25');
  });
});

describe('boxes that are no list', () => {
  test.each([
    ['the later one is derived', 'The line is $\\boxed{y=2x}$, so its slope is $\\boxed{2}$.', '2'],
    ['the later one corrects', 'First $\\boxed{5}$; on reflection $\\boxed{6}$.', '6'],
    ['the later one is announced as final', 'A step: $\\boxed{5}$.\n\n**Final Answer**\n$\\boxed{6}$', '6'],
    ['conditions', '$\\boxed{5}$ (or $\\boxed{6}$ if zero counts)', '<several>'],
    ['separate sentences', 'The value is $\\boxed{5}$. The value is $\\boxed{6}$.', '<several>'],
  ])('%s', (_, response, text) => expect(found(response)).toBe(text));
});
