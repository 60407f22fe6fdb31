import * as g from '../graph/build.js';
import type { Node } from '../graph/node.js';
import type { Named } from '../model/parameters.js';

/** Settings of AdamW (Loshchilov and Hutter 2019), as PyTorch's. The learning rate is given at every step. */
export interface AdamWOptions {
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  /** Applied to matrices only; norms and biases are left alone. */
  readonly weightDecay: number;
  /** Gradients are scaled so that their norm over all parameters is at most this. */
  readonly clipNorm: number;
}

/** The values papers use where they say nothing. */
export const adamWDefaults: AdamWOptions = {
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-8,
  weightDecay: 0.01,
  clipNorm: 1,
};

/** Parameters and both moments, by parameter name. */
export interface AdamWState {
  readonly parameters: Named<Node>;
  readonly first: Named<Node>;
  readonly second: Named<Node>;
}

/** One step: the next state and the gradients' norm before clipping (a scalar). */
export function adamW(
  { parameters, first, second }: AdamWState,
  gradients: Named<Node>,
  options: AdamWOptions,
  /** Scalars: the learning rate, and 1 − βᵏ of each moment at step k ≥ 1. */
  {
    rate,
    correction1,
    correction2,
  }: { readonly rate: Node; readonly correction1: Node; readonly correction2: Node },
): AdamWState & { readonly norm: Node } {
  const norm = globalNorm(Object.values(gradients));
  const scale = g.minimum(g.div(options.clipNorm, g.add(norm, 1e-6)), 1);
  const next = Object.entries(parameters).map(([name, parameter]) => {
    const gradient = g.mul(gradients[name] as Node, scale);
    const m = average(first[name] as Node, gradient, options.beta1);
    const v = average(second[name] as Node, g.mul(gradient, gradient), options.beta2);
    const step = g.div(g.div(m, correction1), g.add(g.sqrt(g.div(v, correction2)), options.epsilon));
    const decay = parameter.shape.length > 1 ? options.weightDecay : 0;
    const moved = g.sub(
      decay === 0 ? parameter : g.mul(parameter, g.sub(1, g.mul(rate, decay))),
      g.mul(rate, step),
    );
    return [name, { moved, m, v }] as const;
  });
  const of = (pick: (entry: (typeof next)[number][1]) => Node): Named<Node> =>
    Object.fromEntries(next.map(([name, entry]) => [name, pick(entry)]));
  return { parameters: of((e) => e.moved), first: of((e) => e.m), second: of((e) => e.v), norm };
}

const average = (old: Node, fresh: Node, beta: number): Node =>
  g.add(g.mul(old, beta), g.mul(fresh, 1 - beta));

/** √ of the sum of all squares. */
function globalNorm(gradients: readonly Node[]): Node {
  const squares = gradients.map((gradient) => g.sum(g.mul(gradient, gradient)));
  return g.sqrt(
    g.add(
      squares.reduce((a, b) => g.add(a, b), g.fill(0)),
      1e-30,
    ),
  );
}
