import * as g from '../graph/build.js';
import type { Node } from '../graph/node.js';
import type { Named } from '../model/parameters.js';

/** How gradients are held. */
export interface ClipOptions {
  /** Gradients are scaled so that their norm over all parameters is at most this; `null`: not scaled. */
  readonly clipNorm: number | null;
  /** Every entry is first held to [−this, this]; absent: not held. */
  readonly clipValue?: number;
}

/** Gradients as they are used, and the norm over all of them as they came (a scalar). */
export function clipped(
  gradients: Named<Node>,
  { clipNorm, clipValue }: ClipOptions,
): { readonly gradients: Named<Node>; readonly norm: Node } {
  const norm = globalNorm(Object.values(gradients));
  const each = (change: (gradient: Node) => Node, of: Named<Node>): Named<Node> =>
    Object.fromEntries(Object.entries(of).map(([name, gradient]) => [name, change(gradient)]));
  const held =
    clipValue === undefined
      ? gradients
      : each((gradient) => g.minimum(g.maximum(gradient, -clipValue), clipValue), gradients);
  if (clipNorm === null) return { gradients: held, norm };
  const known = clipValue === undefined ? norm : globalNorm(Object.values(held));
  const scale = g.minimum(g.div(clipNorm, g.add(known, 1e-6)), 1);
  return { gradients: each((gradient) => g.mul(gradient, scale), held), norm };
}

/** √ of the sum of all squares; the tiny number keeps the root away from 0. */
function globalNorm(gradients: readonly Node[]): Node {
  const squares = gradients.map((gradient) => g.sum(g.mul(gradient, gradient)));
  return g.sqrt(
    g.add(
      squares.reduce((a, b) => g.add(a, b), g.fill(0)),
      1e-30,
    ),
  );
}
