import { describe, expect, test } from 'vitest';
import { compared } from '../../../../helpers/answers.js';
import { differentPairs, equalPairs, unequalPairs } from './pairs.js';

describe('equations', () => {
  equalPairs([
    ['3x+6y=9', 'x+2y=3'],
    ['y=4x-7', '4x-y-7=0'],
    ['\\frac{x}{5}=\\frac{y}{2}', '2x=5y'],
    ['y=\\frac{6}{x}', 'xy=6'],
    ['\\frac{x^2}{16}+\\frac{y^2}{25}=1', '25x^2+16y^2=400'],
    ['(x-2)^2+(y-1)^2=4', 'x^2+y^2-4x-2y+1=0'],
    ['y=e^{x}', '\\ln y=x'],
    ['|x|=|y|', 'x^2=y^2'],
    ['7=8', '1=2'],
    ['(x-4)(x+1)=0', 'x=4 \\text{ or } x=-1'],
  ]);
  differentPairs([
    ['3x+6y=9', 'x+2y=9'],
    ['x^2+y^2=16', 'x^2+y^2=4'],
    ['y=\\frac{6}{x}', 'xy=-6'],
  ]);
  unequalPairs([
    ['x^2=49', 'x=7'],
    ['x^2=49', 'x=\\pm 7'],
    ['x=y', 'ax=ay'],
    ['x=6', '(x-6)^2=0'],
    ['\\frac{x^2-4}{x-2}=0', 'x^2=4'],
    ['x=5', '5=5'],
  ]);
});

describe('a value under a name', () => {
  equalPairs([
    ['x=8', '8'],
    ['8=x', 'x=8'],
    ['f(x)=3x-1', '3x-1'],
    ['f(x)=3x-1', 'y=3x-1'],
    ['f(x)=3x-1', 'f(u)=3u-1'],
    ['a_n=4n+2', '4n+2'],
    ['\\angle B=25^\\circ', '25^\\circ'],
    ['PQ=9', '9'],
    ['\\frac{PQ}{QR}=\\frac{2}{5}', '\\frac25'],
    ['5\\times 9=45', '45'],
    ['x=4+4=8', '8'],
    ['\\frac{\\sqrt5}{5}\\approx 0.447', '\\frac{1}{\\sqrt5}'],
    ['\\frac{5}{7}=0.7143', '\\frac57'],
  ]);
  differentPairs([
    ['5\\times 9=46', '46'],
    ['x=5=6', '6'],
    ['x=5', 'z=5'],
    ['f(x)=x^4', 'g(x)=x^4'],
    ['a+2b=7', '7'],
    ['x^2-x+3=0', '3'],
    ['S_n=n^3', 'a_n=n^3'],
    ['3\\times 4=13', '2\\times 6=13'],
  ]);
  test('the digits after ≈ may be what the other side gives, when they are right', () => {
    expect(compared('0.447', '\\frac{\\sqrt5}{5}\\approx 0.447').kind).toBe('equal');
    expect(compared('0.448', '\\frac{\\sqrt5}{5}\\approx 0.448').kind).not.toBe('equal');
  });
});

describe('inequalities and congruences', () => {
  equalPairs([
    ['b>c', 'c<b'],
    ['3x+5y\\le 15', '-6x-10y\\ge -30'],
    ['x>4', '4<x'],
    ['f(2)\\ge f(a)', 'f(a)\\le f(2)'],
    ['m\\equiv 4\\pmod 9', 'm\\equiv -5\\pmod 9'],
  ]);
  unequalPairs([
    ['b>c', 'b<c'],
    ['3x+5y\\le 15', '3x+5y<15'],
    ['3x+5y\\le 15', '-3x-5y\\le -15'],
    ['m\\equiv 4\\pmod 9', 'm\\equiv 5\\pmod 9'],
    ['m\\equiv 4\\pmod 9', 'm\\equiv 4\\pmod 8'],
  ]);
});

describe('sides that are sets, tuples or matrices', () => {
  equalPairs([
    ['[0,\\sqrt{16})=[0,4)', '[0,4)'],
    ['\\vec v=(1,2)+(3,5)=(4,7)', '(4,7)'],
    ['A\\cap B=\\{6\\}', '\\{6\\}'],
  ]);
  unequalPairs([['[0,5)=[0,4)', '[0,4)']]);
});
