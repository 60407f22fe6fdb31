import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compared } from '../../../../helpers/answers.js';
import { differentPairs, equalPairs, unequalPairs } from './pairs.js';

describe('sets and lists', () => {
  equalPairs([
    ['4, -9', '-9 \\text{ and } 4'],
    ['4, -9', 'x=-9 \\text{ or } x=4'],
    ['4, -9', '\\{-9,4\\}'],
    ['x=4,-9', '-9,4'],
    ['\\{1,1,6\\}', '\\{6,1\\}'],
    ['\\{2,\\{3,4\\}\\}', '\\{\\{4,3\\},2\\}'],
    ['\\pm\\sqrt{6}', '-\\sqrt6,\\sqrt6'],
    ['\\{5\\pm 2i\\}', '5-2i,5+2i'],
    ['\\pm 1\\pm\\sqrt3', '1+\\sqrt3,1-\\sqrt3,-1+\\sqrt3,-1-\\sqrt3'],
    ['\\{1,2,\\ldots,7\\}', '\\{7,6,5,4,3,2,1\\}'],
    ['\\{3,6,9,\\ldots\\}', '\\{3n\\mid n\\in\\mathbb{Z},n\\ge 1\\}'],
    ['\\emptyset', '\\{\\}'],
    ['p=4,q=1;p=9,q=1', '(4,1),(9,1)'],
  ]);
  differentPairs([
    ['4, -9', '4'],
    ['4, -9', '4, -9, 0'],
    ['\\pm 8', '8'],
    ['75, 75', '75'],
    ['\\{2,\\{3,4\\}\\}', '\\{2,3,4\\}'],
    ['\\emptyset', '\\{0\\}'],
  ]);
});

describe('tuples and named values', () => {
  equalPairs([
    ['(4,7)', '(4, 7)'],
    ['(4,7)', '(x,y)=(4,7)'],
    ['x=4,y=7', '(4,7)'],
    ['x=4,y=7', 'y=7,x=4'],
    ['(x,y)=(4,7)', 'y=7 \\text{ and } x=4'],
    ['a=-1,b=-1', '-1,-1'],
    ['x_1=3, x_2=8', '8,3'],
    ['(1,4),(2,9)', '(2,9),(1,4)'],
    ['(0;1;0),(2;0;3)', '(2,0,3),(0,1,0)'],
    ['(1,5),(1,5),(2,6)', '(1,5),(2,6)'],
  ]);
  differentPairs([
    ['(4,7)', '(7,4)'],
    ['x=4,y=7', '(7,4)'],
    ['x=4,y=7', 'x=7,y=4'],
    ['x=4,y=7', '7,4'],
    ['\\{(1,4),(2,9)\\}', '(4,1),(9,2)'],
    ['(1,2,3)', '(1,2)'],
  ]);
  unequalPairs([
    ['(4,7)', '\\{4,7\\}'],
    ['[4,7]', '(4,7)'],
  ]);
});

describe('laws', () => {
  const numbers = fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 2, maxLength: 8 });
  test('the order of a set and of a list is free', () => {
    fc.assert(
      fc.property(numbers, (items) => {
        const turned = [...items].reverse();
        expect(compared(`\\{${items.join(',')}\\}`, `\\{${turned.join(',')}\\}`).kind).toBe('equal');
        expect(compared(items.join(','), turned.join(' , ')).kind).toBe('equal');
      }),
      { numRuns: 60 },
    );
  });
  test('a member more or less is seen', () => {
    fc.assert(
      fc.property(numbers, (items) => {
        const more = `\\{${[...items, 1000].join(',')}\\}`;
        expect(compared(`\\{${items.join(',')}\\}`, more).kind).toBe('different');
        expect(compared(more, `\\{${items.join(',')}\\}`).kind).toBe('different');
      }),
      { numRuns: 60 },
    );
  });
  test('sets of thousands stay within the budget', () => {
    const many = Array.from({ length: 1500 }, (_, i) => i * 7);
    expect(compared(`\\{${many.join(',')}\\}`, `\\{${[...many].reverse().join(',')}\\}`).kind).toBe('equal');
  });
});
