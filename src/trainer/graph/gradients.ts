import { ConfigError } from '../../support/index.js';
import { fill } from './build.js';
import type { Node } from './node.js';
import { accumulate, pullback, zeros } from './pullback.js';
import { shown } from './shapes.js';
import { inOrder, operandsOf } from './walk.js';

/**
 * dL/dx for each x of `wrt`, of the shape of x: reverse-mode differentiation as a graph from a graph, so that the same
 * engines run forward and backward together. `loss` is a scalar float. Where no path leads from x to the loss the gradient
 * is zero. Throws {@link ConfigError} for a loss that is no scalar.
 */
export function gradients(loss: Node, wrt: readonly Node[]): readonly Node[] {
  if (loss.shape.length > 0 || loss.dtype !== 'float')
    throw new ConfigError(
      `gradients: the loss must be a float scalar; it is ${loss.dtype} ${shown(loss.shape)}`,
      'loss',
    );
  const order = inOrder([loss]);
  const matters = leadingTo(new Set(wrt), order);
  const found = new Map<Node, Node>([[loss, fill(1)]]);
  for (const node of [...order].reverse()) {
    const g = found.get(node);
    if (g === undefined || !matters.has(node)) continue;
    for (const [operand, share] of pullback(node, g))
      if (matters.has(operand)) found.set(operand, accumulate(found.get(operand), share));
  }
  return wrt.map((x) => found.get(x) ?? zeros(x));
}

/** The nodes that some x of `wrt` reaches: only their gradients are worth making. */
function leadingTo(wrt: ReadonlySet<Node>, order: readonly Node[]): ReadonlySet<Node> {
  const matters = new Set<Node>();
  for (const node of order)
    if (wrt.has(node) || operandsOf(node).some((operand) => matters.has(operand))) matters.add(node);
  return matters;
}
