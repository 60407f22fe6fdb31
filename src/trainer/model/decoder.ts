import * as g from '../graph/build.js';
import { rmsNorm, rotate, segment, silu } from '../graph/kernels.js';
import type { Node } from '../graph/node.js';
import type { DecoderConfig } from './config.js';
import type { Named } from './parameters.js';
import { ropeFrequencies } from './rope.js';

/** Keys and values of one layer, each `[B, keyValueHeads, T, headSize]`. */
export interface LayerCache {
  readonly keys: Node;
  readonly values: Node;
}

/** What attention sees: where each new token stands, and which keys it may read. */
export interface Attended {
  /** Positions of the new tokens, int `[B, S]`, each below `places`. */
  readonly positions: Node;
  readonly places: number;
  /** Activations within a layer are computed again for the gradient instead of kept. */
  readonly recompute?: boolean;
  /** What was read before one new token a row; absent: the new tokens are all there is, and each reads itself and those before it. */
  readonly past?: Past;
}

/** The caches of tokens read before. */
export interface Past {
  readonly layers: readonly LayerCache[];
  /** 0 for the slots that a row may read, a large negative number elsewhere: `[B, 1, 1, T]`. */
  readonly bias: Node;
}

/** A score so low that its softmax is 0 in float32. */
export const FORBIDDEN = -1e9;

/** The final hidden states of new tokens `[B, S]` → `[B, S, hidden]`, and every layer's keys and values of them. */
export function hiddenStates(
  config: DecoderConfig,
  parameters: Named<Node>,
  tokens: Node,
  attended: Attended,
): { readonly hidden: Node; readonly caches: readonly LayerCache[] } {
  const caches: LayerCache[] = [];
  const [batch, length] = tokens.shape as readonly [number, number];
  // All but attention is the same for every token: `[B·S, …]`.
  let x = g.gather(parameter(parameters, 'model.embed_tokens.weight'), g.reshape(tokens, [-1]));
  for (let i = 0; i < config.layers; i += 1) {
    const { output, cache } = layerOf(config, parameters, i, x, attended);
    caches.push(cache);
    x = attended.recompute === true ? segment(output, [x]) : output;
  }
  const hidden = rmsNorm(x, parameter(parameters, 'model.norm.weight'), config.normEpsilon);
  return { hidden: g.reshape(hidden, [batch, length, config.hiddenSize]), caches };
}

/** One layer on `[B·S, hidden]`: attention and the gated product of two projections, each normed before and added after. */
function layerOf(
  config: DecoderConfig,
  parameters: Named<Node>,
  layer: number,
  x: Node,
  attended: Attended,
): { readonly output: Node; readonly cache: LayerCache } {
  const at = (name: string): Node => parameter(parameters, `model.layers.${layer}.${name}`);
  const normed = rmsNorm(x, at('input_layernorm.weight'), config.normEpsilon);
  const { output, cache } = attention(config, parameters, layer, normed, attended);
  const middle = g.add(x, output);
  const inner = rmsNorm(middle, at('post_attention_layernorm.weight'), config.normEpsilon);
  const gated = g.mul(
    silu(linear(inner, at('mlp.gate_proj.weight'))),
    linear(inner, at('mlp.up_proj.weight')),
  );
  return { output: g.add(middle, linear(gated, at('mlp.down_proj.weight'))), cache };
}

/** Scores over the vocabulary: hidden states `[…, hidden]` → `[…, V]`. */
export const logitsOf = (config: DecoderConfig, parameters: Named<Node>, hidden: Node): Node =>
  linear(
    hidden,
    parameter(parameters, config.tiedEmbeddings ? 'model.embed_tokens.weight' : 'lm_head.weight'),
  );

/** Every token reads itself and those before it: for whole sequences `[B, T]` that begin at position 0. */
export const causal = (batch: number, length: number, recompute = false): Attended => ({
  positions: g.iota([batch, length], 1),
  places: length,
  recompute,
});

/** x·Wᵀ + b; weights are `[out, in]`. */
const linear = (x: Node, weight: Node, bias?: Node): Node => {
  const product = g.matmul(x, weight, { transposeB: true });
  return bias === undefined ? product : g.add(product, bias);
};

function attention(
  config: DecoderConfig,
  parameters: Named<Node>,
  layer: number,
  x: Node,
  { positions, places, past }: Attended,
): { readonly output: Node; readonly cache: LayerCache } {
  const { heads, keyValueHeads, headSize } = config;
  const [batch, length] = positions.shape as readonly [number, number];
  const at = `model.layers.${layer}.self_attn`;
  const projected = (name: string, from: Node): Node =>
    linear(from, parameter(parameters, `${at}.${name}.weight`), parameters[`${at}.${name}.bias`]);
  const split = (whole: Node, count: number): Node =>
    g.transpose(g.reshape(whole, [batch, length, count, headSize]), [0, 2, 1, 3]);
  const frequencies = ropeFrequencies(config);
  const turned = (name: string, count: number): Node => {
    const norm = parameters[`${at}.${name}_norm.weight`];
    const whole = normedHeads(projected(`${name}_proj`, x), norm, config);
    return rotate(split(whole, count), positions, places, frequencies);
  };
  const queries = turned('q', heads);
  const cache = {
    keys: turned('k', keyValueHeads),
    values: split(projected('v_proj', x), keyValueHeads),
  };
  const scaled = g.mul(queries, 1 / Math.sqrt(headSize));
  const read =
    past === undefined
      ? attendInBlocks(config, scaled, cache)
      : attendToPast(config, scaled, past.layers[layer] as LayerCache, cache, past.bias);
  const joined = g.reshape(g.transpose(read, [0, 2, 1, 3]), [batch * length, heads * headSize]);
  return { output: projected('o_proj', joined), cache };
}

/** Each head of `[rows, heads · headSize]` normed on its own; as it is where the model has no such norm. */
const normedHeads = (x: Node, weight: Node | undefined, { headSize, normEpsilon }: DecoderConfig): Node =>
  weight === undefined ? x : g.reshape(rmsNorm(g.reshape(x, [-1, headSize]), weight, normEpsilon), x.shape);

/** Blocks that the queries of a long sequence are computed in, and the shortest that counts as long. */
const BLOCKS = 4;
const LONG = 128;

/**
 * Causal attention of whole sequences. The queries of long ones go in blocks, each of which multiplies only the keys up to its own:
 * five eighths of the work.
 */
function attendInBlocks(config: DecoderConfig, queries: Node, { keys, values }: LayerCache): Node {
  const length = queries.shape[2] as number;
  const size = length < LONG ? length : Math.ceil(length / BLOCKS);
  const parts: Node[] = [];
  for (let from = 0; from < length; from += size) {
    const to = Math.min(from + size, length);
    const read = { keys: g.slice(keys, 2, 0, to), values: g.slice(values, 2, 0, to) };
    parts.push(attend(config, g.slice(queries, 2, from, to), read, from));
  }
  return g.concat(parts, 2);
}

/**
 * Softmax attention of queries that stand at `from` and after, each reading the keys up to its own; the queries that share a key head
 * are rows of one product, so that keys are never repeated.
 */
function attend(
  { heads, keyValueHeads, headSize }: DecoderConfig,
  queries: Node,
  cache: LayerCache,
  from: number,
): Node {
  const [batch, , length] = queries.shape as readonly [number, number, number, number];
  const keys = cache.keys.shape[2] as number;
  const shared = heads / keyValueHeads;
  const query = g.add(g.iota([1, 1, length, keys], 2), from);
  const bias = g.mul(g.less(query, g.iota([1, 1, length, keys], 3)), FORBIDDEN);
  const grouped = g.reshape(queries, [batch, keyValueHeads, shared * length, headSize]);
  const scores = g.reshape(g.matmul(grouped, cache.keys, { transposeB: true }), [batch, heads, length, keys]);
  const weights = g.reshape(g.softmax(g.add(scores, bias)), [batch, keyValueHeads, shared * length, keys]);
  return g.reshape(g.matmul(weights, cache.values), [batch, heads, length, headSize]);
}

/** The same for one new token: keys before it and its own apart, so that neither is copied beside the other. */
function attendToPast(
  { heads, keyValueHeads, headSize }: DecoderConfig,
  queries: Node,
  past: LayerCache,
  fresh: LayerCache,
  bias: Node,
): Node {
  const [batch] = queries.shape as readonly [number];
  const slots = past.keys.shape[2] as number;
  const grouped = g.reshape(queries, [batch, keyValueHeads, heads / keyValueHeads, headSize]);
  const before = g.add(g.matmul(grouped, past.keys, { transposeB: true }), bias);
  const own = g.sum(g.mul(grouped, fresh.keys), [-1], true);
  const weights = g.softmax(g.concat([before, own], -1));
  const read = g.add(
    g.matmul(g.slice(weights, -1, 0, slots), past.values),
    g.mul(g.slice(weights, -1, slots, slots + 1), fresh.values),
  );
  return g.reshape(read, [batch, heads, 1, headSize]);
}

function parameter(parameters: Named<Node>, name: string): Node {
  const found = parameters[name];
  if (found === undefined) throw new TypeError(`the decoder has no parameter ${name}`);
  return found;
}
