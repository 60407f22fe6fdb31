import * as g from '../graph/build.js';
import type { Graph, Node } from '../graph/node.js';
import type { DecoderConfig } from '../model/config.js';
import { causal, FORBIDDEN, hiddenStates, type LayerCache, logitsOf } from '../model/decoder.js';
import { type ParameterSpec, parameterInputs } from '../model/parameters.js';

/** The sizes a decoding graph is made for. */
export interface DecodingSizes {
  readonly batch: number;
  /** Tokens of the longest prompt, filled up. */
  readonly prompt: number;
  /** Slots of the cache: prompt and response together. */
  readonly slots: number;
}

/** Names of a layer's cache among inputs and outputs. */
export const cacheNames = (layer: number): readonly [keys: string, values: string] => [
  `cache.${layer}.keys`,
  `cache.${layer}.values`,
];

/**
 * Reads the prompts: int `tokens` `[B, prompt]`, filled up at the end, and int `last` `[B]`, the place of each prompt's last
 * token. Gives `logits` `[B, V]` after it, and the caches.
 */
export function prefillGraph(
  config: DecoderConfig,
  specs: readonly ParameterSpec[],
  { batch, prompt, slots }: DecodingSizes,
): Graph {
  const parameters = parameterInputs(specs);
  const tokens = g.input('tokens', [batch, prompt], 'int');
  const last = g.input('last', [batch], 'int');
  const { hidden, caches } = hiddenStates(config, parameters, tokens, causal(batch, prompt));
  const here = g.equal(g.iota([batch, prompt, 1], 1), g.reshape(last, [batch, 1, 1]));
  const final = g.sum(g.mul(hidden, here), [1]);
  const grown = caches.map(({ keys, values }) => ({
    keys: g.pad(keys, 2, 0, slots - prompt),
    values: g.pad(values, 2, 0, slots - prompt),
  }));
  return g.graph({ logits: logitsOf(config, parameters, final), ...outputs(grown) });
}

/**
 * One token more for every row: int `tokens` `[B]` standing at int `positions` `[B]`. Rows are at places of their own, so
 * that prompts of different lengths run together.
 */
export function stepGraph(
  config: DecoderConfig,
  specs: readonly ParameterSpec[],
  { batch, slots }: DecodingSizes,
): Graph {
  const parameters = parameterInputs(specs);
  const tokens = g.reshape(g.input('tokens', [batch], 'int'), [batch, 1]);
  const positions = g.reshape(g.input('positions', [batch], 'int'), [batch, 1]);
  const slot = g.iota([1, 1, slots, 1], 2);
  const here = g.equal(slot, g.reshape(positions, [batch, 1, 1, 1]));
  const later = g.less(g.reshape(positions, [batch, 1, 1, 1]), g.reshape(slot, [1, 1, 1, slots]));
  const before = cacheInputs(config, batch, slots);
  const put = (old: Node, fresh: Node): Node => g.select(here, fresh, old);
  const { hidden, caches } = hiddenStates(config, parameters, tokens, {
    positions,
    bias: g.mul(later, FORBIDDEN),
    remember: (fresh, layer) => {
      const old = before[layer] as LayerCache;
      return { keys: put(old.keys, fresh.keys), values: put(old.values, fresh.values) };
    },
  });
  const final = g.reshape(hidden, [batch, config.hiddenSize]);
  return g.graph({ logits: logitsOf(config, parameters, final), ...outputs(caches) });
}

function cacheInputs(config: DecoderConfig, batch: number, slots: number): readonly LayerCache[] {
  const shape = [batch, config.keyValueHeads, slots, config.headSize];
  return Array.from({ length: config.layers }, (_, layer) => {
    const [keys, values] = cacheNames(layer);
    return { keys: g.input(keys, shape), values: g.input(values, shape) };
  });
}

const outputs = (caches: readonly LayerCache[]): Record<string, Node> =>
  Object.fromEntries(
    caches.flatMap(({ keys, values }, layer) => {
      const [keyName, valueName] = cacheNames(layer);
      return [
        [keyName, keys],
        [valueName, values],
      ] as const;
    }),
  );
