import { describe, expect, test } from 'vitest';
import { latexTree, plainTree } from '../../../../helpers/tree.js';

describe('arguments without brackets', () => {
  test.each([
    ['\\sin 3t', 'Sin(Multiply(3, t))'],
    ['\\sin^3 t', 'Power(Sin(t), 3)'],
    ['\\sin(30)^\\circ', 'Sin(Degree(30))'],
    ['\\cos^2\\left(-80\\right)^{\\circ}', 'Power(Cos(Degree(Negate(80))), 2)'],
    ['\\arctan(1)^\\circ', 'Degree(Arctan(1))'],
    ['\\cos^{-1} t', 'Arccos(t)'],
    ['\\tanh^{-1} t', 'Artanh(t)'],
    ['\\sin t \\cos t', 'Multiply(Sin(t), Cos(t))'],
    ['\\tan t - 1', 'Add(Tan(t), Negate(1))'],
    ['\\sin t^2', 'Sin(Power(t, 2))'],
    ['\\ln \\ln t', 'Ln(Ln(t))'],
    ['\\ln|t|+C', 'Add(Ln(Abs(t)), C)'],
    ['\\sin \\frac{\\pi}{7}', 'Sin(Divide(pi, 7))'],
    ['\\cos 2\\pi/5', 'Cos(Divide(Multiply(2, pi), 5))'],
    ['\\cot t / 2', 'Divide(Cot(t), 2)'],
    ['\\sin 2(t+1)', 'Sin(Multiply(2, Add(t, 1)))'],
    ['\\sin t(1-\\cos t)', 'Multiply(Sin(t), Add(1, Negate(Cos(t))))'],
    ['\\cos t e^{-t}', 'Multiply(Cos(t), Power(e, Negate(t)))'],
    ['\\ln{2a}b', 'Multiply(Ln(Multiply(2, a)), b)'],
    ['\\sin -t', 'Sin(Negate(t))'],
  ])('%s', (source, tree) => {
    expect(latexTree(source)).toBe(tree);
  });

  test.each([['\\sin'], ['\\ln + 1'], ['\\cos = 1']])('%s is refused', (source) => {
    expect(latexTree(source)).toContain('parse-error');
  });
});

describe('logarithms and roots', () => {
  test.each([
    ['ln x', 'Ln(x)'],
    ['log x', 'Log(x, e)'],
    ['lg 50', 'Log(50, 10)'],
    ['log_3 81', 'Log(81, 3)'],
    ['log3(81)', 'Log(81, 3)'],
    ['log(81, 3)', 'Log(81, 3)'],
    ['sqrt(5)', 'Root(5, 2)'],
    ['root(5, 4)', 'Root(5, 4)'],
    ['cbrt(5)', 'Root(5, 3)'],
    ['√(x+1)^3', 'Power(Root(Add(x, 1), 2), 3)'],
    ['exp(-t)', 'Power(e, Negate(t))'],
  ])('%s', (source, tree) => {
    expect(plainTree(source)).toBe(tree);
  });
});

describe('several arguments', () => {
  test.each([
    ['max(1, 2, x)', 'Max(1, 2, x)'],
    ['min{a, b}', 'Min(a, b)'],
    ['gcd(12, 18)', 'Gcd(12, 18)'],
    ['mod(17, 5)', 'Mod(17, 5)'],
    ['round(x, 1)', 'Divide(Round(Multiply(x, 10)), 10)'],
  ])('%s', (source, tree) => {
    expect(plainTree(source)).toBe(tree);
  });

  test('a wrong number of arguments is refused', () => {
    expect(plainTree('sin(x, y)')).toContain('sin takes another number of arguments than 2');
  });
});

describe('unknown functions', () => {
  test.each([
    ['f(t)', 'Call(f, t)'],
    ['f(t+1)', 'Call(f, Add(t, 1))'],
    ["f'(t)", 'Call(Prime(f, 1), t)'],
    ['f^-1(t)', 'Call(Power(f, Negate(1)), t)'],
    ['g(3)', 'Call(g, 3)'],
    ['m g(h-r)', 'Multiply(m, g, Add(h, Negate(r)))'],
    ['y(t) = 2t', 'Equal(Call(y, t), Multiply(2, t))'],
    ['T(n) = T(n-1) + 1', 'Equal(Call(T, n), Add(Call(T, Add(n, Negate(1))), 1))'],
    ['k(k-3) = 4', 'Equal(Multiply(k, Add(k, Negate(3))), 4)'],
    ["y'' + y = 0", 'Equal(Add(Prime(y, 2), y), 0)'],
    ['P(X=2) = 1/3', 'Equal(Call(P, Equal(X, 2)), Divide(1, 3))'],
    ['P(A|B) = 1/3', 'Equal(Call(P, A, "|", B), Divide(1, 3))'],
    ['P(3, 4)', 'Call(P, 3, 4)'],
    ['t(3, 4)', 'Multiply(t, Tuple(3, 4))'],
  ])('%s', (source, tree) => {
    expect(plainTree(source)).toBe(tree);
  });

  test('a derivative by its order', () => {
    expect(latexTree('y^{(3)} - y = 0')).toBe('Equal(Add(Prime(y, 3), Negate(y)), 0)');
  });
});
