import type { Graph, MatmulNode, Node } from './node.js';
import { sizeOf } from './shapes.js';
import { inOrder, operandsOf } from './walk.js';

/** A stack of `batch` matrix products `[m, k] × [k, n]`, and how its operands are stored. */
export interface Product {
  readonly batch: number;
  readonly m: number;
  readonly k: number;
  readonly n: number;
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

/** Multiplications and additions of a product. */
export const flopsOf = ({ batch, m, k, n }: Product): number => 2 * batch * m * k * n;

/** The matrix products of a graph, each node once; `operands` as in {@link inOrder}. */
export const productsOf = (
  graph: Graph,
  operands: (node: Node) => readonly Node[] = operandsOf,
): readonly Product[] =>
  inOrder(Object.values(graph.outputs), operands).flatMap((node) =>
    node.op === 'matmul' ? [productOf(node)] : [],
  );

function productOf({ a, shape, transposeA, transposeB }: MatmulNode): Product {
  const [m, n] = shape.slice(-2) as [number, number];
  const k = a.shape.at(transposeA ? -2 : -1) as number;
  return { batch: sizeOf(shape.slice(0, -2)), m, k, n, transposeA, transposeB };
}

/** What an element that is read and written takes, in multiplications and additions of a product: memory is that much slower. */
const ELEMENT = 30;

/** Nodes that are another view of a value, or known before a run. */
const FREE: ReadonlySet<Node['op']> = new Set([
  'input',
  'fill',
  'iota',
  'constant',
  'reshape',
  'broadcast',
  'stopGradient',
]);

/** A rough measure of what a run of a graph takes, in multiplications and additions of products. */
export const workOf = (graph: Graph, operands: (node: Node) => readonly Node[] = operandsOf): number =>
  inOrder(Object.values(graph.outputs), operands).reduce((sum, node) => {
    if (node.op === 'matmul') return sum + flopsOf(productOf(node));
    return FREE.has(node.op) ? sum : sum + ELEMENT * sizeOf(node.shape);
  }, 0);
