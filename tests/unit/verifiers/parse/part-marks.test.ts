import { describe, expect, test } from 'vitest';
import { holdsParts } from '../../../../src/verifiers/parse/part-marks.js';

describe('marks of parts are no factors', () => {
  test.each([
    '\\ensuremath{(a) \\left(0+1\\right)^{1} (b) 0}',
    '\\left((a) \\sin(x+1) (b) 0\\right)',
    '((1) 5 (2) 0)',
    '{(i) x \\quad (ii) y}',
    '(a)5(b)0',
    '(A) 5 (B) 0',
    '[a] 5 [b] 0',
    '(a) -1 (b) -2',
    'x = (a) 1 (b) 2',
    '\\therefore (a) 0! (b) 0',
    '(a) \\sin(x) (b) 0',
    '\\text{(}(a) 0-(i) (b) 0\\text{)}',
    '\\begin{array}{l}(a) 1 (b) 0\\end{array}',
  ])('%s', (text) => expect(holdsParts(text)).toBe(true));

  test.each([
    '(a)(b)',
    '(a)^2 (b) c',
    '(a) + x (b) y',
    '(1) x + (2) y',
    '(a) \\cdot (b) c',
    '((a) x) + ((b) y)',
    'f(1) + f(2)',
    'f(1) f(2) g',
    '2(a) x(b) y',
    '(1) 5',
  ])('not %s', (text) => expect(holdsParts(text)).toBe(false));

  test('one pass over a long text', () => {
    expect(holdsParts('((1) '.repeat(20_000))).toBe(false);
  });
});
