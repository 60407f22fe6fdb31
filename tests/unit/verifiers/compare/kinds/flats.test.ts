import { describe } from 'vitest';
import { equalPairs, unequalPairs } from './pairs.js';

describe('lines and planes: parameters against equations, points left out', () => {
  equalPairs([
    ['\\frac{x-1}{2}=\\frac{y+1}{3}=z', 'x=1+2t,y=-1+3t,z=t'],
    ['\\frac{x-1}{2}=\\frac{y+1}{3}=z', '(1+2t,-1+3t,t)'],
    ['\\frac{x-1}{2}=\\frac{y+1}{3}=z', '(1+2t,-1+3t,t), t\\in\\mathbb{R}'],
    ['\\frac{x-1}{2}=\\frac{y+1}{3}=z', '(1,-1,0)+t(2,3,1)'],
    [
      '\\frac{x-1}{2}=\\frac{y+1}{3}=z',
      '\\mathbf{r}=\\begin{pmatrix}1\\\\-1\\\\0\\end{pmatrix}+\\lambda\\begin{pmatrix}2\\\\3\\\\1\\end{pmatrix}',
    ],
    ['\\frac{x-1}{2}=\\frac{y+1}{3}=z', 'x=1+2z, y=-1+3z'],
    ['\\frac{x-1}{2}=\\frac{y+1}{3}=z', '\\begin{cases}x=3+4t\\\\y=2+6t\\\\z=1+2t\\end{cases}'],
    ['3x-2y=5', '(1+2t,-1+3t)'],
    ['y=2x+1', '(t,2t+1)'],
    ['y=2x+1', 'x=t, y=2t+1'],
    ['x+y+z=1', '(s,t,1-s-t)'],
    ['x+y+z=1', 'x=s,y=t,z=1-s-t'],
    ['(t, 2t+1), t\\in\\mathbb{R}', '(x, 2x+1)'],
    ['(t, 2t+1), t\\in\\mathbb{R}', 'y=2x+1'],
    ['(x,y)=(t,2t+1)', '(t, 2t+1)'],
    ['x\\ne \\frac{\\pi}{2}+k\\pi', '\\mathbb{R}\\setminus\\{\\frac{\\pi}{2}+k\\pi : k\\in\\mathbb{Z}\\}'],
    [
      'x\\ne \\frac{\\pi}{2}+k\\pi',
      '\\mathbb{R}\\setminus\\{\\frac{\\pi}{2}+k\\pi \\mid k\\in\\mathbb{Z}\\}',
    ],
    ['x\\ne k\\pi', '\\{x\\in\\mathbb{R} : x\\ne n\\pi, n\\in\\mathbb{Z}\\}'],
    ['x\\ne 2k\\pi, x\\ne \\pi+2k\\pi', '\\mathbb{R}\\setminus\\{k\\pi : k\\in\\mathbb{Z}\\}'],
    ['2x+3y=6', '(3t, 2-2t)'],
    ['x=2, y=t, z=3', '(2,t,3)'],
  ]);
  unequalPairs([
    ['\\frac{x-1}{2}=\\frac{y+1}{3}=z', 'x=1+2t,y=-1+3t,z=2t'],
    ['\\frac{x-1}{2}=\\frac{y+1}{3}=z', 'x=2+2t,y=-1+3t,z=t'],
    ['y=2x+1', '(t,2t-1)'],
    ['y=2x+1', '(t,t)'],
    ['x+y+z=1', '(t,t,1-2t)'],
    ['x=1, y=2', '(1,2+t)'],
    ['x\\ne k\\pi', '\\mathbb{R}\\setminus\\{2k\\pi : k\\in\\mathbb{Z}\\}'],
    ['2x+3y=6', '(3t, 2t)'],
    ['x^2+y^2=1', '(\\cos t, \\cos t)'],
    ['y=x^2', '(t^2,t)'],
  ]);
});
