import { describe } from 'vitest';
import { equalPairs, unequalPairs } from './pairs.js';

describe('words: letters of truth values, classes of things', () => {
  equalPairs([
    ['\\text{True}', 'T'],
    ['\\text{False}', 'F'],
    ['\\text{Yes}', 'Y'],
    ['No', 'N'],
    ['acute', 'acute triangle'],
    ['\\text{equilateral}', 'an equilateral triangle'],
    ['isosceles triangle', 'Isosceles'],
    ['even', 'even function'],
    ['irrational', 'irrational number'],
    ['(0,0)', 'origin'],
    ['(0,0,0)', 'the origin'],
    ['prime', 'a prime number'],
  ]);
  unequalPairs([
    ['True', 'F'],
    ['Yes', 'N'],
    ['Yes', 'T'],
    ['A', 'True'],
    ['acute', 'acute angle triangle'],
    ['acute triangle', 'obtuse triangle'],
    ['rational', 'irrational number'],
    ['acute', 'triangle'],
    ['right triangle', 'right angle'],
    ['(0,1)', 'origin'],
    ['not prime', 'prime number'],
  ]);
});
