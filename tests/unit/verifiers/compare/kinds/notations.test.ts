import { describe } from 'vitest';
import { equalPairs, unequalPairs } from './pairs.js';

describe('matrices and polar forms of programs', () => {
  equalPairs([
    ['\\operatorname{diag}(1,2)', '\\begin{pmatrix}1&0\\\\0&2\\end{pmatrix}'],
    ['diag(1,2,3)', '[[1,0,0],[0,2,0],[0,0,3]]'],
    ['\\begin{pmatrix}1&0\\\\0&1\\end{pmatrix}', 'eye(2)'],
    ['\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}', '{{1,2},{3,4}}'],
    ['1+i', '\\sqrt2 \\angle 45^\\circ'],
    ['1+i', '\\sqrt{2}\\angle\\frac{\\pi}{4}'],
    ['1-i', '\\sqrt{2}\\angle -45^\\circ'],
    ['2i', '2∠90°'],
    ['\\angle ABC = 30^\\circ', '30^\\circ'],
    ['\\angle 1 = 40^\\circ', '40°'],
    ['ArcTan[x]', '\\arctan x'],
    ['Mod[17,5]', '2'],
    ['Binomial[n,2]', '\\binom n2'],
    ['Cot[x]', '\\cot x'],
    ['Floor[x]', '\\lfloor x \\rfloor'],
    ['(x,y)=(1,2)', '\\{(1,2)\\}'],
    ['(1,2)', '\\{(1,2)\\}'],
    ['\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}', '[1, 2; 3, 4]'],
    ['\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}', '\\begin{pmatrix} a & b \\cr c & d \\end{pmatrix}'],
    ['(1,2;3,4)', '(1,2;3,4)'],
  ]);
  unequalPairs([
    ['diag(1,2)', 'diag(2,1)'],
    ['\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}', '{{1,3},{2,4}}'],
    ['\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}', '{{3,4},{1,2}}'],
    ['1+i', '\\sqrt2 \\angle 135^\\circ'],
    ['(1,2)', '\\{1,2\\}'],
    ['(1,2)', '\\{(2,1)\\}'],
    ['[1,2;3,4]', '[1,3;2,4]'],
  ]);
});
