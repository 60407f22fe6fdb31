import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError, type Json } from '../../support/index.js';
import type { CriticState } from '../critic.js';
import type { HostTensor } from '../engine/engine.js';
import type { DecoderConfig } from '../model/config.js';
import { huggingFaceConfig } from '../model/config-json.js';
import { type Named, prefixed, readerOf, unprefixed } from '../model/parameters.js';
import { openSafetensors } from '../model/safetensors.js';
import { safetensorsPieces } from '../model/safetensors-write.js';
import type { OptimiserState } from '../optim/descent.js';
import { type Contents, sha256File, syncFolder, writeSummed, writeWhole } from './files.js';

/** Everything a run goes on from. */
export interface Checkpoint {
  /** Steps done. */
  readonly step: number;
  readonly config: DecoderConfig;
  readonly weights: Named<HostTensor>;
  readonly optimiser: OptimiserState | null;
  /** The critic of PPO. */
  readonly critic?: CriticState | null;
  /** What else the run must know: history, metrics so far, settings. */
  readonly state: Json;
}

const FORMAT = 'touchstone-checkpoint-1';

const nameOf = (step: number): string => `step-${String(step).padStart(6, '0')}`;

/** The steps done at a checkpoint of that name. */
export const stepOf = (name: string): number => Number(name.slice('step-'.length));

/**
 * Saves a checkpoint as a folder of its own within `folder`: it appears whole under its name or not at all, and the ones
 * before it are untouched. Weights are in the form other tools load. Keeps the last `keep`.
 */
export async function saveCheckpoint(folder: string, checkpoint: Checkpoint, keep = 2): Promise<string> {
  const name = nameOf(checkpoint.step);
  const aside = join(folder, `.${name}.part`);
  try {
    await writeAside(aside, checkpoint);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    throw error;
  }
  const path = join(folder, name);
  await rm(path, { recursive: true, force: true });
  await rename(aside, path);
  await syncFolder(folder);
  for (const old of (await checkpointNames(folder)).slice(0, -keep))
    await rm(join(folder, old), { recursive: true, force: true });
  return path;
}

async function writeAside(aside: string, checkpoint: Checkpoint): Promise<void> {
  await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { recursive: true });
  const sums: Record<string, string> = {};
  for (const [file, data] of contents(checkpoint)) {
    sums[file] = await writeSummed(join(aside, file), data);
  }
  const manifest = { format: FORMAT, step: checkpoint.step, files: sums };
  await writeWhole(join(aside, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** A file of a checkpoint: its name, and its text or the pieces it is made of. */
type Content = readonly [file: string, data: Contents];

function contents({ config, weights, optimiser, critic = null, state }: Checkpoint): readonly Content[] {
  return [
    ['config.json', `${JSON.stringify(huggingFaceConfig(config), null, 2)}\n`],
    ['decoder.json', `${JSON.stringify(config, null, 2)}\n`],
    ['model.safetensors', piecesOf(weights, { format: 'pt' })],
    ...momentsFile('optimiser', optimiser, {}),
    ...momentsFile('critic', critic?.optimiser ?? null, critic?.weights ?? {}),
    [
      'state.json',
      `${JSON.stringify({ updates: optimiser?.updates, criticUpdates: critic?.optimiser.updates, state })}\n`,
    ],
  ];
}

/** Both moments, and weights where they are not the policy's, as one file; none for none. */
function momentsFile(
  name: string,
  moments: OptimiserState | null,
  weights: Named<HostTensor>,
): readonly Content[] {
  if (moments === null) return [];
  const tensors = {
    ...prefixed('weight.', weights),
    ...prefixed('first.', moments.first),
    ...prefixed('second.', moments.second),
  };
  return [[`${name}.safetensors`, piecesOf(tensors)]];
}

/** Tensors as the pieces of a file, to the bit. */
function piecesOf(
  tensors: Named<HostTensor>,
  metadata: Readonly<Record<string, string>> = {},
): AsyncIterable<Uint8Array> {
  const stored = Object.entries(tensors).map(([name, { shape }]) => ({ name, shape, type: 'F32' }) as const);
  return safetensorsPieces(stored, readerOf(tensors), metadata);
}

/** The names of the whole checkpoints of a folder, oldest first. */
export async function checkpointNames(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => /^step-\d{6,}$/.test(name)).sort();
}

/**
 * Reads a checkpoint, every file against its checksum. Throws {@link InputError} naming the file that is missing, changed
 * or of another kind.
 */
export async function loadCheckpoint(path: string): Promise<Checkpoint> {
  const manifest = await readManifest(path);
  for (const [file, sum] of Object.entries(manifest.files)) {
    const found = await sha256File(join(path, file)).catch(() => null);
    if (found !== sum)
      throw new InputError(
        `${join(path, file)} is ${found === null ? 'missing' : 'not what was saved'}: the checkpoint is damaged`,
      );
  }
  const json = async (file: string): Promise<unknown> => JSON.parse(await readFile(join(path, file), 'utf8'));
  const config = (await json('decoder.json')) as DecoderConfig;
  const { updates, criticUpdates, state } = (await json('state.json')) as StateFile;
  const weights = await allTensors(join(path, 'model.safetensors'));
  const own = updates === undefined ? null : await readMoments(path, 'optimiser', updates);
  const critic = criticUpdates === undefined ? null : await readMoments(path, 'critic', criticUpdates);
  return {
    step: manifest.step,
    config,
    weights,
    optimiser: own?.moments ?? null,
    critic: critic === null ? null : { weights: critic.weights, optimiser: critic.moments },
    state,
  };
}

/** What `state.json` says; the counts are absent where there are no such moments. */
interface StateFile {
  readonly updates?: number;
  readonly criticUpdates?: number;
  readonly state: Json;
}

async function readMoments(
  path: string,
  name: string,
  updates: number,
): Promise<{ readonly weights: Named<HostTensor>; readonly moments: OptimiserState }> {
  const tensors = await allTensors(join(path, `${name}.safetensors`));
  return {
    weights: unprefixed('weight.', tensors),
    moments: {
      first: unprefixed('first.', tensors),
      second: unprefixed('second.', tensors),
      updates,
    },
  };
}

async function readManifest(path: string): Promise<{ readonly step: number; readonly files: Named<string> }> {
  const text = await readFile(join(path, 'manifest.json'), 'utf8').catch(() => null);
  if (text === null) throw new InputError(`${path} is no checkpoint: it has no manifest.json`);
  try {
    const manifest = JSON.parse(text) as { format?: unknown; step?: unknown; files?: unknown };
    if (manifest.format === FORMAT && typeof manifest.step === 'number' && typeof manifest.files === 'object')
      return { step: manifest.step, files: manifest.files as Named<string> };
  } catch {
    // Said below.
  }
  throw new InputError(`${join(path, 'manifest.json')} is not a manifest of ${FORMAT}`);
}

async function allTensors(path: string): Promise<Named<HostTensor>> {
  const file = await openSafetensors(path);
  try {
    const entries: (readonly [string, HostTensor])[] = [];
    for (const { name } of file.entries) entries.push([name, await file.read(name)]);
    return Object.fromEntries(entries);
  } finally {
    await file.close();
  }
}
