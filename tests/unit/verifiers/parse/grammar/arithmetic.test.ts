import { describe, expect, test } from 'vitest';
import { latexTree, plainTree } from '../../../../helpers/tree.js';

describe('precedence', () => {
  test.each([
    ['-3^2', 'Negate(Power(3, 2))'],
    ['2^-3', 'Power(2, Negate(3))'],
    ['a^b^c', 'Power(a, Power(b, c))'],
    ['x^2!', 'Factorial(Power(x, 2))'],
    ['3 - -4', 'Add(3, Negate(Negate(4)))'],
    ['2*-y', 'Multiply(2, Negate(y))'],
    ['a - b - c', 'Add(a, Negate(b), Negate(c))'],
    ['a/b/c', 'Divide(a, Multiply(b, c))'],
    ['a/b*c', 'Multiply(Divide(a, b), c)'],
    ['a*b/c', 'Divide(Multiply(a, b), c)'],
    ['-(m + 2)/6', 'Negate(Divide(Add(m, 2), 6))'],
    ['e^-x^2', 'Power(e, Negate(Power(x, 2)))'],
    ['17 mod 5 + 1', 'Add(Mod(17, 5), 1)'],
    ['7 choose 3', 'Binomial(7, 3)'],
    ['³√5', 'Root(5, 3)'],
    ['1./4', 'Divide(1, 4)'],
  ])('%s', (source, tree) => {
    expect(plainTree(source)).toBe(tree);
  });
});

describe('juxtaposition', () => {
  test.each([
    ['5xy', 'Multiply(5, x, y)'],
    ['3(x+1)(x-1)', 'Multiply(3, Add(x, 1), Add(x, Negate(1)))'],
    ['t(t-1)', 'Multiply(t, Add(t, Negate(1)))'],
    ['2√3', 'Multiply(2, Root(3, 2))'],
    ['4√2x', 'Multiply(4, Root(2, 2), x)'],
    ['(a)(b)', 'Multiply(a, b)'],
    ['2[x-(1+y)]', 'Multiply(2, Add(x, Negate(Add(1, y))))'],
  ])('%s', (source, tree) => {
    expect(plainTree(source)).toBe(tree);
  });

  test.each([
    ['3/4x', 'Multiply(Divide(3, 4), x)'],
    ['√3/2 x', 'Multiply(Divide(Root(3, 2), 2), x)'],
    ['v/2g', 'Divide(v, Multiply(2, g))'],
    ['1/xy', 'Divide(1, Multiply(x, y))'],
    ['n/2(a+d)', 'Multiply(Divide(n, 2), Add(a, d))'],
    ['x/3 sin x', 'Multiply(Divide(x, 3), Sin(x))'],
    ['x/2 e^x', 'Multiply(Divide(x, 2), Power(e, x))'],
  ])('%s after a slash', (source, tree) => {
    expect(plainTree(source)).toBe(tree);
  });
});

describe('missing operands', () => {
  test.each([
    ['3 +', 'parse-error 3-3: an operand is missing'],
    ['* 4', "parse-error 0-1: an operand is missing before '*'"],
    ['2 ^', 'parse-error 3-3: an operand is missing'],
  ])('%s', (source, tree) => {
    expect(plainTree(source)).toBe(tree);
  });

  test('an empty denominator is refused at its fraction', () => {
    expect(latexTree('1+\\frac{37}{}')).toBe('parse-error 2-13: an operand is missing');
  });
});

describe('plus-minus', () => {
  test.each([
    ['±4', 'PlusMinus(4)'],
    ['1 ± √2', 'PlusMinus(1, Root(2, 2))'],
    ['1 ± √2 + x', 'Add(PlusMinus(1, Root(2, 2)), x)'],
    ['a ∓ b', 'MinusPlus(a, b)'],
  ])('%s', (source, tree) => {
    expect(plainTree(source)).toBe(tree);
  });
});

describe('absolute values', () => {
  test.each([
    ['|x - 2|', 'Abs(Add(x, Negate(2)))'],
    ['|a|b|c|', 'Multiply(Abs(a), b, Abs(c))'],
    ['||t| - 5|', 'Abs(Add(Abs(t), Negate(5)))'],
    ['|{-6}|', 'Abs(Negate(6))'],
    ['2|x|', 'Multiply(2, Abs(x))'],
    ['|x| < 3', 'Less(Abs(x), 3)'],
    ['|(|x|)|', 'Abs(Abs(x))'],
    ['|x', 'parse-error 0-1: an absolute value that is not closed'],
  ])('%s', (source, tree) => {
    expect(plainTree(source)).toBe(tree);
  });
});

describe('factorials, binomials, choices', () => {
  test.each([
    ['(2n)!/n!', 'Divide(Factorial(Multiply(2, n)), Factorial(n))'],
    ['7!!', 'DoubleFactorial(7)'],
    ['C(9,4)', 'Call(C, 9, 4)'],
    ['2*C(9,4)', 'Multiply(2, Binomial(9, 4))'],
    ['9C4', 'Binomial(9, 4)'],
    ['6!=720', 'Equal(Factorial(6), 720)'],
    ['nCr(9,4)', 'Binomial(9, 4)'],
  ])('%s', (source, tree) => {
    expect(plainTree(source)).toBe(tree);
  });

  test.each([
    ['C_9^4', 'Binomial(9, 4)'],
    ['A_6^2', 'Permutation(6, 2)'],
    ['C_1^2', 'Power(C_1, 2)'],
    ['{}_9C_4', 'Binomial(9, 4)'],
    ['{9 \\choose 4}', 'Binomial(9, 4)'],
    ['\\tbinom{n}{2}', 'Binomial(n, 2)'],
  ])('%s in LaTeX', (source, tree) => {
    expect(latexTree(source)).toBe(tree);
  });
});
