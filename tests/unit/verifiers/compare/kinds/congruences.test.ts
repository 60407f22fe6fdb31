import { describe } from 'vitest';
import { equalPairs, unequalPairs } from './pairs.js';

describe('residue classes', () => {
  equalPairs([
    ['x \\equiv 2 \\pmod 5', '5k+2'],
    ['x \\equiv 2 \\pmod 5', 'x=5k+2'],
    ['x \\equiv 2 \\pmod 5', '5k+2, k\\in\\mathbb{Z}'],
    ['x \\equiv 2 \\pmod 5', '5n-3'],
    ['x \\equiv 2 \\pmod 5', '2 \\pmod 5'],
    ['x \\equiv 2 \\pmod 5', '7 \\pmod 5'],
    ['5k+2, k\\in\\mathbb{Z}', '2 \\pmod 5'],
    ['x \\equiv 2, 7 \\pmod{10}', 'x \\equiv 2 \\pmod 5'],
    ['x \\equiv 2, 7 \\pmod{10}', 'x\\equiv 7 \\text{ or } 2 \\pmod{10}'],
    ['x \\equiv 2, 7 \\pmod{10}', 'x \\equiv 2 \\pmod{10} \\text{ or } x \\equiv 7\\pmod{10}'],
    ['x \\equiv 2, 7 \\pmod{10}', 'x \\equiv 2 \\pmod{10}, x \\equiv 7\\pmod{10}'],
    ['x \\equiv 2, 7 \\pmod{10}', 'x \\equiv 2, x \\equiv 7\\pmod{10}'],
    ['x \\equiv 2, 7 \\pmod{10}', 'x = 10k+2, 10k+7'],
    ['x \\equiv \\pm 1 \\pmod 8', 'x \\equiv 1, 7 \\pmod 8'],
    ['x \\equiv \\pm 1 \\pmod 8', '8k\\pm1'],
    ['x\\equiv 2 \\pmod 3, x\\equiv 3\\pmod 5', 'x\\equiv 3\\pmod 5, x\\equiv 2\\pmod 3'],
    ['x\\equiv 2 \\pmod 3, x\\equiv 3\\pmod 5', 'x \\equiv 8 \\pmod{15}'],
    ['x \\equiv 8 \\pmod{15}', '\\begin{cases}x\\equiv 2 \\pmod 3\\\\ x\\equiv 3\\pmod 5\\end{cases}'],
    ['n \\equiv 0 \\pmod 3', 'multiples of 3'],
    ['n \\equiv 0 \\pmod 3', '3k'],
    ['3 \\mid n', 'n \\equiv 0 \\pmod 3'],
    ['n \\equiv 1 \\pmod 2', 'n \\text{ is odd}'],
    ['17^{10} \\equiv 4 \\pmod{7}', '4'],
    ['4', '4 \\pmod 7'],
    ['6', '6 \\bmod 7'],
  ]);
  unequalPairs([
    ['x \\equiv 2 \\pmod 5', '5n+3'],
    ['x \\equiv 2 \\pmod 5', '10n+2'],
    ['x \\equiv 2 \\pmod 5', '5n+2, n\\in\\mathbb{N}'],
    ['x \\equiv 2 \\pmod 5', '3 \\pmod 5'],
    ['x \\equiv 2 \\pmod 5', '2 \\pmod{10}'],
    ['x \\equiv 2 \\pmod 5', '2'],
    ['x \\equiv 2, 7 \\pmod{10}', 'x = 2, 7'],
    ['x = 2, 7', 'x \\equiv 2, 7 \\pmod{10}'],
    ['x \\equiv 2, 7 \\pmod{10}', 'x\\equiv 2\\pmod{10}'],
    ['x \\equiv 2, 7 \\pmod{10}', 'x\\equiv 2,8\\pmod{10}'],
    ['x\\equiv 2 \\pmod 3, x\\equiv 3\\pmod 5', 'x\\equiv 2\\pmod 3'],
    ['4', 'x \\equiv 4 \\pmod 7'],
    ['11', '4 \\pmod 7'],
  ]);
});
