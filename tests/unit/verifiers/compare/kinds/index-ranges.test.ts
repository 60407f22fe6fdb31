import { describe } from 'vitest';
import { equalPairs, unequalPairs } from './pairs.js';

describe('sets of integers by bounds, dots and formulas', () => {
  equalPairs([
    ['n\\ge 3, n\\in\\mathbb{Z}', '\\{3,4,5,\\ldots\\}'],
    ['\\{3,4,5,\\ldots\\}', 'n\\ge3'],
    ['\\{3,4,5,\\ldots\\}', 'n>2'],
    ['\\{3,4,5,\\ldots\\}', '\\{n\\in\\mathbb{Z}\\mid n\\ge3\\}'],
    ['1,4,7,10,\\ldots', '\\{3k+1\\mid k\\in\\mathbb{N}_0\\}'],
  ]);
  unequalPairs([
    ['\\{3,4,5,\\ldots\\}', 'n\\ge4'],
    ['\\{3,4,5,\\ldots\\}', 'x\\ge3'],
    ['\\{3,4,5,\\ldots\\}', '[3,\\infty)'],
    ['\\{2,4,6,\\ldots\\}', 'n\\ge2'],
  ]);
});
