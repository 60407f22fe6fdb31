import { existsSync } from 'node:fs';
import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ConfigError, InputError, type Json } from '../../support/index.js';
import type { HostTensor } from '../engine/engine.js';
import { sizeOf } from '../graph/shapes.js';
import { syncFolder, writeWhole } from '../run/files.js';
import { huggingFaceConfig } from './config-json.js';
import { INDEX, type LoadedModel, openShards, WHOLE } from './huggingface.js';
import { tokenizerFiles } from './huggingface-tokenizer.js';
import { type Named, parameterSpecs } from './parameters.js';
import { readJson } from './read-json.js';
import { type ElementType, safetensorsPieces } from './safetensors-write.js';

/** How a model is saved. */
export interface SaveOptions {
  /**
   * The folder it was loaded from: its `config.json`, tokenizer files and arrangement in shards are kept. Absent: one file
   * and a `config.json` of our own.
   */
  readonly like?: string;
  /** `as-loaded`: every tensor of the element type it had, which rounds; `float32` keeps every bit. Default `float32`. */
  readonly elements?: 'as-loaded' | 'float32';
}

/** The tensors of one file, in order. */
interface Shard {
  readonly file: string;
  readonly tensors: readonly (readonly [name: string, type: ElementType])[];
}

/**
 * Saves a model as a new folder that other tools load. The folder appears whole or not at all. Throws {@link InputError} where
 * one is there already.
 */
export async function saveHuggingFace(
  folder: string,
  model: LoadedModel,
  options: SaveOptions = {},
): Promise<void> {
  if (existsSync(folder)) throw new InputError(`${folder} is there already: save into a new folder`);
  const aside = `${folder}.part-${process.pid}`;
  try {
    await mkdir(aside, { recursive: true });
    await writeModel(aside, model, options);
    await rename(aside, folder);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    throw error;
  }
  await syncFolder(dirname(folder));
}

async function writeModel(
  folder: string,
  { config, weights }: LoadedModel,
  { like, elements = 'float32' }: SaveOptions,
): Promise<void> {
  const plain = parameterSpecs(config).map(({ name }) => [name, 'F32'] as const);
  const shards =
    like === undefined ? [{ file: WHOLE, tensors: plain }] : await arrangementOf(like, weights, elements);
  for (const shard of shards) await writeShard(folder, shard, weights);
  if (shards.length > 1) await writeJson(join(folder, INDEX), indexOf(shards, weights));
  const json = like === undefined ? huggingFaceConfig(config) : await configOf(like, elements);
  await writeJson(join(folder, 'config.json'), json);
  for (const file of tokenizerFiles)
    if (like !== undefined && existsSync(join(like, file)))
      await copyFile(join(like, file), join(folder, file));
}

/** Which file of a folder holds which of the weights, and of which element type. */
async function arrangementOf(
  like: string,
  weights: Named<HostTensor>,
  elements: 'as-loaded' | 'float32',
): Promise<readonly Shard[]> {
  const open = await openShards(like);
  try {
    return [...open].map(([file, { entries }]) => ({
      file,
      tensors: entries
        .filter(({ name }) => Object.hasOwn(weights, name))
        .map(({ name, dtype }) => [name, elements === 'float32' ? 'F32' : (dtype as ElementType)] as const),
    }));
  } finally {
    await Promise.all([...open.values()].map((file) => file.close()));
  }
}

/** The folder's own `config.json`, its element type mended where that changed. */
async function configOf(like: string, elements: 'as-loaded' | 'float32'): Promise<Json> {
  const json = (await readJson(join(like, 'config.json'))) as Readonly<Record<string, Json>>;
  if (elements === 'as-loaded') return json;
  return { ...json, [json.dtype === undefined ? 'torch_dtype' : 'dtype']: 'float32' };
}

function weightOf(weights: Named<HostTensor>, name: string): HostTensor {
  const found = weights[name];
  if (found === undefined) throw new ConfigError(`the weights lack ${name}`, name);
  return found;
}

const writeShard = (folder: string, { file, tensors }: Shard, weights: Named<HostTensor>): Promise<void> => {
  const named = tensors.map(([name, type]) => [name, weightOf(weights, name), type] as const);
  return writeWhole(join(folder, file), safetensorsPieces(named, { format: 'pt' }));
};

const writeJson = (path: string, json: Json): Promise<void> =>
  writeWhole(path, `${JSON.stringify(json, null, 2)}\n`);

/** Which tensor is in which file, and how much there is of everything. */
function indexOf(shards: readonly Shard[], weights: Named<HostTensor>): Json {
  const placed = shards.flatMap(({ file, tensors }) =>
    tensors.map(([name, type]) => ({ name, file, type, size: sizeOf(weightOf(weights, name).shape) })),
  );
  return {
    metadata: {
      total_parameters: placed.reduce((sum, { size }) => sum + size, 0),
      total_size: placed.reduce((sum, { size, type }) => sum + size * (type === 'F32' ? 4 : 2), 0),
    },
    weight_map: Object.fromEntries(placed.map(({ name, file }) => [name, file])),
  };
}
