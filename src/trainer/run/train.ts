import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson, InputError } from '../../support/index.js';
import { type BaseWatcher, baseName, freshWeights, keep, rebuiltWeights, shippedBases } from '../base.js';
import type { Engine } from '../engine/engine.js';
import type { Evaluation } from '../evaluate.js';
import { LocalPolicy } from '../local-policy.js';
import type { StepMetrics } from '../metrics.js';
import type { RunSettings } from '../recipes/recipe.js';
import { formatSettings, readSettings } from '../recipes/yaml.js';
import type { Task } from '../tasks/task.js';
import { checkpointNames, stepOf } from './checkpoint.js';
import { evaluated } from './evaluations.js';
import { sha256File } from './files.js';
import { openRunFolder, type RunFolder } from './folder.js';
import { prepared, toyTask } from './prepared.js';
import { Run } from './run.js';
import type { Summary } from './summary.js';

/** Told of what happens, for people who watch. */
export interface TrainWatcher {
  readonly onBase?: BaseWatcher;
  readonly onStep?: (metrics: StepMetrics, steps: number) => void;
  readonly onEvaluation?: (step: number, evaluation: Evaluation) => void;
}

/** Where a run works. */
export interface TrainPlaces {
  readonly out: string;
  /** Where pretrained bases are kept. */
  readonly bases: string;
  /** Go on with the last checkpoint in `out`. */
  readonly resume: boolean;
}

/** Carries out a run: base, evaluation, training with checkpoints, evaluation, summary. */
export async function train(
  engine: Engine,
  settings: RunSettings,
  places: TrainPlaces,
  watcher: TrainWatcher = {},
): Promise<Summary> {
  const folder = await openRunFolder(places.out, places);
  try {
    await writeConfig(folder, settings);
    const work = settings.algorithm === 'pretrain' ? pretrainAnew : trainPolicy;
    const summary = await work(engine, settings, folder, places, watcher);
    await folder.write('summary.json', `${JSON.stringify(summary, null, 2)}\n`);
    return summary;
  } finally {
    await folder.close();
  }
}

/** The settings of a run that was begun in a folder. Throws {@link InputError} where there is none. */
export async function begunSettings(out: string): Promise<RunSettings> {
  const path = join(out, 'config.yaml');
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) throw new InputError(`${out} holds no run to go on with: it has no config.yaml`);
  return readSettings(text, path);
}

type Work = (
  engine: Engine,
  settings: RunSettings,
  folder: RunFolder,
  places: TrainPlaces,
  watcher: TrainWatcher,
) => Promise<Summary>;

const trainPolicy: Work = async (engine, settings, folder, { bases, resume }, watcher) => {
  const { task, policy } = await prepared(engine, settings, bases, watcher.onBase);
  const { onStep = () => {}, onEvaluation = () => {} } = watcher;
  const run = new Run({ engine, task, settings, folder, policy, bases, onStep, onEvaluation });
  try {
    return await run.carryOut(resume);
  } finally {
    await policy.close();
  }
};

/** Makes the base from nothing and tells whether the shipped one has the same bytes. */
const pretrainAnew: Work = async (engine, settings, folder, _places, watcher) => {
  const { base } = settings;
  const task = toyTask(settings);
  const policy = await LocalPolicy.on(engine, base.model, task.tokenizer, freshWeights(base));
  try {
    const before = await evaluated(policy, task, settings);
    watcher.onEvaluation?.(0, before.evaluation);
    const weights = await rebuiltWeights(engine, task, base, watcher.onBase);
    const path = await keep(folder.checkpoints, task, base, weights);
    await policy.replaceParameters(weights);
    const after = await evaluated(policy, task, settings);
    watcher.onEvaluation?.(settings.steps, after.evaluation);
    const sha256 = await sha256File(join(path, 'model.safetensors'));
    const shipped = await shippedSum(task, settings);
    return {
      name: settings.name,
      seed: settings.seed,
      baseSeed: base.seed,
      engine: { ...engine.info },
      steps: settings.steps,
      seconds: before.seconds + after.seconds,
      rollouts: 0,
      heldout: { before: before.evaluation, after: after.evaluation },
      base: { sha256, shipped: shipped === null ? 'none' : shipped === sha256 ? 'same' : 'different' },
    };
  } finally {
    await policy.close();
  }
};

/** SHA-256 of the weights of the shipped base of these settings, or `null`. */
async function shippedSum(task: Task, { base }: RunSettings): Promise<string | null> {
  const folder = join(shippedBases, baseName(task, base));
  const [name] = await checkpointNames(folder);
  return name === undefined ? null : sha256File(join(folder, name, 'model.safetensors'));
}

/** Writes the settings of a run; one that goes on may differ from what was begun in its number of steps alone. */
async function writeConfig(folder: RunFolder, settings: RunSettings): Promise<void> {
  const begun = await folder.read('config.yaml');
  if (begun !== null) {
    const before = await readSettings(begun, join(folder.path, 'config.yaml'));
    const same =
      canonicalJson({ ...before, steps: settings.steps } as never) === canonicalJson(settings as never);
    if (!same)
      throw new InputError(
        `${folder.path} holds a run of other settings; only its steps may change when it goes on`,
      );
    const last = (await checkpointNames(folder.checkpoints)).at(-1);
    // Before anything is written: a run that is refused leaves its folder as it was.
    if (last !== undefined && stepOf(last) > settings.steps)
      throw new InputError(
        `${join(folder.checkpoints, last)} has ${stepOf(last)} steps behind it; --steps must be at least that`,
      );
  }
  await folder.write('config.yaml', await formatSettings(settings));
}
