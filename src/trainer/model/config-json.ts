import { InputError, type Json } from '../../support/index.js';
import { checkDecoderConfig, type DecoderConfig } from './config.js';
import { isObject, type JsonObject, readJson } from './read-json.js';

/** Architectures this decoder is: the rest is refused by name. */
const ARCHITECTURES: ReadonlySet<string> = new Set([
  'Qwen2ForCausalLM',
  'LlamaForCausalLM',
  'MistralForCausalLM',
]);

/** Settings that would change the numbers without this decoder noticing, with the values that change nothing. */
const PLAIN: readonly (readonly [name: string, plain: (value: unknown) => boolean, why: string])[] = [
  ['hidden_act', (value) => value === 'silu', 'only silu is read'],
  ['rope_scaling', isDefaultRope, 'only rope_type default is read; the model would see wrong positions'],
  ['rope_parameters', isDefaultRope, 'only rope_type default is read; the model would see wrong positions'],
  ['partial_rotary_factor', (value) => value === 1, 'heads are rotated as a whole'],
  ['use_sliding_window', (value) => value === false, 'the model would attend to more than it should'],
  ['layer_types', isFullAttention, 'only full_attention is read'],
  ['attention_bias', (value) => value === false, 'biases of all attention projections are not read'],
  ['mlp_bias', (value) => value === false, 'biases of the feed-forward layers are not read'],
  ['quantization_config', () => false, 'quantised weights are not read'],
];

/** `config.json` as a decoder's shape. Throws {@link InputError} naming the file and the field. */
export async function readConfig(path: string): Promise<DecoderConfig> {
  const json = await readJson(path);
  const architecture = Array.isArray(json.architectures) ? String(json.architectures[0]) : 'none';
  if (!ARCHITECTURES.has(architecture))
    throw new InputError(
      `${path}: the architecture is ${architecture}; ${[...ARCHITECTURES].join(', ')} are read`,
    );
  refuseVariants(json, path);
  const number = (name: string, otherwise?: number): number => {
    const value = json[name] ?? otherwise;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    throw new InputError(`${path}: ${name} must be a number; got ${JSON.stringify(value)}`);
  };
  const heads = number('num_attention_heads');
  const hiddenSize = number('hidden_size');
  return checkDecoderConfig({
    vocabSize: number('vocab_size'),
    hiddenSize,
    intermediateSize: number('intermediate_size'),
    layers: number('num_hidden_layers'),
    heads,
    keyValueHeads: number('num_key_value_heads', heads),
    headSize: number('head_dim', hiddenSize / heads),
    ropeTheta: ropeTheta(json, path),
    normEpsilon: number('rms_norm_eps', 1e-6),
    attentionBias: architecture === 'Qwen2ForCausalLM',
    tiedEmbeddings: json.tie_word_embeddings === true,
    maxPositions: Math.min(number('max_position_embeddings', 32_768), window(json, architecture)),
  });
}

/** Older files write `rope_theta`, newer ones `rope_parameters`. */
function ropeTheta(json: JsonObject, path: string): number {
  const { rope_theta: theta } = isObject(json.rope_parameters) ? json.rope_parameters : json;
  if (theta === undefined) return 10_000;
  if (typeof theta === 'number' && theta > 0) return theta;
  throw new InputError(`${path}: rope_theta must be a positive number; got ${JSON.stringify(theta)}`);
}

/** Mistral attends to so many tokens back: up to there a sequence is the same without the window. */
function window({ sliding_window: size }: JsonObject, architecture: string): number {
  return architecture === 'MistralForCausalLM' && typeof size === 'number' ? size : Number.POSITIVE_INFINITY;
}

function refuseVariants(json: JsonObject, path: string): void {
  for (const [name, plain, why] of PLAIN) {
    const value = json[name];
    if (value !== undefined && value !== null && !plain(value))
      throw new InputError(`${path}: ${name} is ${JSON.stringify(value)?.slice(0, 120)}; ${why}`);
  }
}

function isDefaultRope(value: unknown): boolean {
  if (!isObject(value)) return false;
  return (value.rope_type ?? value.type ?? 'default') === 'default' && value.factor === undefined;
}

function isFullAttention(value: unknown): boolean {
  return Array.isArray(value) && value.every((type) => type === 'full_attention');
}

/** `config.json` as Hugging Face's tools read it, for a decoder that came from no such file. */
export function huggingFaceConfig(config: DecoderConfig): Json {
  return {
    architectures: [config.attentionBias ? 'Qwen2ForCausalLM' : 'LlamaForCausalLM'],
    model_type: config.attentionBias ? 'qwen2' : 'llama',
    hidden_act: 'silu',
    hidden_size: config.hiddenSize,
    intermediate_size: config.intermediateSize,
    max_position_embeddings: config.maxPositions,
    num_attention_heads: config.heads,
    num_hidden_layers: config.layers,
    num_key_value_heads: config.keyValueHeads,
    head_dim: config.headSize,
    rms_norm_eps: config.normEpsilon,
    rope_theta: config.ropeTheta,
    tie_word_embeddings: config.tiedEmbeddings,
    torch_dtype: 'float32',
    vocab_size: config.vocabSize,
  };
}
