import { ConfigError } from '../../support/index.js';
import { fill } from './build.js';
import type { Node, Share } from './node.js';
import { accumulate, pullback, zeros } from './pullback.js';
import { recomputed } from './recompute.js';
import { shown } from './shapes.js';
import { inOrder, operandsOf } from './walk.js';

/**
 * dL/dx for each x of `wrt`, of the shape of x: reverse-mode differentiation as a graph from a graph, so that the same
 * engines run forward and backward together. `loss` is a scalar float. Where no path leads from x to the loss the gradient
 * is zero. What of `wrt` lies within a `segment` must not be made from what the segment begins from. Throws {@link ConfigError} for a
 * loss that is no scalar.
 */
export function gradients(loss: Node, wrt: readonly Node[]): readonly Node[] {
  if (loss.shape.length > 0 || loss.dtype !== 'float')
    throw new ConfigError(
      `gradients: the loss must be a float scalar; it is ${loss.dtype} ${shown(loss.shape)}`,
      'loss',
    );
  const found = pulledBack(loss, fill(1), wrt);
  return wrt.map((x) => found.get(x) ?? zeros(x));
}

/** The gradients of Σ result·g, of every x of `wrt` that a path leads to without going through one of `ends`. */
function pulledBack(
  result: Node,
  g: Node,
  wrt: readonly Node[],
  ends: ReadonlySet<Node> = new Set(),
): ReadonlyMap<Node, Node> {
  const operands = (node: Node): readonly Node[] => (ends.has(node) ? [] : operandsOf(node));
  const order = inOrder([result], operands);
  const matters = leadingTo(new Set(wrt), order, operands);
  const found = new Map<Node, Node>([[result, g]]);
  for (const node of [...order].reverse()) {
    const gradient = found.get(node);
    if (gradient === undefined || !matters.has(node) || ends.has(node)) continue;
    for (const [operand, share] of sharesOf(node, gradient, wrt))
      if (matters.has(operand)) found.set(operand, accumulate(found.get(operand), share));
  }
  return found;
}

/** What the operands of a node gain; of a segment, what it begins from and what of `wrt` lies in it. */
function sharesOf(node: Node, g: Node, wrt: readonly Node[]): readonly Share[] {
  if (node.op !== 'fused' || node.kernel.name !== 'segment') return pullback(node, g);
  const { kernel } = node;
  const again = recomputed(kernel, g);
  const inside = wrt.filter((x) => !kernel.from.includes(x));
  const found = pulledBack(again.result, g, [...again.from, ...inside], new Set(again.from));
  const share = (x: Node, at: Node): readonly Share[] => {
    const gradient = found.get(at);
    return gradient === undefined ? [] : [[x, gradient]];
  };
  return [
    ...kernel.from.flatMap((x, i) => share(x, again.from[i] as Node)),
    ...inside.flatMap((x) => share(x, x)),
  ];
}

/** The nodes that some x of `wrt` reaches: only their gradients are worth making. */
function leadingTo(
  wrt: ReadonlySet<Node>,
  order: readonly Node[],
  operands: (node: Node) => readonly Node[],
): ReadonlySet<Node> {
  const matters = new Set<Node>();
  for (const node of order)
    if (wrt.has(node) || operands(node).some((operand) => matters.has(operand))) matters.add(node);
  return matters;
}
