import { describe } from 'vitest';
import { equalPairs, unequalPairs } from './pairs.js';

describe('labels', () => {
  equalPairs([
    ['x_1=1,x_2=2', 'x=1,x=2'],
    ['x=1, y=2', '1, y=2'],
    ['x=1, y=2', 'y=2, x=1'],
  ]);
  unequalPairs([
    ['x=1, y=2', 'y = 1 and y = 2'],
    ['x=1, y=2', '\\begin{cases}y=1\\\\y=2\\end{cases}'],
    ['x=1, y=2', '(y,y)=(1,2)'],
    ['x\\ne \\frac{\\pi}{2}+k\\pi', '\\mathbb{R}\\setminus\\{\\frac{\\pi}{2}+k\\pi : k\\in\\mathbb{R}\\}'],
    ['x\\ne k\\pi, k\\in\\mathbb{Z}', 'x\\ne k\\pi, k\\in\\mathbb{R}'],
    ['x=k\\pi, k\\in\\mathbb{Z}', 'x=k\\pi, k\\in\\mathbb{R}'],
    ['x_1=1,x_2=2', 'y=1,y=2'],
    ['x=1, y=2', 'x=1, 2'],
    ['x=1, y=2', 'y=1, 2'],
  ]);
});
