import * as g from '../graph/build.js';
import { put } from '../graph/kernels.js';
import type { Graph, Node } from '../graph/node.js';
import type { DecoderConfig } from '../model/config.js';
import { causal, FORBIDDEN, hiddenStates, type LayerCache, logitsOf } from '../model/decoder.js';
import { type Named, type ParameterSpec, parameterInputs, prefixed } from '../model/parameters.js';

/** The sizes of a cache: rows decoded together, and slots of each, prompt and response together. */
export interface CacheSizes {
  readonly batch: number;
  readonly slots: number;
}

/** Names of a layer's cache among inputs and outputs. */
export const cacheNames = (layer: number): readonly [keys: string, values: string] => [
  `cache.${layer}.keys`,
  `cache.${layer}.values`,
];

/** What a graph is made for besides its sizes. */
export interface DecodingModel {
  readonly config: DecoderConfig;
  readonly specs: readonly ParameterSpec[];
  /** Tokens are drawn at another temperature than 1; its inverse is the input `inverseTemperature`. */
  readonly tempered: boolean;
}

/**
 * Reads `prompts` different prompts: int `tokens` `[prompts, length]`, filled up at the end, int `last` `[prompts]`, the place of
 * each one's last token, and int `rows` `[batch]`, the prompt of each row. Gives the distributions after them and the caches
 * of all rows.
 */
export function prefillGraph(
  { config, specs, tempered }: DecodingModel,
  prompts: number,
  length: number,
  { batch, slots }: CacheSizes,
): Graph {
  const parameters = parameterInputs(specs);
  const tokens = g.input('tokens', [prompts, length], 'int');
  const last = g.input('last', [prompts], 'int');
  const rows = g.input('rows', [batch], 'int');
  const { hidden, caches } = hiddenStates(config, parameters, tokens, causal(prompts, length));
  const here = g.equal(g.iota([prompts, length, 1], 1), g.reshape(last, [prompts, 1, 1]));
  const final = g.gather(g.sum(g.mul(hidden, here), [1]), rows);
  const of = (cache: Node): Node => g.pad(rowsOf(cache, rows), 2, 0, slots - length);
  return g.graph({
    ...distributions(config, parameters, final, tempered),
    ...named(caches.map(({ keys, values }) => ({ keys: of(keys), values: of(values) }))),
  });
}

/**
 * One token more for every row: int `tokens` `[B]` standing at int `positions` `[B]`. Rows are at places of their own, so
 * that prompts of different lengths run together. Gives the distributions and, as `fresh.*`, what the cache does not hold yet.
 */
export function stepGraph({ config, specs, tempered }: DecodingModel, sizes: CacheSizes): Graph {
  const { batch, slots } = sizes;
  const parameters = parameterInputs(specs);
  const tokens = g.reshape(g.input('tokens', [batch], 'int'), [batch, 1]);
  const positions = g.input('positions', [batch], 'int');
  const held = g.less(g.iota([1, 1, 1, slots], 3), g.reshape(positions, [batch, 1, 1, 1]));
  const { hidden, caches } = hiddenStates(config, parameters, tokens, {
    positions: g.reshape(positions, [batch, 1]),
    places: slots,
    past: { layers: cacheInputs(config, sizes), bias: g.mul(g.sub(1, held), FORBIDDEN) },
  });
  const final = g.reshape(hidden, [batch, config.hiddenSize]);
  return g.graph({
    ...distributions(config, parameters, final, tempered),
    ...prefixed('fresh.', named(caches)),
  });
}

/** Puts `fresh.*` into the caches at int `positions` `[B]`. */
export function putGraph(config: DecoderConfig, sizes: CacheSizes): Graph {
  const positions = g.input('positions', [sizes.batch], 'int');
  const fresh = Object.entries(prefixed('fresh.', named(cacheInputs(config, { ...sizes, slots: 1 }))));
  const caches = Object.entries(named(cacheInputs(config, sizes))).map(([name, cache], i) => {
    const [from, { shape }] = fresh[i] as readonly [string, Node];
    return [name, put(cache, g.input(from, shape), positions, 2)] as const;
  });
  return g.graph(Object.fromEntries(caches), Object.fromEntries(caches.map(([name]) => [name, name])));
}

/** Other sizes for the caches: int `rows` `[to.batch]` says which rows go on, in which order; slots are added at the end. */
export function moveGraph(config: DecoderConfig, from: CacheSizes, to: CacheSizes): Graph {
  const rows = g.input('rows', [to.batch], 'int');
  const of = (cache: Node): Node => g.pad(rowsOf(cache, rows), 2, 0, to.slots - from.slots);
  return g.graph(
    named(cacheInputs(config, from).map(({ keys, values }) => ({ keys: of(keys), values: of(values) }))),
  );
}

/** `probabilities` `[B, V]` that tokens are drawn from, and `entropies` `[B]` at temperature 1, after final states `[B, hidden]`. */
function distributions(
  config: DecoderConfig,
  parameters: Named<Node>,
  final: Node,
  tempered: boolean,
): Record<string, Node> {
  const logits = logitsOf(config, parameters, final);
  const logs = g.logSoftmax(logits);
  const plain = g.exp(logs);
  return {
    probabilities: tempered ? g.softmax(g.mul(logits, g.input('inverseTemperature', []))) : plain,
    entropies: g.neg(g.sum(g.mul(plain, logs), [-1])),
  };
}

/** Rows of a cache by their indices. */
function rowsOf(cache: Node, rows: Node): Node {
  const [batch, ...rest] = cache.shape as readonly [number, ...number[]];
  return g.reshape(g.gather(g.reshape(cache, [batch, -1]), rows), [rows.shape[0] as number, ...rest]);
}

function cacheInputs(config: DecoderConfig, { batch, slots }: CacheSizes): readonly LayerCache[] {
  const shape = [batch, config.keyValueHeads, slots, config.headSize];
  return Array.from({ length: config.layers }, (_, layer) => {
    const [keys, values] = cacheNames(layer);
    return { keys: g.input(keys, shape), values: g.input(values, shape) };
  });
}

const named = (caches: readonly LayerCache[]): Record<string, Node> =>
  Object.fromEntries(
    caches.flatMap(({ keys, values }, layer) => {
      const [keyName, valueName] = cacheNames(layer);
      return [
        [keyName, keys],
        [valueName, values],
      ] as const;
    }),
  );
