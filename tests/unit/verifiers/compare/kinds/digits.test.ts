import { describe } from 'vitest';
import { equalPairs, unequalPairs } from './pairs.js';

describe('numbers by their digits, remainders of negative numbers, quadrants', () => {
  equalPairs([
    ['-3\\bmod 5', '2'],
    ['5-3\\bmod 2', '4'],
    ['(-3)\\bmod 5', '2'],
    ['-3 \\pmod 5', '2'],
    ['\\overline{abc}', '100a+10b+c'],
    ['\\overline{ab}', '10a+b'],
    ['\\overline{1a2}', '102+10a'],
    ['\\overline{z}', '\\bar z'],
    ['\\overline{zw}', '\\overline{z}\\,\\overline{w}'],
    ['\\overline{x}', '\\bar{x}'],
    ['0.\\overline{3}', '\\frac13'],
    ['\\text{Quadrant II}', 'second quadrant'],
    ['\\overline{a+bi}', 'a-bi'],
  ]);
  unequalPairs([
    ['-3\\bmod 5', '-3'],
    ['\\overline{abc}', '\\overline{acb}'],
    ['\\overline{ab}', 'ab'],
    ['\\text{Quadrant II}', 'third quadrant'],
  ]);
});
