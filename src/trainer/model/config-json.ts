import { InputError, type Json } from '../../support/index.js';
import { checkDecoderConfig, type DecoderConfig } from './config.js';
import { type JsonObject, readJson } from './read-json.js';
import { readRope, ropeJson } from './rope-json.js';

/** Architectures this decoder is: the rest is refused by name. */
const ARCHITECTURES: ReadonlySet<string> = new Set([
  'Qwen2ForCausalLM',
  'LlamaForCausalLM',
  'MistralForCausalLM',
  'Qwen3ForCausalLM',
]);

/** Settings that would change the numbers without this decoder noticing, with the values that change nothing. */
const PLAIN: readonly (readonly [name: string, plain: (value: unknown) => boolean, why: string])[] = [
  ['hidden_act', (value) => value === 'silu', 'only silu is read'],
  ['partial_rotary_factor', (value) => value === 1, 'heads are rotated as a whole'],
  ['layer_types', isKnownAttention, 'only full_attention and sliding_attention are read'],
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
    ...readRope(json, path),
    ...attentionOf(architecture, json.attention_bias === true),
    vocabSize: number('vocab_size'),
    hiddenSize,
    intermediateSize: number('intermediate_size'),
    layers: number('num_hidden_layers'),
    heads,
    keyValueHeads: number('num_key_value_heads', heads),
    headSize: number('head_dim', architecture === 'Qwen3ForCausalLM' ? 128 : hiddenSize / heads),
    normEpsilon: number('rms_norm_eps', 1e-6),
    tiedEmbeddings: json.tie_word_embeddings === true,
    maxPositions: Math.min(number('max_position_embeddings', 32_768), window(json, architecture)),
  });
}

/** Which biases and norms attention has: Qwen2 has three biases always, Mistral none, Llama and Qwen3 all four where asked. */
function attentionOf(
  architecture: string,
  biased: boolean,
): Pick<DecoderConfig, 'attentionBias' | 'outputBias' | 'headNorms'> {
  switch (architecture) {
    case 'Qwen2ForCausalLM':
      return { attentionBias: true };
    case 'MistralForCausalLM':
      return { attentionBias: false };
    default:
      return {
        attentionBias: biased,
        ...(biased ? { outputBias: true } : {}),
        ...(architecture === 'Qwen3ForCausalLM' ? { headNorms: true } : {}),
      };
  }
}

/**
 * Mistral attends to so many tokens back, Qwen in the layers that are asked to: up to there a sequence is the same without the
 * window. What is not said is as transformers has it.
 */
function window(json: JsonObject, architecture: string): number {
  const { sliding_window: size = 4096, use_sliding_window: used, layer_types: types } = json;
  const { max_window_layers: first = 28, num_hidden_layers: layers } = json;
  const some = Array.isArray(types) ? types.includes('sliding_attention') : Number(first) < Number(layers);
  const windowed = architecture === 'MistralForCausalLM' || (used === true && some);
  return windowed && typeof size === 'number' ? size : Number.POSITIVE_INFINITY;
}

function refuseVariants(json: JsonObject, path: string): void {
  for (const [name, plain, why] of PLAIN) {
    const value = json[name];
    if (value !== undefined && value !== null && !plain(value))
      throw new InputError(`${path}: ${name} is ${JSON.stringify(value)?.slice(0, 120)}; ${why}`);
  }
}

function isKnownAttention(value: unknown): boolean {
  return (
    Array.isArray(value) && value.every((type) => type === 'full_attention' || type === 'sliding_attention')
  );
}

/** `config.json` as Hugging Face's tools read it, for a decoder that came from no such file. */
export function huggingFaceConfig(config: DecoderConfig): Json {
  const { architecture, type } = familyOf(checkDecoderConfig(config));
  return {
    architectures: [architecture],
    model_type: type,
    ...(type === 'qwen2' ? {} : { attention_bias: config.attentionBias }),
    ...ropeJson(config),
    hidden_act: 'silu',
    hidden_size: config.hiddenSize,
    intermediate_size: config.intermediateSize,
    max_position_embeddings: config.maxPositions,
    num_attention_heads: config.heads,
    num_hidden_layers: config.layers,
    num_key_value_heads: config.keyValueHeads,
    head_dim: config.headSize,
    rms_norm_eps: config.normEpsilon,
    tie_word_embeddings: config.tiedEmbeddings,
    torch_dtype: 'float32',
    vocab_size: config.vocabSize,
  };
}

/** The family whose models have just these biases and norms. */
function familyOf({ attentionBias, outputBias = false, headNorms = false }: DecoderConfig): {
  readonly architecture: string;
  readonly type: string;
} {
  if (headNorms) return { architecture: 'Qwen3ForCausalLM', type: 'qwen3' };
  return attentionBias && !outputBias
    ? { architecture: 'Qwen2ForCausalLM', type: 'qwen2' }
    : { architecture: 'LlamaForCausalLM', type: 'llama' };
}
