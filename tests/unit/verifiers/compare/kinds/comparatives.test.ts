import { describe } from 'vitest';
import { equalPairs, unequalPairs } from './pairs.js';

describe('comparisons in words, functions by their name, units', () => {
  equalPairs([
    ['x>3', 'x greater than 3'],
    ['x>3', 'x is greater than 3'],
    ['x>3', '\\text{all real numbers greater than } 3'],
    ['(3,\\infty)', 'all real numbers greater than 3'],
    ['x\\ge 5', 'at least 5'],
    ['x\\ge 5', 'x is at least 5'],
    ['x>3', 'more than 3'],
    ['x\\le 2', 'all real numbers less than or equal to 2'],
    ['3<x<5', 'x is greater than 3 and less than 5'],
    ['\\{n\\in\\mathbb{Z}\\mid n>3\\}', 'all integers greater than 3'],
    ['n>3, n\\in\\mathbb{Z}', 'any integer n greater than 3'],
    ['x=2t', 'x(t)=2t'],
    ['x=c_1e^t+c_2e^{-t}', 'x(t)=c_1 e^{t}+c_2 e^{-t}'],
    ["5'10''", '70 in'],
    ["5'10''", '5 ft 10 in'],
    ["f''=6x", "f''=6x"],
    ['0.5 M', '0.5 mol/L'],
    ['10^{-6} m', '1 μm'],
    ['20 mi/gal', '20 mpg'],
    ['4.2\\text{ J}/(\\text{g}\\cdot{}^\\circ\\text{C})', '4200\\text{ J}/(\\text{kg}\\cdot\\text{K})'],
    ['25{}^\\circ\\text{C}', '25°C'],
    ['2M+1', '1+2M'],
  ]);
  unequalPairs([
    ['x>3', 'x is less than 3'],
    ['x>3', 'x is at least 3'],
    ['x>3', 'x is greater than or equal to 3'],
    ['x>3', 'all integers greater than 3'],
    ['x=2t', 'y(t)=2t'],
    ['x=2t', 'x(t)=3t'],
    ["5'10''", '5 ft 11 in'],
    ['10^{-6} m', '1 mm'],
    ['3m', '3s'],
    ['2M', '2m'],
  ]);
});
