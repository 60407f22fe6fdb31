import { expect, test } from 'vitest';
import { apply, type Expr, integer, rational, symbol } from '../../../src/verifiers/expr.js';
import { formatExpr } from '../../../src/verifiers/format.js';

const [x, y] = [symbol('x'), symbol('y')];

test.each<[Expr, string]>([
  [
    apply('Add', apply('Multiply', integer(2), apply('Power', x, integer(2))), apply('Negate', y)),
    '2*x^2 - y',
  ],
  [apply('Divide', apply('Root', integer(3), integer(2)), integer(2)), 'sqrt(3)/2'],
  [apply('Power', apply('Add', x, y), rational(1n, 2n)), '(x + y)^(1/2)'],
  [apply('Multiply', integer(3), apply('Add', x, integer(1))), '3*(x + 1)'],
  [apply('Divide', x, apply('Multiply', integer(2), y)), 'x/(2*y)'],
  [apply('Negate', apply('Add', x, y)), '-(x + y)'],
  [apply('Power', integer(-2), integer(2)), '(-2)^2'],
  [apply('Factorial', apply('Add', symbol('n'), integer(1))), '(n + 1)!'],
  [apply('Abs', apply('Negate', x)), '|-x|'],
  [apply('Sin', apply('Divide', symbol('pi'), integer(6))), 'sin(π/6)'],
  [apply('Set', integer(1), integer(2)), '{1, 2}'],
  [apply('LessEqual', x, symbol('Infinity')), 'x ≤ ∞'],
  [apply('PlusMinus', x), '±x'],
  [apply('Call', symbol('f'), x), 'f(x)'],
])('prints %#', (expr, wanted) => expect(formatExpr(expr)).toBe(wanted));

test('cuts long numbers and deep trees', () => {
  expect(formatExpr(integer(10n ** 500n))).toContain('(501 digits)');
  let deep: Expr = x;
  for (let k = 0; k < 5_000; k++) deep = apply('Sin', deep);
  expect(formatExpr(deep)).toContain('…');
});
