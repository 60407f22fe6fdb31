import { describe, expect, test } from 'vitest';
import { plainTree } from '../../../../helpers/tree.js';

describe('computer-algebra calls', () => {
  test.each([
    ['Rational(3, 7)', 'Divide(3, 7)'],
    ['Matrix([[5, 6], [7, 8]])', 'Matrix(Row(5, 6), Row(7, 8))'],
    ['Matrix([5, 6])', 'Matrix(Row(5), Row(6))'],
    ['matrix([5, 6], [7, 8])', 'Matrix(Row(5, 6), Row(7, 8))'],
    ['sum(j^2, j, 1, n)', 'Sum(Power(j, 2), j, 1, n)'],
    ['Sum(j**2, (j, 1, n))', 'Sum(Power(j, 2), j, 1, n)'],
    ['integrate(t**2, (t, 0, 1))', 'Integral(Power(t, 2), t, 0, 1)'],
    ['int(t^2, t)', 'Integral(Power(t, 2), t)'],
    ['diff(q(t), t, 2)', 'Derivative(Call(q, t), t, 2)'],
    ['diff(y, t)', 'Derivative(Call(y, t), t, 1)'],
    ['Interval(2, 5, True, False)', 'HalfOpenLeft(2, 5)'],
    ['Union(FiniteSet(3), Interval.open(4, 5))', 'parse-error'],
    ['%union(oc(1, 2), co(4, inf))', 'Union(HalfOpenLeft(1, 2), HalfOpenRight(4, Infinity))'],
    ['Piecewise((t, t > 0), (0, True))', 'Cases(Case(t, Greater(t, 0)), Case(0, "otherwise"))'],
    ['Eq(x, 4)', 'Equal(x, 4)'],
    ['expand((t + 1)^2)', 'Power(Add(t, 1), 2)'],
    ['pow(2, 5)', 'Power(2, 5)'],
    ['significantfigures(7.25, 2)', '73/10'],
    ['significantfigures(-2.5, 1)', '-3'],
    ['significantfigures(123456, 2)', '120000'],
    ['significantfigures(0.00274, 2)', '27/10000'],
    ['significantfigures(0, 2)', '0'],
    ['significantfigures(x, 2)', 'Call(significantfigures, x, 2)'],
    ['significantfigures(2.5, 0)', 'Call(significantfigures, '],
    ['decimalplaces(2.345, 2)', '47/20'],
    ['decimalplaces(2.345, -1)', 'Call(decimalplaces, '],
    [
      'taylor(f, t, 0, 1)',
      'Add(Divide(Limit(f, t, 0), 1), Multiply(Divide(Limit(Derivative(f, t, 1), t, 0), 1), Power(t, 1)))',
    ],
    ['taylor(f, t, 0, 99)', 'unsupported'],
    ['np.sqrt(7)', 'Root(7, 2)'],
    ['a[2]', 'a[2]'],
    ['Matrix([[5, 6], [7]])', 'unsupported'],
    ['somefunc(4, x)', 'Call(somefunc, 4, x)'],
    ['my_function_name(4)', 'Call(my_function_name, 4)'],
  ])('%s', (source, tree) => {
    expect(plainTree(source).startsWith(tree)).toBe(true);
  });
});

describe('Maxima', () => {
  test.each([
    ['%e^(2*%i*%pi)', 'Power(e, Multiply(2, i, pi))'],
    ['minf < x', 'Less(Negate(Infinity), x)'],
    ['x # 4', 'NotEqual(x, 4)'],
    ['b #pm# sqrt(d)', 'PlusMinus(b, Root(d, 2))'],
    ["'root(y)", 'Root(y, 2)'],
    ['"Yes it is"', '"Yes it is"'],
    ['x>1 %and x<2', 'And(Greater(x, 1), Less(x, 2))'],
  ])('%s', (source, tree) => {
    expect(plainTree(source)).toBe(tree);
  });
});
