import { expect, test } from 'vitest';
import * as g from '../../../../src/trainer/graph/build.js';
import { gradients } from '../../../../src/trainer/graph/gradients.js';
import { rmsNorm } from '../../../../src/trainer/graph/kernels.js';
import { flopsOf, productsOf, workOf } from '../../../../src/trainer/graph/work.js';

const x = g.input('x', [2, 3, 5]);
const w = g.input('w', [7, 5]);

test('a product and its gradients take three times the product', () => {
  const product = g.matmul(x, w, { transposeB: true });
  const forward = productsOf(g.graph({ product }));
  expect(forward).toEqual([{ batch: 1, m: 6, k: 5, n: 7, transposeA: false, transposeB: true }]);
  expect(forward.map(flopsOf)).toEqual([2 * 6 * 5 * 7]);
  const [dx, dw] = gradients(g.sum(g.mul(product, product)), [x, w]);
  const all = productsOf(g.graph({ product, dx: dx as typeof x, dw: dw as typeof w }));
  expect(all.map(flopsOf)).toEqual([420, 420, 420]);
});

test('stacks count every product, and a node counts once', () => {
  const scores = g.matmul(x, x, { transposeB: true });
  expect(productsOf(g.graph({ a: scores, b: g.exp(scores) }))).toEqual([
    { batch: 2, m: 3, k: 5, n: 3, transposeA: false, transposeB: true },
  ]);
  const stored = g.matmul(x, g.input('y', [2, 3, 4]), { transposeA: true });
  expect(productsOf(g.graph({ stored }))).toEqual([
    { batch: 2, m: 5, k: 3, n: 4, transposeA: true, transposeB: false },
  ]);
});

test('work grows with elements that are computed, not with views of them', () => {
  const work = (node: typeof x): number => workOf(g.graph({ node }));
  expect(work(x)).toBe(0);
  expect(work(g.reshape(g.broadcast(x, [4, 2, 3, 5]), [-1]))).toBe(0);
  expect(work(g.exp(x))).toBeGreaterThan(0);
  expect(work(g.exp(g.exp(x)))).toBe(2 * work(g.exp(x)));
  expect(work(g.matmul(x, w, { transposeB: true }))).toBe(420);
});

test('what an engine computes in one go counts as one', () => {
  const norm = rmsNorm(g.input('rows', [6, 5]), g.input('weight', [5]), 1e-6);
  const graph = g.graph({ norm });
  const known = (node: typeof x): readonly (typeof x)[] =>
    node.op === 'fused' && node.kernel.name === 'rmsNorm' ? [node.kernel.x, node.kernel.weight] : [];
  expect(workOf(graph, known)).toBeLessThan(workOf(graph));
});
