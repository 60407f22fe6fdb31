import { describe, expect, test } from 'vitest';
import { latexTree, plainTree } from '../../../../helpers/tree.js';

describe('sums, products, limits', () => {
  test.each([
    ['\\sum_{k=0}^{n} k^3 - 2', 'Add(Sum(Power(k, 3), k, 0, n), Negate(2))'],
    ['\\sum_{1 \\le j \\le n} j', 'Sum(j, j, 1, n)'],
    ['\\sum_{k \\ge 2} 2^{-k}', 'Sum(Power(2, Negate(k)), k, 2, Infinity)'],
    ['\\prod_{i=1}^{5} i', 'Product(index(i), index(i), 1, 5)'],
    ['2\\sum_{k=0}^{3} x^k', 'Multiply(2, Sum(Power(x, k), k, 0, 3))'],
    ['\\lim_{t \\to 0^-} \\frac{|t|}{t}', 'Limit(Divide(Abs(t), t), t, 0, -1)'],
    ['\\lim_{n \\to \\infty} \\frac{1}{n}', 'Limit(Divide(1, n), n, Infinity)'],
    ['\\sum_{k=1}^n x_k + x_k', 'Add(Sum(Call(x, k), k, 1, n), x_k)'],
    ['\\sum_{i=1}^n a_{ij}', 'Sum(Call(a, index(i), j), index(i), 1, n)'],
    ['\\min_x f(x)', 'unsupported 0-4: min over a set'],
    ['\\sum_{a+b=3} ab', 'unsupported 0-4: these bounds of a sum'],
    ['\\sum k', 'unsupported 0-4: sum without its index'],
  ])('%s', (source, tree) => {
    expect(latexTree(source)).toBe(tree);
  });
});

describe('integrals', () => {
  test.each([
    ['\\int_0^2 t^2\\,dt', 'Integral(Power(t, 2), t, 0, 2)'],
    ['\\int \\frac{dt}{1+t^2}', 'Integral(Divide(1, Add(1, Power(t, 2))), t)'],
    ['\\int t+1 \\,\\mathrm{d}t + 5', 'Add(Integral(Add(t, 1), t), 5)'],
    ['\\int_0^1\\int_0^y xy\\,dx\\,dy', 'Integral(Integral(Multiply(x, y), x, 0, y), y, 0, 1)'],
    ['\\int x', 'unsupported 0-4: an integral without its differential'],
  ])('%s', (source, tree) => {
    expect(latexTree(source)).toBe(tree);
  });
});

describe('derivatives', () => {
  test.each([
    ['\\frac{d}{dt} t^2', 'Derivative(Power(t, 2), t, 1)'],
    ['\\frac{dy}{dt} = ky', 'Equal(Derivative(Call(y, t), t, 1), Multiply(k, y))'],
    ['\\frac{d^2y}{dt^2}', 'Derivative(Call(y, t), t, 2)'],
    ['\\frac{\\partial^2 u}{\\partial x \\partial t}', 'Derivative(Derivative(Call(u, x, t), t, 1), x, 1)'],
    ['\\frac{d}{d+1}', 'Divide(d, Add(d, 1))'],
  ])('%s', (source, tree) => {
    expect(latexTree(source)).toBe(tree);
  });

  test.each([
    ['sum_{k=1}^n k^2', 'Sum(Power(k, 2), k, 1, n)'],
    ['Σ_{k=1}^4 k', 'Sum(k, k, 1, 4)'],
    ['int_0^1 t^2 dt', 'Integral(Power(t, 2), t, 0, 1)'],
    ['lim(t->0) sin(t)/t', 'Limit(Divide(Sin(t), t), t, 0)'],
  ])('%s in plain notation', (source, tree) => {
    expect(plainTree(source)).toBe(tree);
  });

  test('with a slash', () => {
    expect(plainTree('dy/dx = x')).toBe('Equal(Derivative(Call(y, x), x, 1), x)');
    expect(plainTree('d/2')).toBe('Divide(d, 2)');
  });
});

describe('arrays', () => {
  test.each([
    [
      '\\begin{cases} t & t \\ge 0 \\\\ -t & \\text{otherwise} \\end{cases}',
      'Cases(Case(t, GreaterEqual(t, 0)), Case(Negate(t), "otherwise"))',
    ],
    [
      '\\begin{cases} 1, & \\text{if } t > 2, \\\\ 0, & \\text{else}. \\end{cases}',
      'Cases(Case(1, Greater(t, 2)), Case(0, "otherwise"))',
    ],
    ['\\begin{cases} x = 1 \\\\ y = 2 \\end{cases}', 'And(Equal(x, 1), Equal(y, 2))'],
    ['\\begin{aligned} x &= 1 \\\\ y &= 2 \\end{aligned}', 'And(Equal(x, 1), Equal(y, 2))'],
    ['\\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}', 'Matrix(Row(1, 2), Row(3, 4))'],
    ['\\begin{bmatrix} 1 & 2 \\\\ 3 \\end{bmatrix}', 'parse-error'],
  ])('%s', (source, tree) => {
    expect(latexTree(source).startsWith(tree)).toBe(true);
  });
});

describe('accents and figures', () => {
  test.each([
    ['\\overline{3+i}', 'Conjugate(Add(3, i))'],
    ['\\overline{PQ}', 'Segment("overline", P, Q)'],
    ['\\overrightarrow{PQ}', 'Segment("vec", P, Q)'],
    ['\\vec{v}', 'vec(v)'],
    ['\\hat{k}', 'hat(k)'],
    ['3\\mathbf{i} - \\mathbf{k}', 'Add(Multiply(3, hat(i)), Negate(hat(k)))'],
    ['\\dot{x}_0', 'Prime(x_0, 1)'],
    ['\\angle PQR = 50^\\circ', 'Equal(Segment("angle", P, Q, R), Degree(50))'],
    ['\\triangle PQR', 'Segment("triangle", P, Q, R)'],
    ['A^T', 'Transpose(A)'],
    ['x^T', 'Power(x, T)'],
    ['z^*', 'z^*'],
    ['x_{ij}', 'x_ij'],
    ['a_{n+1}', 'a_{n+1}'],
    ['v_{\\text{max}}', 'v_max'],
    ['(x+1)_n', 'Call(_n, Add(x, 1))'],
    ['[v]_B', 'Call(_B, v)'],
  ])('%s', (source, tree) => {
    expect(latexTree(source).startsWith(tree)).toBe(true);
  });
});
