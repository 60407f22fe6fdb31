import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson, type Json, stableHash } from '../support/index.js';
import type { Engine, HostTensor } from './engine/engine.js';
import { LocalPolicy } from './local-policy.js';
import { freshParameters, type Named } from './model/parameters.js';
import { pretrain } from './pretrain.js';
import { derivedRandom } from './random.js';
import type { BaseSettings } from './recipes/recipe.js';
import { checkpointNames, loadCheckpoint, saveCheckpoint } from './run/checkpoint.js';
import type { Task } from './tasks/task.js';

/** The name of a base: its settings, the task and what computed it, so that no other base is taken for it. */
export function baseName(task: Task, settings: BaseSettings, engine: Engine): string {
  // Erasure point: settings are JSON by their types.
  const identity = { task: task.name, model: task.model, settings, engine: engine.info } as unknown as Json;
  return `base-${task.name}-${settings.seed}-${stableHash(canonicalJson(identity)).slice(0, 8)}`;
}

/** The weights of a base: from the folder of bases, or pretrained now and kept there. */
export async function baseWeights(
  engine: Engine,
  task: Task,
  settings: BaseSettings,
  folder: string,
  onStep?: (step: number, steps: number, loss: number) => void,
): Promise<Named<HostTensor>> {
  const place = join(folder, baseName(task, settings, engine));
  const [kept] = existsSync(place) ? await checkpointNames(place) : [];
  if (kept !== undefined) return (await loadCheckpoint(join(place, kept))).weights;
  const weights = await pretrained(engine, task, settings, onStep);
  await mkdir(place, { recursive: true });
  await saveCheckpoint(place, {
    step: settings.steps,
    config: task.model,
    weights,
    optimiser: null,
    state: null,
  });
  return weights;
}

/** Pretrains a fresh model through its phases. */
export async function pretrained(
  engine: Engine,
  task: Task,
  settings: BaseSettings,
  onStep?: (step: number, steps: number, loss: number) => void,
): Promise<Named<HostTensor>> {
  const seed = derivedRandom(settings.seed, 3).next();
  const policy = await LocalPolicy.on(engine, task.model, task.tokenizer, freshParameters(task.model, seed));
  const texts = settings.phases.map(({ name }) => task.document(name, settings.seed));
  const ends = settings.phases.map((_, i) =>
    Math.round(settings.steps * settings.phases.slice(0, i + 1).reduce((sum, { share }) => sum + share, 0)),
  );
  await pretrain(policy, {
    steps: settings.steps,
    batch: settings.batch,
    optimiser: settings.optimiser,
    rate: (step) => settings.rate * warmAndCool(step, settings.steps),
    document: (step, place) => {
      const phase = ends.findIndex((end) => step < end);
      return (texts[phase] ?? texts.at(-1))?.(step, place) ?? [];
    },
    onStep: (step, loss) => onStep?.(step, settings.steps, loss),
  });
  const weights = await policy.hostParameters();
  await policy.close();
  return weights;
}

/** 50 steps of warm-up, constant to 60 % of the run, then linear down to 5 %. */
function warmAndCool(step: number, steps: number): number {
  const warm = Math.min(1, (step + 1) / 50);
  const turn = 0.6 * steps;
  return warm * (step < turn ? 1 : 1 - (0.95 * (step - turn)) / (steps - turn));
}
