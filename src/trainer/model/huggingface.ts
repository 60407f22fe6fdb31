import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../support/index.js';
import type { HostTensor } from '../engine/engine.js';
import { sameShape, shown } from '../graph/shapes.js';
import type { DecoderConfig } from './config.js';
import { readConfig } from './config-json.js';
import { type Named, type ParameterReader, type ParameterSpec, parameterSpecs } from './parameters.js';
import { readJson } from './read-json.js';
import { openSafetensors, type SafetensorsFile } from './safetensors.js';

/** A model of a local Hugging Face folder. */
export interface LoadedModel {
  readonly config: DecoderConfig;
  readonly weights: Named<HostTensor>;
}

/** The name of the file that tells which shard holds which tensor. */
export const INDEX = 'model.safetensors.index.json';

/** The name of the file that holds all tensors, where there are no shards. */
export const WHOLE = 'model.safetensors';

/** A model of a local Hugging Face folder whose weights are read one at a time. */
export interface OpenModel {
  readonly config: DecoderConfig;
  /** Reads a parameter, as often as asked. Throws {@link InputError} for one of another shape than `config.json` says. */
  readonly read: ParameterReader;
  readonly close: () => Promise<void>;
}

/** Reads `config.json` and all safetensors of a folder. Throws {@link InputError} naming the file and the field. */
export async function loadModel(folder: string): Promise<LoadedModel> {
  const { config, read, close } = await openModel(folder);
  try {
    const entries: (readonly [string, HostTensor])[] = [];
    for (const { name } of parameterSpecs(config)) entries.push([name, await read(name)]);
    return { config, weights: Object.fromEntries(entries) };
  } finally {
    await close();
  }
}

/** Reads `config.json` and the headers of a folder's safetensors. Throws {@link InputError} naming the file and the field. */
export async function openModel(folder: string): Promise<OpenModel> {
  const config = await readConfig(join(folder, 'config.json'));
  const shards = await openShards(folder);
  const close = async (): Promise<void> => {
    await Promise.all([...shards.values()].map((file) => file.close()));
  };
  const specs = new Map(parameterSpecs(config).map((spec) => [spec.name, spec]));
  const files = new Map(
    [...shards.values()].flatMap((file) => file.entries.map(({ name }) => [name, file] as const)),
  );
  try {
    checkNames([...files.keys()], [...specs.values()], config, folder);
  } catch (error) {
    await close();
    throw error;
  }
  const read: ParameterReader = async (name) => {
    const [file, spec] = [files.get(name), specs.get(name)];
    if (file === undefined || spec === undefined) throw new InputError(`${folder} has no tensor '${name}'`);
    return checked(await file.read(name), spec, folder);
  };
  return { config, read, close };
}

/** Names a few of many. */
const listed = (names: readonly string[]): string =>
  names
    .slice(0, 3)
    .map((name) => `'${name}'`)
    .join(', ') + (names.length > 3 ? ` and ${names.length - 3} more` : '');

/** Every parameter is there, and nothing that the model would need this decoder to know of. */
function checkNames(
  found: readonly string[],
  specs: readonly ParameterSpec[],
  { tiedEmbeddings }: DecoderConfig,
  folder: string,
): void {
  const wanted = new Set(specs.map(({ name }) => name));
  const missing = [...wanted].filter((name) => !found.includes(name));
  if (missing.length > 0) throw new InputError(`${folder} has no tensor ${listed(missing)}`);
  // Old files keep the frequencies of positions, and the head beside the embedding it is tied to.
  const harmless = (name: string): boolean =>
    name.endsWith('.rotary_emb.inv_freq') || (tiedEmbeddings && name === 'lm_head.weight');
  const strange = found.filter((name) => !wanted.has(name) && !harmless(name));
  if (strange.length > 0)
    throw new InputError(`${folder} has tensors this decoder has no place for: ${listed(strange)}`);
}

function checked(tensor: HostTensor, { name, shape }: ParameterSpec, folder: string): HostTensor {
  if (sameShape(tensor.shape, shape)) return tensor;
  throw new InputError(`${folder}: '${name}' is ${shown(tensor.shape)}; config.json says ${shown(shape)}`);
}

/**
 * The files that hold a folder's tensors, open, by name: one, or the shards an index names, each with exactly the tensors that
 * the index says. Throws {@link InputError}.
 */
export async function openShards(folder: string): Promise<ReadonlyMap<string, SafetensorsFile>> {
  const index = join(folder, INDEX);
  if (!existsSync(index)) return new Map([[WHOLE, await openSafetensors(join(folder, WHOLE))]]);
  const shards = tensorsByShard((await readJson(index)).weight_map, index);
  const open = new Map<string, SafetensorsFile>();
  try {
    for (const [shard, names] of shards) {
      const file = await openSafetensors(join(folder, shard));
      open.set(shard, file);
      const held = new Set(file.entries.map(({ name }) => name));
      const gone = names.filter((name) => !held.has(name));
      if (gone.length > 0) throw new InputError(`${join(folder, shard)} has no tensor ${listed(gone)}`);
      const unsaid = [...held].filter((name) => !names.includes(name));
      if (unsaid.length > 0) throw new InputError(`${index} does not tell of ${listed(unsaid)} in ${shard}`);
    }
    return open;
  } catch (error) {
    await Promise.all([...open.values()].map((file) => file.close()));
    throw error;
  }
}

function tensorsByShard(map: unknown, index: string): ReadonlyMap<string, readonly string[]> {
  if (typeof map !== 'object' || map === null) throw new InputError(`${index}: weight_map is missing`);
  const shards = new Map<string, string[]>();
  for (const [name, shard] of Object.entries(map)) {
    // A name with a separator could point anywhere on the disk.
    if (typeof shard !== 'string' || /[/\\]/.test(shard))
      throw new InputError(`${index}: the file of '${name}' must be a name in this folder`);
    shards.set(shard, [...(shards.get(shard) ?? []), name]);
  }
  return shards;
}
