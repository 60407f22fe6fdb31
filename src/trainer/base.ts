import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canonicalJson, type Json, stableHash } from '../support/index.js';
import { byLength } from './buckets.js';
import type { Engine, HostTensor } from './engine/engine.js';
import { LocalPolicy } from './local-policy.js';
import { checkDecoderConfig } from './model/config.js';
import { freshParameters, type Named } from './model/parameters.js';
import { pretrain } from './pretrain.js';
import { derivedRandom } from './random.js';
import type { BaseSettings, PhaseSettings } from './recipes/recipe.js';
import { checkpointNames, loadCheckpoint, saveCheckpoint } from './run/checkpoint.js';
import type { Task } from './tasks/task.js';

/** Bases that come with the package, by their names. */
export const shippedBases: string = join(
  dirname(fileURLToPath(import.meta.url)),
  '../..',
  'fixtures/models/toy',
);

/** Told of pretraining: the phase, its step from 0 and steps, the loss. */
export type BaseWatcher = (texts: string, step: number, steps: number, loss: number) => void;

/** What a base is: everything its weights follow from but the engine's last digits. */
// Erasure point: settings are JSON by their types.
const identity = (task: Task, settings: BaseSettings): Json =>
  ({
    task: task.name,
    settings,
    corpora: settings.phases.map(({ texts }) => task.corpus(texts)),
  }) as unknown as Json;

/** The name of a base: task, seed and a hash of all its settings, so that no other base is taken for it. */
export const baseName = (task: Task, settings: BaseSettings): string =>
  `${task.name}-${settings.seed}-${stableHash(canonicalJson(identity(task, settings))).slice(0, 8)}`;

/** The folder of a base made by an engine: weights differ in the last digits from one to the next. */
export function baseFolder(task: Task, settings: BaseSettings, engine: Engine, folder: string): string {
  const maker = stableHash(canonicalJson(engine.info as unknown as Json)).slice(0, 6);
  return join(folder, `${baseName(task, settings)}-${maker}`);
}

/** The weights of a base: shipped with the package, kept in the folder of bases, or pretrained now and kept there. */
export async function baseWeights(
  engine: Engine,
  task: Task,
  settings: BaseSettings,
  folder: string,
  watcher?: BaseWatcher,
): Promise<Named<HostTensor>> {
  const place = baseFolder(task, settings, engine, folder);
  const known = (await keptIn(join(shippedBases, baseName(task, settings)))) ?? (await keptIn(place));
  if (known !== null) return known;
  const before = { ...settings, phases: settings.phases.slice(0, -1) };
  const phase = settings.phases.at(-1);
  if (phase === undefined) return freshWeights(settings);
  const start = await baseWeights(engine, task, before, folder, watcher);
  const weights = await trained(engine, task, settings, phase, start, watcher);
  await keep(place, task, settings, weights);
  return weights;
}

/** Pretrains a base anew through all its phases, whatever is kept. */
export async function rebuiltWeights(
  engine: Engine,
  task: Task,
  settings: BaseSettings,
  watcher?: BaseWatcher,
): Promise<Named<HostTensor>> {
  let weights = freshWeights(settings);
  for (const [i, phase] of settings.phases.entries()) {
    const upTo = { ...settings, phases: settings.phases.slice(0, i + 1) };
    weights = await trained(engine, task, upTo, phase, weights, watcher);
  }
  return weights;
}

/** What a base begins with. */
export const freshWeights = ({ model, seed, startStd }: BaseSettings): Named<HostTensor> =>
  freshParameters(checkDecoderConfig(model), derivedRandom(seed, 3).next(), startStd);

/** Keeps a base as a checkpoint without moments; returns its folder. */
export async function keep(
  place: string,
  task: Task,
  settings: BaseSettings,
  weights: Named<HostTensor>,
): Promise<string> {
  await mkdir(place, { recursive: true });
  return saveCheckpoint(place, {
    step: settings.phases.reduce((sum, { steps }) => sum + steps, 0),
    config: settings.model,
    weights,
    optimiser: null,
    state: identity(task, settings),
  });
}

async function keptIn(place: string): Promise<Named<HostTensor> | null> {
  const [name] = existsSync(place) ? await checkpointNames(place) : [];
  return name === undefined ? null : (await loadCheckpoint(join(place, name))).weights;
}

/** One phase from the weights of the one before: the last of `settings.phases`. */
async function trained(
  engine: Engine,
  task: Task,
  { seed, batch, model, optimiser, phases }: BaseSettings,
  phase: PhaseSettings,
  start: Named<HostTensor>,
  watcher?: BaseWatcher,
): Promise<Named<HostTensor>> {
  const { texts, steps } = phase;
  const policy = await LocalPolicy.on(engine, model, task.tokenizer, start);
  await pretrain(policy, {
    steps,
    optimiser,
    rate: (step) => rateOf(phase, step),
    texts: byLength({ document: task.document(texts, seed), batch, seed: seed + 1000 * phases.length }),
    onStep: (step, loss) => watcher?.(texts, step, steps, loss),
  });
  const weights = await policy.hostParameters();
  await policy.close();
  return weights;
}

/** The schedule of a phase: see {@link PhaseSettings}. */
export function rateOf({ steps, rate, finalRate }: PhaseSettings, step: number): number {
  const warm = Math.min(1, (step + 1) / 50);
  const turn = steps / 2;
  return warm * (step < turn ? rate : rate + ((finalRate - rate) * (step - turn)) / (steps - turn));
}
