import { describe, expect, test } from 'vitest';
import { latexTree, plainTree } from '../../../../helpers/tree.js';

describe('tuples, intervals, lists', () => {
  test.each([
    ['(4, -1)', 'Tuple(4, Negate(1))'],
    ['(4, 5]', 'HalfOpenLeft(4, 5)'],
    ['[4, 5)', 'HalfOpenRight(4, 5)'],
    ['[4, 5]', 'Bracket(4, 5)'],
    ['[4]', 'Bracket(4)'],
    ['[]', 'Bracket()'],
    [']4, 5[', 'Tuple(4, 5)'],
    ['[4, 5[ ∪ ]6, 7]', 'Union(HalfOpenRight(4, 5), HalfOpenLeft(6, 7))'],
    ['(1; 2)', 'Tuple(1, 2)'],
    ['<1, 0, 2>', 'Vector(1, 0, 2)'],
    ['a < 1', 'Less(a, 1)'],
    ['((1, 2), (3, 4))', 'Tuple(Tuple(1, 2), Tuple(3, 4))'],
    ['(1, 2), (3, 4)', 'List(Tuple(1, 2), Tuple(3, 4))'],
    ['(4, 5, 6]', 'parse-error 0-1: an interval has two ends'],
    ['()', 'parse-error 0-1: an empty bracket'],
    ['(1, 2', 'parse-error 0-1: this bracket has no partner'],
    ['1)', 'parse-error 1-2: this bracket has no partner'],
    ['(1}', 'parse-error 2-3: this bracket has no partner'],
  ])('%s', (source, tree) => {
    expect(plainTree(source)).toBe(tree);
  });
});

describe('sets', () => {
  test.each([
    ['{}', 'Set()'],
    ['{3, 1}', 'Set(3, 1)'],
    ['{x | x > 4}', 'SetBuilder(x, Greater(x, 4))'],
    ['{x : |x| < 4}', 'SetBuilder(x, Less(Abs(x), 4))'],
    ['{x ∈ Z | x > 4, x < 9}', 'SetBuilder(Element(x, Integers), Greater(x, 4), Less(x, 9))'],
    ['{(t, -t) | t ∈ R}', 'SetBuilder(Tuple(t, Negate(t)), Element(t, Reals))'],
    ['{|x| | x ∈ A}', 'SetBuilder(Abs(x), Element(x, A))'],
    ['R \\ {1, 2}', 'SetMinus(Reals, Set(1, 2))'],
    ['(-∞, ∞) - {0}', 'SetMinus(Tuple(Negate(Infinity), Infinity), Set(0))'],
    ['4 - {x + 1}', 'Add(4, Negate(Add(x, 1)))'],
    ['A ∪ B ∩ C', 'Union(A, Intersection(B, C))'],
    ['(0,1) U {5}', 'Union(Tuple(0, 1), Set(5))'],
  ])('%s', (source, tree) => {
    expect(plainTree(source)).toBe(tree);
  });

  test.each([
    ['\\mathbb{R}^+', 'Intersection(Reals, Tuple(0, Infinity))'],
    ['\\mathbb{Z}_{>0}', 'Intersection(Integers, Tuple(0, Infinity))'],
    ['\\mathbb{R}^*', 'SetMinus(Reals, Set(0))'],
    ['\\mathbb{R}^3', 'Power(Reals, 3)'],
    ['\\bigcup_{n \\in \\mathbb{Z}} [n, n+1)', 'ForAll(HalfOpenRight(n, Add(n, 1)), Element(n, Integers))'],
  ])('%s', (source, tree) => {
    expect(latexTree(source)).toBe(tree);
  });
});

describe('sided brackets', () => {
  test.each([
    ['\\left|\\frac{a}{b}\\right|', 'Abs(Divide(a, b))'],
    ['\\lfloor x \\rfloor + \\lceil y \\rceil', 'Add(Floor(x), Ceiling(y))'],
    ['\\|v\\|', 'Norm(v)'],
    ['\\langle 1, 2 \\rangle', 'Vector(1, 2)'],
    ['\\left(\\begin{matrix} 1 \\\\ 2 \\end{matrix}\\right)', 'Matrix(Row(1), Row(2))'],
    ['\\begin{vmatrix} a & b \\\\ c & d \\end{vmatrix}', 'Determinant(Matrix(Row(a, b), Row(c, d)))'],
  ])('%s', (source, tree) => {
    expect(latexTree(source)).toBe(tree);
  });
});
