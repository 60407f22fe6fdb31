import { describe, expect, test } from 'vitest';
import { latexTree, plainTree } from '../../../../helpers/tree.js';

describe('groups of digits', () => {
  test.each([
    ['86,400', '86400'],
    ['1,048,576', '1048576'],
    ['-7,250.50', 'Negate(decimal:14501/2)'],
    ['3 600 000', '3600000'],
    ['2.718 281 828', 'decimal:679570457/250000000'],
    ['f = 12,500', 'Equal(f, 12500)'],
    ['4,500, 6,700', 'List(4500, 6700)'],
    ['(4,000)', '4000'],
    ['{2,050, 7}', 'Set(2050, 7)'],
    ['(1/2) 300', 'Multiply(Divide(1, 2), 300)'],
  ])('%s is joined', (source, tree) => {
    expect(plainTree(source)).toBe(tree);
  });

  test.each([
    ['4,5,6', 'List(4, 5, 6)'],
    ['15, 250', 'List(15, 250)'],
    ['31,41', 'List(31, 41)'],
    ['1234,567', 'List(1234, 567)'],
    ['0,250', 'List(0, 250)'],
    ['3,141,x', 'List(3, 141, x)'],
    ['x,314,159', 'List(x, 314, 159)'],
    ['(3,141)', 'Tuple(3, 141)'],
    ['[5,125]', 'Bracket(5, 125)'],
    ['{2,718}', 'Set(2, 718)'],
    ['x = 5,7,9', 'List(Equal(x, 5), 7, 9)'],
  ])('%s is a list', (source, tree) => {
    expect(plainTree(source)).toBe(tree);
  });

  test.each([
    ['86{,}400', '86400'],
    ['(86{,}400, 2)', 'Tuple(86400, 2)'],
    ['0{,}75', 'decimal:3/4'],
    ['2{,}5', 'decimal:5/2'],
    ['64\\,800', '64800'],
    ['9,\\!192,\\!631', '9192631'],
    ['\\frac{1,500}{3}', 'Divide(1500, 3)'],
    ['x_{1,2}', 'x_{1,2}'],
  ])('%s in LaTeX', (source, tree) => {
    expect(latexTree(source)).toBe(tree);
  });

  test.each([['12 34'], ['1 0000'], ['5 6 7']])('%s is neither a number nor a product', (source) => {
    expect(plainTree(source)).toContain('parse-error');
  });
});

describe('mixed numbers', () => {
  test.each([
    ['5 3/8', 'Add(5, Divide(3, 8))'],
    ['-2 1/4', 'Negate(Add(2, Divide(1, 4)))'],
    ['2¾', 'Add(2, Divide(3, 4))'],
    ['x = 1 1/2', 'Equal(x, Add(1, Divide(1, 2)))'],
  ])('%s', (source, tree) => {
    expect(plainTree(source)).toBe(tree);
  });

  test.each([
    ['5\\frac{3}{8}', 'Add(5, Divide(3, 8))'],
    ['2\\tfrac12 x', 'Multiply(Add(2, Divide(1, 2)), x)'],
    ['3\\frac{9}{4}', 'Multiply(3, Divide(9, 4))'],
    ['0.5\\frac{1}{3}', 'Multiply(decimal:1/2, Divide(1, 3))'],
    ['2\\frac{x}{3}', 'Multiply(2, Divide(x, 3))'],
    ['2^3\\frac{1}{3}', 'Multiply(Power(2, 3), Divide(1, 3))'],
  ])('%s in LaTeX', (source, tree) => {
    expect(latexTree(source)).toBe(tree);
  });
});

describe('scientific numerals', () => {
  test.each([
    ['6.02e23', 'scientific:602000000000000000000000'],
    ['2.5E-3', 'scientific:1/400'],
    ['1e-6', 'scientific:1/1000000'],
    ['6.5 x 10^3', 'scientific:6500'],
    ['6.5*10**3', 'scientific:6500'],
    ['4×10⁻²', 'scientific:1/25'],
    ['a/2*10^3', 'Multiply(Divide(a, 2), Power(10, 3))'],
    ['3*10^n', 'Multiply(3, Power(10, n))'],
    ['3e+2', 'Add(Multiply(3, e), 2)'],
    ['4e-1', 'Add(Multiply(4, e), Negate(1))'],
    ['3e2x', 'Multiply(3, e, 2, x)'],
    ['3*10^99999', 'Multiply(3, Power(10, 99999))'],
  ])('%s', (source, tree) => {
    expect(plainTree(source)).toBe(tree);
  });

  test('the LaTeX spelling keeps its sign outside', () => {
    expect(latexTree('-1.25 \\times 10^{-2}')).toBe('Negate(scientific:1/80)');
  });
});

describe('repeating decimals', () => {
  test.each([
    ['0.(27)', 'repeating:3/11'],
    ['1.2(3)', 'repeating:37/30'],
    ['0.6666...', 'repeating:2/3'],
    ['0.1818…', 'repeating:2/11'],
    ['0.8̅3̅', 'repeating:83/99'],
    ['2.71828...', 'unsupported 7-10: a decimal that goes on without a period'],
    ['0.25(x)', 'Multiply(decimal:1/4, x)'],
  ])('%s', (source, tree) => {
    expect(plainTree(source)).toBe(tree);
  });

  test.each([
    ['0.\\overline{27}', 'repeating:3/11'],
    ['0.8\\bar{3}', 'repeating:5/6'],
    ['0.\\dot{2}\\dot{7}', 'repeating:3/11'],
    ['0.\\dot{1}4285\\dot{7}', 'repeating:1/7'],
    ['3.1\\overline{6} x', 'Multiply(repeating:19/6, x)'],
  ])('%s in LaTeX', (source, tree) => {
    expect(latexTree(source)).toBe(tree);
  });
});

describe('numerals in a base', () => {
  test.each([
    ['1101_2', 'BaseNumeral("1101", 2)'],
    ['(1101)_2', 'BaseNumeral("1101", 2)'],
    ['7F_16', 'BaseNumeral("7F", 16)'],
    ['(B4)_12', 'BaseNumeral("B4", 12)'],
    ['1101₂ + 1', 'Add(BaseNumeral("1101", 2), 1)'],
    ['B4_12', 'BaseNumeral("B4", 12)'],
    ['A_16', 'A_16'],
    ['129_8', 'parse-error 3-5: digit 9 in base 8'],
    ['12_1', 'parse-error 2-4: a subscript on a number that names no base from 2 to 36'],
  ])('%s', (source, tree) => {
    expect(plainTree(source)).toBe(tree);
  });

  test.each([
    ['243_{\\text{six}}', 'BaseNumeral("243", 6)'],
    ['{110}_{2}', 'BaseNumeral("110", 2)'],
    ['C4_{16}', 'BaseNumeral("C4", 16)'],
  ])('%s in LaTeX', (source, tree) => {
    expect(latexTree(source)).toBe(tree);
  });
});

describe('percent and angles', () => {
  test.each([
    ['12.5%', 'Percent(decimal:25/2)'],
    ["48°30'", 'Degree(Add(48, Divide(30, 60)))'],
    ['48° 30′ 36″', 'Degree(Add(48, Divide(30, 60), Divide(36, 3600)))'],
    ['sin 45°', 'Sin(Degree(45))'],
    ['90° - x', 'Add(Degree(90), Negate(x))'],
  ])('%s', (source, tree) => {
    expect(plainTree(source)).toBe(tree);
  });
});
