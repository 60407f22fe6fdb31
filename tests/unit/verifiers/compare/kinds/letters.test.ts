import { describe } from 'vitest';
import { equalPairs, unequalPairs } from './pairs.js';

describe('statements of several letters', () => {
  equalPairs([
    ['x>0,y>1', 'y>1,x>0'],
    ['x>0,y>1', 'y>1 \\text{ and } x>0'],
    ['x>0,y>1', '\\begin{cases}y>1\\\\x>0\\end{cases}'],
    ['x<1 \\text{ or } x>3', 'x>3 \\text{ or } x<1'],
    ['x<1, x>3', 'x<1 \\text{ or } x>3'],
    ['a>0,b<0', 'b<0,a>0'],
    ['a>0 \\text{ and } b<0', 'b<0 \\text{ and } a>0'],
    ['1<x<2, 3<y<4', '3<y<4, 1<x<2'],
    ['x\\ge0,y\\ge0,x+y\\le1', 'x+y\\le1,y\\ge0,x\\ge0'],
    ['x\\in[1,2], y\\in[3,4]', 'y\\in[3,4], x\\in[1,2]'],
    ['x\\in[1,2], y\\in[3,4]', '1\\le x\\le2, 3\\le y\\le4'],
    ['x\\in[1,2]', '[1,2]'],
  ]);
  unequalPairs([
    ['x>0,y>1', 'x>1,y>0'],
    ['x>0,y>0', 'y>0 \\text{ and } y>0'],
    ['x>0 \\text{ or } y>0', 'y>0 \\text{ and } x>0'],
    ['x>0,y>1', '\\begin{cases}y>0\\\\x>1\\end{cases}'],
    ['a>0,b<0', 'a<0,b>0'],
    ['a>0 \\text{ and } b<0', 'b>0 \\text{ and } a<0'],
    ['1<x<2, 3<y<4', '1<y<2, 3<x<4'],
    ['x\\in[1,2], y\\in[3,4]', 'x\\in[3,4], y\\in[1,2]'],
    ['x\\in[1,2], y\\in[3,4]', '1\\le y\\le2, 3\\le x\\le4'],
  ]);
});
