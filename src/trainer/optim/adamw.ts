import * as g from '../graph/build.js';
import type { Node } from '../graph/node.js';
import type { Named } from '../model/parameters.js';
import { type ClipOptions, clipped } from './clip.js';

/** Settings of AdamW (Loshchilov and Hutter 2019), as PyTorch's. The learning rate is given at every step. */
export interface AdamWOptions extends ClipOptions {
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  /**
   * Decoupled weight decay, of matrices alone (embeddings and heads among them): norms and biases have no direction that
   * decay would regularise, and are left alone.
   */
  readonly weightDecay: number;
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

/** Scalars of one step: the learning rate, and 1 − βᵏ of each moment at step k ≥ 1. */
export interface AdamWScalars {
  readonly rate: Node;
  readonly correction1: Node;
  readonly correction2: Node;
}

/** One step: the next state and the gradients' norm before clipping (a scalar). */
export function adamW(
  { parameters, first, second }: AdamWState,
  gradients: Named<Node>,
  options: AdamWOptions,
  { rate, correction1, correction2 }: AdamWScalars,
): AdamWState & { readonly norm: Node } {
  const held = clipped(gradients, options);
  const next = Object.entries(parameters).map(([name, parameter]) => {
    const gradient = held.gradients[name] as Node;
    const m = average(first[name] as Node, gradient, options.beta1);
    const v = average(second[name] as Node, g.mul(gradient, gradient), options.beta2);
    const step = g.div(g.div(m, correction1), g.add(g.sqrt(g.div(v, correction2)), options.epsilon));
    const decay = decays(parameter) ? options.weightDecay : 0;
    const shrunk = decay === 0 ? parameter : g.mul(parameter, g.sub(1, g.mul(rate, decay)));
    return [name, { moved: g.sub(shrunk, g.mul(rate, step)), m, v }] as const;
  });
  const of = (pick: (entry: (typeof next)[number][1]) => Node): Named<Node> =>
    Object.fromEntries(next.map(([name, entry]) => [name, pick(entry)]));
  return { parameters: of((e) => e.moved), first: of((e) => e.m), second: of((e) => e.v), norm: held.norm };
}

const average = (old: Node, fresh: Node, beta: number): Node =>
  g.add(g.mul(old, beta), g.mul(fresh, 1 - beta));

const decays = ({ shape }: Node): boolean => shape.length > 1;
