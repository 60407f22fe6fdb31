import { describe } from 'vitest';
import { differentPairs, equalPairs, unequalPairs } from './pairs.js';

describe('intervals, inequalities and memberships', () => {
  equalPairs([
    ['(3,8]', '3<x\\le 8'],
    ['(3,8]', 'x\\in(3,8]'],
    ['(3,8]', '\\{t\\mid 3<t\\le 8\\}'],
    ['x>6', 'a>6'],
    ['-x>5', 'x<-5'],
    ['(-\\infty,2)\\cup(2,\\infty)', 'x\\ne 2'],
    ['\\mathbb{R}\\setminus\\{2\\}', '(-\\infty,2)\\cup(2,\\infty)'],
    ['[0,4]\\cup[3,9]', '[0,9]'],
    ['(0,4)\\cap(2,9)', '(2,4)'],
    ['(0,1)\\cup\\{1\\}\\cup(1,3)', '(0,3)'],
    ['[1,6]\\setminus\\{4\\}', '[1,4)\\cup(4,6]'],
    ['x<-2, x>5', '(-\\infty,-2)\\cup(5,\\infty)'],
    ['x<5, x>-2', '(-2,5)'],
    ['x\\ge 7 \\text{ and } x\\le 7', 'x=7'],
    ['a<x<b', '(a,b)'],
    ['(-\\infty,c)\\cup(c,\\infty)', 'x\\ne c'],
    ['0<f(x)<9', '(0,9)'],
  ]);
  differentPairs([
    ['(3,8]', '(3,8)'],
    ['(3,8]', '3\\le x\\le 8'],
    ['\\mathbb{R}', 'x\\ne 0'],
    ['x>6', 'x\\ge 6'],
    ['x<-2 \\text{ or } x>5', '(-2,5)'],
    ['(0,1)\\cup(1,3)', '(0,3)'],
  ]);
  unequalPairs([
    ['(8,3)', '\\emptyset'],
    ['x^2+9=0', '\\emptyset'],
    ['x=0', '[0,0]'],
    ['x=1 \\text{ or } x=2', '[1,2]'],
  ]);
});

describe('solved inequalities', () => {
  equalPairs([
    ['x^2-7x+10<0', '(2,5)'],
    ['x^2\\ge 7', '(-\\infty,-\\sqrt7]\\cup[\\sqrt7,\\infty)'],
    ['x^4-10x^2+21<0', '(-\\sqrt7,-\\sqrt3)\\cup(\\sqrt3,\\sqrt7)'],
    ['x(x+3)^2>0', 'x>0'],
    ['\\frac{x+1}{x-4}\\le 0', '[-1,4)'],
    ['|x-6|<2', '(4,8)'],
    ['|x|\\ge 5', 'x\\le -5 \\text{ or } x\\ge 5'],
    ['|x-1|+|x+1|\\le 4', '[-2,2]'],
    ['|x|<-3', '\\emptyset'],
    ['\\log_3 x>2', '(9,\\infty)'],
    ['\\sqrt{x}<5', '[0,25)'],
    ['5^x>25', 'x>2'],
    ['\\sqrt{2}x<6', 'x<3\\sqrt2'],
  ]);
  differentPairs([
    ['x^2-7x+10<0', '[2,5]'],
    ['\\frac{x+1}{x-4}\\le 0', '[-1,4]'],
    ['\\sqrt{x}<5', 'x<25'],
    ['|x|<4', 'x^2\\le 16'],
  ]);
});

describe('integers', () => {
  equalPairs([
    ['\\{n\\in\\mathbb{Z}\\mid -1\\le n<3\\}', '\\{-1,0,1,2\\}'],
    ['\\{n\\in\\mathbb{Z}\\mid n^2<8\\}', '\\{-2,-1,0,1,2\\}'],
    ['\\{n\\in\\mathbb{Z}\\mid n>3\\}', '\\{m\\in\\mathbb{Z}\\mid m\\ge 4\\}'],
    ['\\{n\\in\\mathbb{N}\\mid n\\le 3\\}', '\\{1,2,3\\}'],
    ['\\{n\\in\\mathbb{N}\\mid n\\le 3\\}', '\\{0,1,2,3\\}'],
    ['\\{x\\mid x^2-5x+4=0\\}', '\\{1,4\\}'],
    ['n\\in\\{5,6,7\\}', 'n=5,6,7'],
    ['\\mathbb{Z}^+', '\\{1,2,3,\\ldots\\}'],
    ['\\mathbb{Z}\\setminus\\{4\\}', '\\{n\\in\\mathbb{Z}\\mid n\\ne 4\\}'],
    ['x\\ne 3,5', '\\mathbb{R}\\setminus\\{3,5\\}'],
  ]);
  unequalPairs([
    ['\\{x\\in\\mathbb{R}\\mid x^2<8\\}', '\\{-2,-1,0,1,2\\}'],
    ['\\{n\\in\\mathbb{Z}\\mid n>3\\}', '(3,\\infty)'],
    ['\\{n\\in\\mathbb{N}\\mid n\\le 3\\}', '\\{-1,0,1,2,3\\}'],
    ['n=5,6,7', 'n=4,5,6'],
  ]);
});
