import { describe } from 'vitest';
import { differentPairs, equalPairs, unequalPairs } from './pairs.js';

describe('families in an integer', () => {
  equalPairs([
    ['x=\\frac{\\pi}{5}+k\\pi, k\\in\\mathbb{Z}', 'x=\\frac{\\pi}{5}+n\\pi, n\\in\\mathbb{Z}'],
    ['x=\\frac{\\pi}{5}+k\\pi, k\\in\\mathbb{Z}', 'x=\\frac{6\\pi}{5}-m\\pi, m\\in\\mathbb{Z}'],
    [
      'x=\\frac{k\\pi}{3}, k\\in\\mathbb{Z}',
      'x=k\\pi \\text{ or } x=k\\pi\\pm\\frac{\\pi}{3}, k\\in\\mathbb{Z}',
    ],
    [
      'x=(-1)^k\\frac{\\pi}{4}+k\\pi, k\\in\\mathbb{Z}',
      'x=\\frac{\\pi}{4}+2k\\pi \\text{ or } x=\\frac{3\\pi}{4}+2k\\pi, k\\in\\mathbb{Z}',
    ],
    ['\\frac{\\pi}{7}+k\\pi', '\\frac{\\pi}{7}+n\\pi'],
    ['\\{5k\\mid k\\in\\mathbb{Z}\\}', '\\{x\\mid x=5n, n\\in\\mathbb{Z}\\}'],
    ['n\\equiv 2\\pmod 5', 'n=5k+2, k\\in\\mathbb{Z}'],
    ['e^{\\pi i k/2}, k=0,1,2,3', '1,i,-1,-i'],
    [
      '(k\\pi,k\\pi+\\frac{\\pi}{4}), k\\in\\mathbb{Z}',
      '(k\\pi-\\pi,k\\pi-\\frac{3\\pi}{4}), k\\in\\mathbb{Z}',
    ],
    ['x\\ne k\\pi, k\\in\\mathbb{Z}', '\\mathbb{R}\\setminus\\{k\\pi\\mid k\\in\\mathbb{Z}\\}'],
    ['\\{n^2\\mid n\\in\\mathbb{Z}, n\\ge 1\\}', '\\{(k+1)^2\\mid k\\in\\mathbb{Z}, k\\ge 0\\}'],
  ]);
  differentPairs([
    ['x=\\frac{\\pi}{5}+k\\pi, k\\in\\mathbb{Z}', 'x=\\frac{\\pi}{6}+n\\pi, n\\in\\mathbb{Z}'],
    ['x=k\\pi, k\\in\\mathbb{Z}', 'x=2k\\pi, k\\in\\mathbb{Z}'],
    ['n=4k', '4'],
    ['x=k\\pi, k\\in\\mathbb{Z}', 'x=\\pi'],
  ]);
  unequalPairs([
    ['(k\\pi,k\\pi+\\frac{\\pi}{4}), k\\in\\mathbb{Z}', '(k\\pi,k\\pi+\\frac{\\pi}{3}), k\\in\\mathbb{Z}'],
    ['\\{3k\\mid k\\in\\mathbb{N}\\}', '\\{3k\\mid k\\in\\mathbb{Z}\\}'],
  ]);
});

describe('constants of integration', () => {
  equalPairs([
    ['\\frac{x^5}{5}+C', '\\frac{x^5+10}{5}+C'],
    ['x^4+C', 'x^4+c'],
    ['\\ln|x|+C', '\\ln|7x|+C'],
    ['\\sin^2 x+C', '-\\cos^2 x+K'],
    ['y=Ce^{5x}', 'y=Ke^{5x}'],
    ['y=C_1e^{x}+C_2e^{-x}', 'y=C_1e^{-x}+C_2e^{x}'],
    ['y=C_1e^{x}+C_2e^{-x}', 'y=C_1\\cosh x+C_2\\sinh x'],
    ['y=C_1\\cos x+C_2\\sin x+x^2', 'y=A\\sin x+B\\cos x+x^2'],
    ['x^2+4y^2=C', '\\frac{x^2}{4}+y^2=K'],
    ['y=\\frac{1}{C-x}', 'y=-\\frac{1}{x+C}'],
  ]);
  unequalPairs([
    ['x^4+C', 'x^4'],
    ['x^4+C', '4x^4+C'],
    ['y=Ce^{5x}', 'y=e^{5x}+C'],
    ['y=C_1e^{x}+C_2xe^{x}', 'y=C_1e^{x}+C_2e^{x}'],
    ['y=C_1\\cos x+C_2\\sin x+x^2', 'y=C_1\\cos x+C_2\\sin x+x'],
    ['5C', '5K'],
    ['a+b+c', 'a+b+c+1'],
    ['kx', 'mx'],
    ['x^2+4y^2=C', 'x^2+y^2=C'],
  ]);
});

describe('antiderivatives that differ by another constant on either side of a pole', () => {
  equalPairs([
    ['\\arctan x+C', '-\\arctan\\frac1x+C'],
    [
      '\\frac{1}{\\sqrt2}\\arctan(\\sqrt2\\tan x)+C',
      '-\\frac{1}{\\sqrt2}\\arctan\\left(\\frac{\\cot x}{\\sqrt2}\\right)+C',
    ],
    ['x+C', 'x+\\frac{|x|}{x}+C'],
    ['x+C', '\\arctan(\\tan x)+C'],
    ['\\frac13\\arctan\\frac{3x}{1}+C', '-\\frac13\\arctan\\frac{1}{3x}+C'],
    ['\\frac12\\arctan\\frac{x}{2}+C', '\\frac{1}{4}\\arctan\\frac{4x}{4-x^2}+C'],
    ['\\arctan(x-1)+\\arctan(x+1)+C', '\\arctan\\frac{2x}{2-x^2}+C'],
  ]);
  unequalPairs([
    ['\\arctan x+C', '\\arctan\\frac1x+C'],
    ['\\arctan x+C', '-\\arctan\\frac2x+C'],
    [
      '\\frac{1}{\\sqrt2}\\arctan(\\sqrt2\\tan x)+C',
      '-\\frac{1}{\\sqrt2}\\arctan\\left(\\frac{\\cot x}{2}\\right)+C',
    ],
    ['x+C', '\\lfloor x\\rfloor+C'],
    ['C', '\\lfloor x\\rfloor+C'],
    ['C', '\\pi\\lfloor x\\rfloor+C'],
    ['x+C', '|x|+C'],
    ['\\ln x+C', '\\ln|x|+C'],
    [
      '\\frac{2}{\\sqrt3}\\arctan\\frac{2\\tan(x/2)+1}{\\sqrt3}+C',
      '\\frac{2}{\\sqrt3}\\arctan\\frac{2x+1}{\\sqrt3}+C',
    ],
    ['\\arctan(x-1)+\\arctan(x+1)+C', '\\arctan\\frac{2x}{3-x^2}+C'],
  ]);
});

describe('points with parameters', () => {
  equalPairs([
    ['(t,5-t), t\\in\\mathbb{R}', '(2+s,3-s), s\\in\\mathbb{R}'],
    ['(k,4k,-k)', '(m,4m,-m)'],
    ['\\{(a,2a)\\mid a\\in\\mathbb{R}\\}', '\\{(-b,-2b)\\mid b\\in\\mathbb{R}\\}'],
    ['(t,t^2), t\\in\\mathbb{R}', '(3s,9s^2), s\\in\\mathbb{R}'],
    ['(1,1,0)+s(1,0,1)+t(0,1,1), s,t\\in\\mathbb{R}', '(1+u,1+v,u+v), u,v\\in\\mathbb{R}'],
    ['x=3+t,y=1-t', 'x=4-s,y=s'],
  ]);
  unequalPairs([
    ['(t,5-t), t\\in\\mathbb{R}', '(t,4-t), t\\in\\mathbb{R}'],
    ['(k,4k,-k)', '(m,-m,4m)'],
    ['(t,t^2), t\\in\\mathbb{R}', '(3s,3s^2), s\\in\\mathbb{R}'],
    ['(x,2x)', '(y,2y)'],
  ]);
});

describe('constants that do not enter linearly', () => {
  equalPairs([
    ['y = C_1\\sin 2x + C_2\\cos 2x', 'y = A\\sin(2x+\\varphi)'],
    ['y = C_1\\sin 2x + C_2\\cos 2x', 'y = A\\cos(2x-\\delta)'],
    ['y = A\\cos(2x-\\delta)', 'y = B\\sin(2x+\\varphi)'],
    ['y = e^{-x}(C_1\\cos 3x+C_2\\sin 3x)+x', 'y = Ae^{-x}\\cos(3x+\\phi)+x'],
    ['\\ln|x|+C', '\\ln(C|x|)'],
    ['2\\ln|x|+C', '\\ln(Cx^2)'],
  ]);
  unequalPairs([
    ['y = C_1\\sin 2x + C_2\\cos 2x', 'y = A\\sin(x+\\varphi)'],
    ['y = C_1\\sin 2x + C_2\\cos 2x', 'y = \\sin(2x+\\varphi)'],
    ['y = C_1\\sin 2x + C_2\\cos 2x', 'y = A\\sin(2x)+\\varphi'],
    ['\\ln|x|+C', '\\ln(C|x|^2)'],
    ['\\ln|x|+C', '\\ln(C+|x|)'],
    ['\\ln|x|+C', '\\ln|x|+C^2'],
  ]);
});
