import { describe } from 'vitest';
import { equalPairs, unequalPairs } from './pairs.js';

describe('cycles, segments, continued fractions, both signs', () => {
  equalPairs([
    ['(1\\ 2\\ 3)', '(2\\ 3\\ 1)'],
    ['(1 2 3)', '(2 3 1)'],
    ['(1\\,2)(3\\,4)', '(3\\,4)(1\\,2)'],
    ['(1\\,2)(3\\,4)', '(4 3)(2 1)'],
    ['\\sigma=(1\\ 3\\ 5)(2\\ 4)', '(2 4)(1 3 5)'],
    ['(1 2 3)(4)', '(1 2 3)'],
    ['\\overline{AB}', 'AB'],
    ['\\overline{AB}', 'BA'],
    ['[1;2,3,4]', '\\frac{43}{30}'],
    ['[0;1,2]', '\\frac23'],
    ['[1;2,3,4]', '[1;2,3,4]'],
    ['y^2=x', 'y=\\pm\\sqrt{x}'],
    ['y^2=x^2+1', 'y=\\pm\\sqrt{x^2+1}'],
    ['x^2+y^2=25', 'y=\\pm\\sqrt{25-x^2}'],
    ['x^2=y^2', 'y=\\pm x'],
    ['y^2=x^2+C', 'y=\\pm\\sqrt{x^2+C}'],
    [
      '\\vec r=(1,2,3)+t(1,0,-1)',
      '\\begin{pmatrix}1\\\\2\\\\3\\end{pmatrix}+t\\begin{pmatrix}1\\\\0\\\\-1\\end{pmatrix}',
    ],
    ['(1,2)+(3,4)', '(4,6)'],
    ['2(1,2)', '\\langle2,4\\rangle'],
    [
      '\\{x|x=\\frac{\\pi}{6}+2k\\pi \\text{ or } x=\\frac{5\\pi}{6}+2k\\pi,k\\in\\mathbb{Z}\\}',
      'x = \\pi/6 + 2πn or x = 5π/6 + 2πn',
    ],
    ['\\{x|x=1 \\text{ or } x=2\\}', '\\{1,2\\}'],
  ]);
  unequalPairs([
    ['(1 2 3)', '(1 3 2)'],
    ['(1 2 3)', '(1 2)(2 3)'],
    ['(1 2)(2 3)', '(2 3)(1 2)'],
    ['\\overline{AB}', 'AC'],
    ['\\overrightarrow{AB}', 'AB'],
    ['\\overline{AB}\\cdot\\overline{CD}', '\\overline{AC}\\cdot\\overline{BD}'],
    ['[1;2,3,4]', '\\frac{43}{31}'],
    ['y^2=x', 'y=\\sqrt{x}'],
    ['y^2=x', 'y=\\pm\\sqrt{2x}'],
  ]);
});
