import { describe } from 'vitest';
import { differentPairs, equalPairs, unequalPairs } from './pairs.js';

describe('systems and statements', () => {
  equalPairs([
    ['\\begin{cases}x+y=9\\\\x-y=1\\end{cases}', '\\begin{cases}x-y=1\\\\2x+2y=18\\end{cases}'],
    ['x+y-z=9, x-y=1', '2x-z=10, x-y=1'],
    ['y=\\pm\\frac34x', '3x\\pm4y=0'],
    ['P \\text{ and } (Q \\text{ or } R)', '(P \\text{ and } Q) \\text{ or } (P \\text{ and } R)'],
    ['ab=0', 'a=0 \\text{ or } b=0'],
    ['a=0 \\text{ or } x=y', 'ax=ay'],
  ]);
  unequalPairs([
    ['x+y=9, x-y=1', 'x=4, y=5'],
    // A system does not state its solution.
    ['x+y=9, x-y=1', 'x=5, y=4'],
    ['\\begin{cases}x+y=9\\\\x-y=1\\end{cases}', 'x=5, y=4'],
    ['x+y=a, x-y=b', 'x=\\frac{a+b}{2}, y=\\frac{a-b}{2}'],
    // Lines that meet in one point are no system.
    ['y=\\pm\\frac34x', 'y=\\pm\\frac43x'],
    ['3x\\pm4y=0', '4x\\pm3y=0'],
    ['y=x+1 \\text{ and } y=-x+1', 'y=2x+1 \\text{ and } y=-2x+1'],
    ['P \\text{ and } Q', 'P \\text{ or } Q'],
    ['ab=0', 'a=0'],
    ['x=1, x=2', 'x=3, x=4'],
  ]);
});

describe('functions by cases', () => {
  equalPairs([
    ['\\begin{cases}x,&x\\ge 0\\\\-x,&x<0\\end{cases}', '|x|'],
    [
      'f(x)=\\begin{cases}x+1,&x>2\\\\3,&x\\le 2\\end{cases}',
      'f(t)=\\begin{cases}3,&t\\le 2\\\\t+1,&\\text{otherwise}\\end{cases}',
    ],
    ['\\begin{cases}x^3,&x\\ge 0\\\\-x^3,&x<0\\end{cases}', 'x^2|x|'],
    ['y=5x, x>0', 'y=5x'],
    ['\\begin{cases}x,&x\\ge 4\\\\4,&x<4\\end{cases}', '\\max(x,4)'],
  ]);
  differentPairs([
    ['\\begin{cases}x,&x\\ge 0\\\\-x,&x<0\\end{cases}', 'x'],
    ['\\begin{cases}1,&x>2\\\\3,&x\\le 2\\end{cases}', '\\begin{cases}1,&x\\ge 2\\\\3,&x<2\\end{cases}'],
    ['y=5x, x>0', 'y=6x'],
  ]);
});

describe('dots and figures', () => {
  equalPairs([
    ['a_1+a_2+\\cdots+a_n', 'a_2+a_1+\\cdots+a_n'],
    ['\\overline{AB}', '\\overline{BA}'],
    ['AB\\parallel CD', 'CD\\parallel AB'],
  ]);
  unequalPairs([
    ['a_1+a_2+\\cdots+a_n', 'a_1+a_2+\\cdots+a_m'],
    ['\\overline{AB}', '\\overline{AC}'],
  ]);
});
