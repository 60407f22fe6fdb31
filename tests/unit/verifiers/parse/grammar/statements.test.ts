import { describe, expect, test } from 'vitest';
import { latexTree, plainTree } from '../../../../helpers/tree.js';

describe('separators', () => {
  test.each([
    ['x = 7 or x = -1', 'Or(Equal(x, 7), Equal(x, Negate(1)))'],
    ['x = 7 and y = 1', 'And(Equal(x, 7), Equal(y, 1))'],
    ['7 and 9', 'List(7, 9)'],
    ['7, 9, and 11', 'List(7, 9, 11)'],
    ['x = 7, x = 8, or x = 9', 'Or(Equal(x, 7), Equal(x, 8), Equal(x, 9))'],
    ['a = 1, b = 2 or a = 2, b = 1', 'Or(And(Equal(a, 1), Equal(b, 2)), And(Equal(a, 2), Equal(b, 1)))'],
    ['a = 1, b = 2; a = 2, b = 1', 'List(List(Equal(a, 1), Equal(b, 2)), List(Equal(a, 2), Equal(b, 1)))'],
    ['x<1 or x>2 and x<3', 'Or(Less(x, 1), And(Greater(x, 2), Less(x, 3)))'],
    ['not (A and B)', 'Not(And(A, B))'],
    ['A implies B or C', 'Implies(A, Or(B, C))'],
    ['A iff B', 'Iff(A, B)'],
    ['A xor B', 'Not(Iff(A, B))'],
    ['true or false', 'Or("true", "false")'],
    ['5, 6,', 'List(5, 6)'],
    ['x = 4.', 'Equal(x, 4)'],
    ['a = 1\nb = 2', 'List(Equal(a, 1), Equal(b, 2))'],
    ['x=3或x=5', 'Or(Equal(x, 3), Equal(x, 5))'],
    ['x=3orx=5', 'Or(Equal(x, 3), Equal(x, 5))'],
  ])('%s', (source, tree) => {
    expect(plainTree(source)).toBe(tree);
  });

  test.each([
    ['4\\text{ or }6', 'List(4, 6)'],
    ['x=4 \\quad y=6', 'List(Equal(x, 4), Equal(y, 6))'],
    ['x>1 \\land x<2', 'And(Greater(x, 1), Less(x, 2))'],
  ])('%s in LaTeX', (source, tree) => {
    expect(latexTree(source)).toBe(tree);
  });
});

describe('relations', () => {
  test.each([
    ['2 < x ≤ 9', 'Chain(2, "<", x, "<=", 9)'],
    ['a = b = 4', 'Chain(a, "=", b, "=", 4)'],
    ['x ≈ 3.7', 'Approx(x, decimal:37/10)'],
    ['≈ 3.7', 'decimal:37/10'],
    ['x != 2', 'NotEqual(x, 2)'],
    ['x in R', 'Element(x, Reals)'],
    ['x ∉ {2}', 'NotElement(x, Set(2))'],
    ['A ⊆ B', 'SubsetEqual(A, B)'],
    ['n ≡ 4 (mod 9)', 'Congruent(n, 4, 9)'],
    ['n ≡ 4 mod 9', 'Congruent(n, 4, 9)'],
    ['n = 4 (mod 9)', 'Congruent(n, 4, 9)'],
    ['4 (mod 9)', 'Mod(4, 9)'],
    ['y ≡ 0', 'Equal(y, 0)'],
    ['f(t) := t^2', 'Equal(Call(f, t), Power(t, 2))'],
    ['x : y = 2 : 5', 'Equal(Ratio(x, y), Ratio(2, 5))'],
    ['2:3:4', 'Ratio(2, 3, 4)'],
    ['x ∈ A ∈ B', 'unsupported 9-9: relations of these kinds do not chain'],
  ])('%s', (source, tree) => {
    expect(plainTree(source)).toBe(tree);
  });
});

describe('conditions', () => {
  test.each([
    ['t = 2kπ, k ∈ ℤ', 'ForAll(Equal(t, Multiply(2, k, pi)), Element(k, Integers))'],
    ['2kπ (k ∈ Z)', 'ForAll(Multiply(2, k, pi), Element(k, Integers))'],
    ['2kπ where k is an integer', 'ForAll(Multiply(2, k, pi), Element(k, Integers))'],
    ['2kπ for all integers k', 'ForAll(Multiply(2, k, pi), Element(k, Integers))'],
    ['∀x ∈ R, x^2 ≥ 0', 'ForAll(GreaterEqual(Power(x, 2), 0), Element(x, Reals))'],
    ['a + b, a, b ∈ R', 'ForAll(Add(a, b), Element(a, Reals), Element(b, Reals))'],
    ['a, b ∈ R', 'And(Element(a, Reals), Element(b, Reals))'],
    ['x ∈ R, y ∈ Z', 'List(Element(x, Reals), Element(y, Integers))'],
    ['c e^x where c is a constant', 'ForAll(Multiply(c, Power(e, x)), Element(c, "constant"))'],
    ['x^2, x > 0', 'List(Power(x, 2), Greater(x, 0))'],
  ])('%s', (source, tree) => {
    expect(plainTree(source)).toBe(tree);
  });

  test('words that are no condition are not dropped', () => {
    expect(plainTree('2x (roughly)')).toContain('parse-error');
  });
});

describe('words', () => {
  test.each([
    ['no solution', '"no solution"'],
    ['x = even', 'Equal(x, "even")'],
    ['red, blue', 'List("red", "blue")'],
    ['4 apples', 'parse-error 2-8: unexpected words "apples"'],
  ])('%s', (source, tree) => {
    expect(plainTree(source)).toBe(tree);
  });
});
