import { describe } from 'vitest';
import { equalPairs, unequalPairs } from './pairs.js';

describe('sequences by cases', () => {
  equalPairs([
    ['a_n=\\begin{cases}1,&n=1\\\\2n-1,&n\\ge2\\end{cases}', 'a_n=2n-1'],
    [
      'a_n=\\begin{cases}2,&n=1\\\\2n-1,&n\\ge2\\end{cases}',
      'a_n=\\begin{cases}2,&n=1\\\\2n-1,&n>1\\end{cases}',
    ],
    ['\\begin{cases}0 & n \\text{ even}\\\\1 & n\\text{ odd}\\end{cases}', '\\frac{1-(-1)^n}{2}'],
    ['\\begin{cases}0 & n \\text{ even}\\\\1 & n\\text{ odd}\\end{cases}', 'n \\bmod 2'],
    [
      '\\begin{cases}\\frac n2 & n \\text{ even}\\\\\\frac{n+1}{2} & n\\text{ odd}\\end{cases}',
      '\\left\\lceil\\frac n2\\right\\rceil',
    ],
    [
      '\\begin{cases}\\frac n2 & n \\text{ even}\\\\\\frac{n-1}{2} & n\\text{ odd}\\end{cases}',
      '\\left\\lfloor\\frac n2\\right\\rfloor',
    ],
    [
      '\\begin{cases}\\frac n2 & n \\text{ even}\\\\\\frac{n-1}{2} & n\\text{ odd}\\end{cases}',
      '\\begin{cases}\\frac{n-1}{2} & n\\text{ odd}\\\\\\frac n2 & \\text{otherwise}\\end{cases}',
    ],
    [
      '\\begin{cases}1 & n\\equiv0\\pmod4\\\\0&\\text{otherwise}\\end{cases}',
      '\\begin{cases}0&n\\text{ odd}\\\\1 & n\\equiv0\\pmod4\\\\0&n\\equiv2\\pmod4\\end{cases}',
    ],
    ['f(n)=\\begin{cases}1&n \\text{ even}\\\\-1&n\\text{ odd}\\end{cases}', 'f(n)=(-1)^n'],
  ]);
  unequalPairs([
    ['a_n=\\begin{cases}2,&n=1\\\\2n-1,&n\\ge2\\end{cases}', 'a_n=2n-1'],
    [
      'a_n=\\begin{cases}2,&n=1\\\\2n-1,&n\\ge2\\end{cases}',
      'a_n=\\begin{cases}2,&n=1\\\\2n-1,&n\\ge3\\end{cases}',
    ],
    ['\\begin{cases}0 & n \\text{ even}\\\\1 & n\\text{ odd}\\end{cases}', '\\frac{1+(-1)^n}{2}'],
    [
      '\\begin{cases}\\frac n2 & n \\text{ even}\\\\\\frac{n-1}{2} & n\\text{ odd}\\end{cases}',
      '\\left\\lceil\\frac n2\\right\\rceil',
    ],
    ['\\begin{cases}x&x=1\\\\x&x\\ge2\\end{cases}', 'x'],
  ]);
});
