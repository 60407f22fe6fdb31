import { describe } from 'vitest';
import { equalPairs, unequalPairs } from './pairs.js';

describe('regions of the plane, pairs of statements', () => {
  equalPairs([
    ['\\{(x,y)\\mid x>0,y>0\\}', '\\{(x,y)\\mid y>0,x>0\\}'],
    ['\\{(x,y): x+y\\le1, x\\ge0\\}', '\\{(x,y)\\mid x\\ge0 \\text{ and } y\\le1-x\\}'],
    ['\\{(a,2a)\\mid a\\in\\mathbb{R}\\}', '\\{(-b,-2b)\\mid b\\in\\mathbb{R}\\}'],
    ['x=1,y=2 \\text{ or } x=2,y=1', 'x=2,y=1 \\text{ or } x=1,y=2'],
    ['x=1,y=2 \\text{ or } x=2,y=1', '(1,2),(2,1)'],
    ['\\{(x,y)\\mid x>0,y>0\\}', '\\{(x,y)\\mid y>0,x>0\\}'],
  ]);
  unequalPairs([
    ['\\{(x,y)\\mid x>0,y>1\\}', '\\{(x,y)\\mid y>0,x>1\\}'],
    ['\\{(x,y): x+y\\le1, x\\ge0\\}', '\\{(x,y)\\mid x\\ge0\\}'],
    ['\\{(x,y): x>0\\}', '\\{(y,x): x>0\\}'],
    ['x=1,y>2', 'x>2,y=1'],
    ['(x=1,y=2)', '(x=2,y=1)'],
    ['x=1,y=2 \\text{ or } x=2,y=1', 'x=1,y=1\\text{ or }x=2,y=2'],
    ['\\{(x,y): x>0,y>1\\}', '\\{(x,y): x>1,y>0\\}'],
    ['\\{(x,y)\\mid x^2+y^2\\le1\\}', '\\{(x,y)\\mid x^2+y^2<1\\}'],
    ['P(0,1), Q(2,3)', 'P(2,3), Q(0,1)'],
    ['\\alpha=30^\\circ,\\beta=60^\\circ', '\\alpha=60^\\circ,\\beta=30^\\circ'],
    ['a\\in\\{1,2\\}, b\\in\\{3\\}', 'a\\in\\{3\\}, b\\in\\{1,2\\}'],
    [
      'f\\text{ increasing on }(0,1)\\text{ and decreasing on }(1,2)',
      'f\\text{ increasing on }(1,2)\\text{ and decreasing on }(0,1)',
    ],
    ['m=2,n=3 \\text{ or } m=3,n=4', 'm=2,n=4\\text{ or } m=3,n=3'],
    ['|x|<1,|y|<2', '|x|<2,|y|<1'],
    ['x^2<1,y^2<4', 'x^2<4,y^2<1'],
    ['x\\ne0,y\\ne1', 'x\\ne1,y\\ne0'],
    ['x\\equiv1\\pmod2,y\\equiv0\\pmod3', 'x\\equiv0\\pmod3,y\\equiv1\\pmod2'],
    ['A=30^\\circ,B=60^\\circ', 'A=60^\\circ,B=30^\\circ'],
  ]);
});
