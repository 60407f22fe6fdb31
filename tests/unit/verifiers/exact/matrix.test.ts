import { describe, expect, test } from 'vitest';
import { Budget } from '../../../../src/support/index.js';
import { compareExpressions } from '../../../../src/verifiers/compare/rules/index.js';
import { evaluateMatrix, matrixNode } from '../../../../src/verifiers/exact/matrix.js';
import { apply, type Expr, integer, symbol } from '../../../../src/verifiers/expr.js';
import { strict } from '../../../../src/verifiers/policy.js';

const matrix = (...rows: readonly (readonly number[])[]): Expr =>
  matrixNode(rows.map((row) => row.map(integer)));
const budget = (): Budget => new Budget(100_000);
const same = (a: Expr, b: Expr): string =>
  compareExpressions(a, b, { policy: strict, budget: budget() }).kind;

function entriesEqual(expr: Expr, wanted: readonly (readonly number[])[]): boolean {
  const found = evaluateMatrix(expr, budget());
  if (found === null || found.length !== wanted.length) return false;
  return found.every((row, i) =>
    row.every((entry, j) => same(entry, integer(wanted[i]?.[j] ?? Number.NaN)) === 'equal'),
  );
}

const a = matrix([1, 2], [3, 4]);
const b = matrix([0, 1], [1, 0]);

describe('matrix arithmetic', () => {
  test('scalar multiples and sums', () => {
    expect(
      entriesEqual(apply('Add', apply('Multiply', integer(2), a), apply('Negate', b)), [
        [2, 3],
        [5, 8],
      ]),
    ).toBe(true);
  });
  test('products keep their order', () => {
    expect(
      entriesEqual(apply('Multiply', a, b), [
        [2, 1],
        [4, 3],
      ]),
    ).toBe(true);
    expect(
      entriesEqual(apply('Multiply', b, a), [
        [3, 4],
        [1, 2],
      ]),
    ).toBe(true);
  });
  test('powers, inverses, transposes', () => {
    expect(
      entriesEqual(apply('Power', a, integer(2)), [
        [7, 10],
        [15, 22],
      ]),
    ).toBe(true);
    expect(
      entriesEqual(apply('Multiply', a, apply('Power', a, integer(-1))), [
        [1, 0],
        [0, 1],
      ]),
    ).toBe(true);
    expect(
      entriesEqual(apply('Transpose', a), [
        [1, 3],
        [2, 4],
      ]),
    ).toBe(true);
    expect(
      entriesEqual(apply('Power', a, symbol('T')), [
        [1, 3],
        [2, 4],
      ]),
    ).toBe(true);
  });
  test('shapes that do not fit, and powers too long, are refused', () => {
    expect(evaluateMatrix(apply('Add', a, matrix([1, 2])), budget())).toBeNull();
    expect(evaluateMatrix(apply('Multiply', a, matrix([1, 2, 3])), budget())).toBeNull();
    expect(evaluateMatrix(apply('Power', a, integer(10n ** 9n)), budget())).toBeNull();
    expect(evaluateMatrix(symbol('A'), budget())).toBeNull();
  });
});

describe('scalars of matrices', () => {
  test.each<[string, Expr, Expr]>([
    ['determinant', apply('Determinant', a), integer(-2)],
    ['determinant of three rows', apply('Determinant', matrix([2, 0, 1], [1, 3, 2], [1, 1, 1])), integer(0)],
    ['trace', apply('Trace', a), integer(5)],
    ['norm of a column', apply('Norm', matrix([3], [4])), integer(5)],
    ['bars around a vector', apply('Abs', apply('Vector', integer(1), integer(2), integer(2))), integer(3)],
    ['dot product', apply('Dot', matrix([1], [2]), matrix([3], [4])), integer(11)],
  ])('%s', (_, expr, wanted) => expect(same(expr, wanted)).toBe('equal'));
  test('a matrix is not its determinant', () => expect(same(a, integer(-2))).not.toBe('equal'));
});
