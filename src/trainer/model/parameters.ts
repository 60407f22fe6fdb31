import { ConfigError, type Random, seededRandom } from '../../support/index.js';
import type { HostTensor } from '../engine/engine.js';
import * as g from '../graph/build.js';
import type { Node, Shape } from '../graph/node.js';
import { sizeOf } from '../graph/shapes.js';
import { normal } from '../random.js';
import type { DecoderConfig } from './config.js';

/** A parameter of the model: its name in a checkpoint, its shape, and how it begins. */
export interface ParameterSpec {
  readonly name: string;
  readonly shape: Shape;
  readonly start: 'normal' | 'residual' | 'ones' | 'zeros';
}

/** Values by parameter name. */
export type Named<T> = Readonly<Record<string, T>>;

/** Gives a parameter by its name, when its turn comes: not all need to be in memory at once. */
export type ParameterReader = (name: string) => Promise<HostTensor>;

/** Reads what is in memory. Throws {@link ConfigError} for a name that is not there. */
export const readerOf =
  (weights: Named<HostTensor>): ParameterReader =>
  (name) => {
    const weight = weights[name];
    return weight === undefined
      ? Promise.reject(new ConfigError(`the weights lack ${name}`, name))
      : Promise.resolve(weight);
  };

/** The same values, `prefix` before every name. */
export const prefixed = <T>(prefix: string, named: Named<T>): Named<T> =>
  Object.fromEntries(Object.entries(named).map(([name, value]) => [prefix + name, value]));

/** The values whose names begin with `prefix`, without it. */
export const unprefixed = <T>(prefix: string, named: Named<T>): Named<T> =>
  Object.fromEntries(
    Object.entries(named)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), value]),
  );

/** The parameters of a decoder, by their names in a Hugging Face checkpoint; matrices are `[out, in]`. */
export function parameterSpecs(config: DecoderConfig): readonly ParameterSpec[] {
  const { vocabSize: v, hiddenSize: d } = config;
  const layers = Array.from({ length: config.layers }, (_, i) => layerSpecs(config, `model.layers.${i}`));
  return [
    { name: 'model.embed_tokens.weight', shape: [v, d], start: 'normal' },
    ...layers.flat(),
    { name: 'model.norm.weight', shape: [d], start: 'ones' },
    ...(config.tiedEmbeddings ? [] : [{ name: 'lm_head.weight', shape: [v, d], start: 'normal' as const }]),
  ];
}

function layerSpecs(config: DecoderConfig, at: string): readonly ParameterSpec[] {
  const { hiddenSize: d, intermediateSize: f } = config;
  return [
    { name: `${at}.input_layernorm.weight`, shape: [d], start: 'ones' },
    ...attentionSpecs(config, `${at}.self_attn`),
    { name: `${at}.post_attention_layernorm.weight`, shape: [d], start: 'ones' },
    { name: `${at}.mlp.gate_proj.weight`, shape: [f, d], start: 'normal' },
    { name: `${at}.mlp.up_proj.weight`, shape: [f, d], start: 'normal' },
    { name: `${at}.mlp.down_proj.weight`, shape: [d, f], start: 'residual' },
  ];
}

function attentionSpecs(config: DecoderConfig, at: string): readonly ParameterSpec[] {
  const { hiddenSize: d, headSize, attentionBias, outputBias = false, headNorms = false } = config;
  const [wide, narrow] = [config.heads * headSize, config.keyValueHeads * headSize];
  const matrix = (name: string, shape: Shape, start: ParameterSpec['start']): ParameterSpec => ({
    name: `${at}.${name}.weight`,
    shape,
    start,
  });
  const bias = (name: string, size: number, has: boolean): readonly ParameterSpec[] =>
    has ? [{ name: `${at}.${name}.bias`, shape: [size], start: 'zeros' }] : [];
  return [
    matrix('q_proj', [wide, d], 'normal'),
    ...bias('q_proj', wide, attentionBias),
    matrix('k_proj', [narrow, d], 'normal'),
    ...bias('k_proj', narrow, attentionBias),
    matrix('v_proj', [narrow, d], 'normal'),
    ...bias('v_proj', narrow, attentionBias),
    matrix('o_proj', [d, wide], 'residual'),
    ...bias('o_proj', d, outputBias),
    ...(headNorms ? [matrix('q_norm', [headSize], 'ones'), matrix('k_norm', [headSize], 'ones')] : []),
  ];
}

/** Input nodes for the parameters; `prefix` tells several sets apart (`reference.`, `m.`). */
export const parameterInputs = (specs: readonly ParameterSpec[], prefix = ''): Named<Node> =>
  Object.fromEntries(specs.map(({ name, shape }) => [name, g.input(prefix + name, shape)]));

/**
 * Fresh parameters: normal matrices of standard deviation `std`, divided by √(2·layers) where they end a residual branch,
 * norms of 1, biases of 0; the same for the same seed.
 */
export function freshParameters(config: DecoderConfig, seed: number, std = 0.02): Named<HostTensor> {
  const random = seededRandom(seed);
  return Object.fromEntries(
    parameterSpecs(config).map((spec) => [spec.name, started(spec, config.layers, std, random)]),
  );
}

function started(
  { shape, start }: ParameterSpec,
  layers: number,
  startStd: number,
  random: Random,
): HostTensor {
  const data = new Float32Array(sizeOf(shape));
  if (start === 'ones') data.fill(1);
  const std = start === 'residual' ? startStd / Math.sqrt(2 * layers) : startStd;
  if (start === 'normal' || start === 'residual')
    for (let i = 0; i < data.length; i += 1) data[i] = std * normal(random);
  return { dtype: 'float', shape, data };
}
