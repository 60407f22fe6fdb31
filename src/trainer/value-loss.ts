import * as g from './graph/build.js';
import type { Node } from './graph/node.js';

/** Per-token values of a batch of responses, all `[N, T]`; `mask` is 1 on response tokens. */
export interface ValueLossInputs {
  readonly values: Node;
  /** Values when the responses were sampled. */
  readonly oldValues: Node;
  /** What the values are to come to. */
  readonly returns: Node;
  readonly mask: Node;
  /** Weight of every token in the mean, as in the policy's loss. */
  readonly weights: Node;
}

/**
 * ½·max((V − R)², (V_held − R)²) with V_held = V held to V_old ± clip, a weighted mean over tokens, as in verl: a value
 * gains nothing by moving further than `clip` in one step. `clipped` is the share of tokens where the second was taken.
 */
export function valueLoss(
  { values, oldValues, returns, mask, weights }: ValueLossInputs,
  clip: number,
): { readonly loss: Node; readonly clipped: Node } {
  const mean = (x: Node): Node => g.sum(g.mul(x, g.mul(weights, mask)));
  const squared = (value: Node): Node => g.mul(g.sub(value, returns), g.sub(value, returns));
  const free = squared(values);
  const held = squared(g.minimum(g.maximum(values, g.sub(oldValues, clip)), g.add(oldValues, clip)));
  return { loss: g.mul(mean(g.maximum(free, held)), 0.5), clipped: mean(g.less(free, held)) };
}
