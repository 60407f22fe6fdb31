import { describe, expect, test } from 'vitest';
import { cleanSurface } from '../../../../../src/verifiers/parse/surface/clean.js';

describe('cleanSurface', () => {
  test.each([
    ['  7 ', '7'],
    ['7.', '7'],
    ['7,', '7'],
    ['7\\', '7'],
    ['$7$', '7'],
    ['$$7$$', '7'],
    ['\\(7\\)', '7'],
    ['\\[ 7 \\]', '7'],
    ['**7**', '7'],
    ['`7`', '7'],
    ['“7”', '7'],
    ['\\boxed{7}', '7'],
    ['\\fbox{ $7$ }', '7'],
    ['= 7', '7'],
    ['\\approx 7.2', '7.2'],
    ['\\displaystyle 7', '7'],
    ['7\\quad', '7'],
    ['\\text{seven}', 'seven'],
    ['\u200b7\u00a0', '7'],
    ['np.sqrt(2)', 'sqrt(2)'],
    ['1, \\ldots', '1, \\ldots'],
    ['1 et 2', '1 and 2'],
    ['x = 1 oder x = 2', 'x = 1 or x = 2'],
    ['1と2', '1 and 2'],
    ['1과 2', '1 and 2'],
    ['1 y 2', '1 and 2'],
    ['(1) o 2x', '(1) or 2x'],
    ['2 e -1', '2 e -1'],
    ['3 y 4x', '3 y 4x'],
  ])('%j becomes %j', (source, text) => {
    expect(cleanSurface(source).text).toBe(text);
  });

  test('words around mathematics go into text macros', () => {
    expect(cleanSurface('$12$ miles').text).toMatch(/^12 *\\text\{ *miles *\}$/);
    expect(cleanSurface('between $1$ and $2$').text).toContain('\\text{ between }');
  });

  test('one dollar before a number is a currency sign, a stray one is nothing', () => {
    expect(cleanSurface('$5').text).toBe('$5');
    expect(cleanSurface('$\\frac{1}{2}').text).toBe('\\frac{1}{2}');
  });

  test.each([
    ['7', 'plain'],
    ['x^2', 'plain'],
    ['$x$', 'latex'],
    ['x^{2}', 'latex'],
    ['\\pi', 'latex'],
    ['$Thursday$', 'plain'],
  ])('%j is %s', (source, notation) => {
    expect(cleanSurface(source).notation).toBe(notation);
  });

  test('boxes side by side keep their separation', () => {
    expect(cleanSurface('\\boxed{1}, \\boxed{2}').text.replaceAll(' ', '')).toBe('1,2');
  });

  test('an unclosed group is left alone', () => {
    expect(cleanSurface('\\boxed{7').text).toBe('\\boxed{7');
  });
});
