import { expect, test } from 'vitest';
import { Budget } from '../../../../src/support/index.js';
import { evaluateMatrix } from '../../../../src/verifiers/exact/matrix.js';
import { treeSize } from '../../../../src/verifiers/exact/tree-size.js';
import { apply, type Expr, symbol } from '../../../../src/verifiers/expr.js';
import { formula } from '../../../helpers/formula.js';

test.each([
  ['x', 1],
  ['x + 1', 3],
  ['sin(x)*(x + 1)', 6],
])('%s has %d nodes', (source, size) => expect(treeSize(formula(source), 100)).toBe(size));

test('a tree made of its own parts is counted in full, up to the limit', () => {
  let tree: Expr = symbol('x');
  for (let k = 0; k < 60; k++) tree = apply('Add', tree, tree);
  expect(treeSize(tree, 500)).toBeGreaterThan(500);
  expect(treeSize(tree, 500)).toBeLessThan(510);
});

test('long symbolic matrix products are refused', () => {
  const row = (a: string, b: string): Expr => apply('Row', symbol(a), symbol(b));
  const one = apply('Matrix', row('a', 'b'), row('c', 'd'));
  const power = (n: number): Expr => apply('Multiply', ...Array.from({ length: n }, () => one));
  expect(evaluateMatrix(power(5), new Budget(50_000))).not.toBeNull();
  expect(evaluateMatrix(power(60), new Budget(50_000))).toBeNull();
});
