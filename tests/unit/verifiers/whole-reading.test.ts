import { describe, expect, test } from 'vitest';
import { verify } from '../../../src/verifiers/index.js';

const correct = (gold: string, response: string): boolean | null => verify(gold, response).correct;

describe('a reply of one line that is one answer as a whole', () => {
  test.each([
    ['\\mathbb{R}\\setminus\\{3\\}', 'all reals except 3'],
    ['x\\neq 3', 'all real numbers other than 3'],
    ['\\text{mean } 4, \\text{median } 7', 'the mean is 4 and the median is 7'],
    ['\\text{maximum } 9, \\text{minimum } 2', 'Minimum value: 2; maximum value: 9'],
    ['p=4,\\ q=-5', 'p: 4, q: -5'],
    ['a:b:c=1:4:9', 'a:b:c=1:4:9'],
    ['x=\\frac{\\pi}{5}+k\\pi, k\\in\\mathbb{Z}', 'x = \\pi/5 + nπ, where n is an integer'],
  ])('%s is paid for %j', (gold, response) => {
    expect(correct(gold, response)).toBe(true);
  });

  test.each([
    ['\\mathbb{R}\\setminus\\{3\\}', 'all reals except 4'],
    ['\\text{mean } 4, \\text{median } 7', 'the mean is 7 and the median is 4'],
    ['\\text{mean } 4, \\text{median } 7', 'the mean is not 4 and the median is 7'],
    ['\\mathbb{R}\\setminus\\{3\\}', 'not all reals except 3'],
    ['\\mathbb{R}\\setminus\\{3\\}', 'all reals except 3? No.'],
    ['7', 'the mean is 4 and the median is 8'],
    ['\\mathbb{R}\\setminus\\{3\\}', 'all reals except 3, so \\boxed{4}'],
  ])('%s is not paid for %j', (gold, response) => {
    expect(correct(gold, response)).not.toBe(true);
  });
});
