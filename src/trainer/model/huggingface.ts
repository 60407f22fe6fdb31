import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../support/index.js';
import type { HostTensor } from '../engine/engine.js';
import { sameShape, shown } from '../graph/shapes.js';
import { checkDecoderConfig, type DecoderConfig } from './config.js';
import { type Named, type ParameterSpec, parameterSpecs } from './parameters.js';
import { readJson } from './read-json.js';
import { openSafetensors, type SafetensorsFile } from './safetensors.js';

/** Architectures this decoder is: the rest is refused by name. */
const ARCHITECTURES: ReadonlySet<string> = new Set([
  'Qwen2ForCausalLM',
  'LlamaForCausalLM',
  'MistralForCausalLM',
]);

/** A model of a local Hugging Face folder. */
export interface LoadedModel {
  readonly config: DecoderConfig;
  readonly weights: Named<HostTensor>;
}

/** Reads `config.json` and the safetensors of a folder. Throws {@link InputError} naming the file and the field. */
export async function loadModel(folder: string): Promise<LoadedModel> {
  const config = await readConfig(join(folder, 'config.json'));
  return { config, weights: await readWeights(folder, config) };
}

/** `config.json` as a decoder's shape. */
export async function readConfig(path: string): Promise<DecoderConfig> {
  const json = await readJson(path);
  const architecture = Array.isArray(json.architectures) ? String(json.architectures[0]) : 'none';
  if (!ARCHITECTURES.has(architecture))
    throw new InputError(
      `${path}: the architecture is ${architecture}; ${[...ARCHITECTURES].join(', ')} are read`,
    );
  const number = (name: string, otherwise?: number): number => {
    const value = json[name] ?? otherwise;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    throw new InputError(`${path}: ${name} must be a number; got ${JSON.stringify(value)}`);
  };
  refuseVariants(json, path);
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
    attentionBias: architecture === 'Qwen2ForCausalLM' || json.attention_bias === true,
    tiedEmbeddings: json.tie_word_embeddings === true,
    maxPositions: number('max_position_embeddings', 32_768),
  });
}

/** Older files write `rope_theta`, newer ones `rope_parameters`. */
function ropeTheta(json: Readonly<Record<string, unknown>>, path: string): number {
  const { rope_theta: plain, rope_type: type = 'default' } = (json.rope_parameters ?? json) as Readonly<
    Record<string, unknown>
  >;
  if (type !== 'default')
    throw new InputError(`${path}: rope_type is ${JSON.stringify(type)}; only default is read`);
  if (plain === undefined) return 10_000;
  if (typeof plain === 'number' && plain > 0) return plain;
  throw new InputError(`${path}: rope_theta must be a positive number; got ${JSON.stringify(plain)}`);
}

/** What would change the numbers without this decoder noticing. */
function refuseVariants(json: Readonly<Record<string, unknown>>, path: string): void {
  if (json.hidden_act !== undefined && json.hidden_act !== 'silu')
    throw new InputError(`${path}: hidden_act is ${JSON.stringify(json.hidden_act)}; only silu is read`);
  if (json.rope_scaling !== undefined && json.rope_scaling !== null)
    throw new InputError(`${path}: rope_scaling is not read; the model would see wrong positions`);
  if (json.use_sliding_window === true)
    throw new InputError(
      `${path}: use_sliding_window is not read; the model would attend to more than it should`,
    );
}

async function readWeights(folder: string, config: DecoderConfig): Promise<Named<HostTensor>> {
  const files = await openShards(folder);
  try {
    const entries: (readonly [string, HostTensor])[] = [];
    for (const spec of parameterSpecs(config)) {
      const file = files.get(spec.name);
      if (file === undefined) throw new InputError(`${folder} has no tensor '${spec.name}'`);
      entries.push([spec.name, checked(await file.read(spec.name), spec, folder)]);
    }
    return Object.fromEntries(entries);
  } finally {
    await Promise.all([...new Set(files.values())].map((file) => file.close()));
  }
}

function checked(tensor: HostTensor, { name, shape }: ParameterSpec, folder: string): HostTensor {
  if (sameShape(tensor.shape, shape)) return tensor;
  throw new InputError(`${folder}: '${name}' is ${shown(tensor.shape)}; config.json says ${shown(shape)}`);
}

/** The file of every tensor: one file, or the shards an index names. */
async function openShards(folder: string): Promise<ReadonlyMap<string, SafetensorsFile>> {
  const index = join(folder, 'model.safetensors.index.json');
  if (!existsSync(index)) {
    const file = await openSafetensors(join(folder, 'model.safetensors'));
    return new Map(file.entries.map(({ name }) => [name, file]));
  }
  const { weight_map: map } = await readJson(index);
  if (typeof map !== 'object' || map === null) throw new InputError(`${index}: weight_map is missing`);
  const open = new Map<string, SafetensorsFile>();
  const byTensor = new Map<string, SafetensorsFile>();
  for (const [name, shard] of Object.entries(map)) {
    // A name with a separator could point anywhere on the disk.
    if (typeof shard !== 'string' || /[/\\]/.test(shard))
      throw new InputError(`${index}: the file of '${name}' must be a name in this folder`);
    const file = open.get(shard) ?? (await openSafetensors(join(folder, shard)));
    open.set(shard, file);
    byTensor.set(name, file);
  }
  return byTensor;
}
