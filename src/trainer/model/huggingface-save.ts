import { existsSync } from 'node:fs';
import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { InputError, type Json } from '../../support/index.js';
import { sizeOf } from '../graph/shapes.js';
import { syncFolder, writeWhole } from '../run/files.js';
import type { DecoderConfig } from './config.js';
import { huggingFaceConfig } from './config-json.js';
import { INDEX, type LoadedModel, openShards, WHOLE } from './huggingface.js';
import { tokenizerFiles } from './huggingface-tokenizer.js';
import { type ParameterReader, parameterSpecs, readerOf } from './parameters.js';
import { readJson } from './read-json.js';
import { bytesOf, type ElementType, type StoredTensor, safetensorsPieces } from './safetensors-write.js';

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
  readonly tensors: readonly StoredTensor[];
}

/**
 * Saves a model as a new folder that other tools load. The folder appears whole or not at all. Throws {@link InputError} where
 * one is there already.
 */
export const saveHuggingFace = (
  folder: string,
  { config, weights }: LoadedModel,
  options: SaveOptions = {},
): Promise<void> => saveReading(folder, config, readerOf(weights), options);

/** The same for weights that are asked for one after the other, as they are written. */
export async function saveReading(
  folder: string,
  config: DecoderConfig,
  read: ParameterReader,
  options: SaveOptions = {},
): Promise<void> {
  if (existsSync(folder)) throw new InputError(`${folder} is there already: save into a new folder`);
  const aside = `${folder}.part-${process.pid}`;
  try {
    await mkdir(aside, { recursive: true });
    await writeModel(aside, config, read, options);
    await rename(aside, folder);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    throw error;
  }
  await syncFolder(dirname(folder));
}

async function writeModel(
  folder: string,
  config: DecoderConfig,
  read: ParameterReader,
  { like, elements = 'float32' }: SaveOptions,
): Promise<void> {
  const plain = parameterSpecs(config).map(({ name, shape }): StoredTensor => ({ name, shape, type: 'F32' }));
  const shards =
    like === undefined ? [{ file: WHOLE, tensors: plain }] : await arrangementOf(like, plain, elements);
  for (const { file, tensors } of shards)
    await writeWhole(join(folder, file), safetensorsPieces(tensors, read, { format: 'pt' }));
  if (shards.length > 1) await writeJson(join(folder, INDEX), indexOf(shards));
  const json = like === undefined ? huggingFaceConfig(config) : await configOf(like, elements);
  await writeJson(join(folder, 'config.json'), json);
  for (const file of tokenizerFiles)
    if (like !== undefined && existsSync(join(like, file)))
      await copyFile(join(like, file), join(folder, file));
}

/** Which file of a folder holds which of the tensors, and of which element type. */
async function arrangementOf(
  like: string,
  plain: readonly StoredTensor[],
  elements: 'as-loaded' | 'float32',
): Promise<readonly Shard[]> {
  const known = new Map(plain.map((tensor) => [tensor.name, tensor]));
  const open = await openShards(like);
  try {
    return [...open].map(([file, { entries }]) => ({
      file,
      tensors: entries.flatMap(({ name, dtype }) => {
        const tensor = known.get(name);
        if (tensor === undefined) return [];
        return [elements === 'float32' ? tensor : { ...tensor, type: dtype as ElementType }];
      }),
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

const writeJson = (path: string, json: Json): Promise<void> =>
  writeWhole(path, `${JSON.stringify(json, null, 2)}\n`);

/** Which tensor is in which file, and how much there is of everything. */
function indexOf(shards: readonly Shard[]): Json {
  const placed = shards.flatMap(({ file, tensors }) => tensors.map((tensor) => ({ ...tensor, file })));
  return {
    metadata: {
      total_parameters: placed.reduce((sum, { shape }) => sum + sizeOf(shape), 0),
      total_size: placed.reduce((sum, tensor) => sum + bytesOf(tensor), 0),
    },
    weight_map: Object.fromEntries(placed.map(({ name, file }) => [name, file])),
  };
}
