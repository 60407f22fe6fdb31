import { join } from 'node:path';
import { canonicalJson, InputError, type Json } from '../../support/index.js';
import type { Engine } from '../engine/engine.js';
import type { Evaluation } from '../evaluate.js';
import type { LocalPolicy } from '../local-policy.js';
import { isSound, type StepMetrics } from '../metrics.js';
import type { DecoderConfig } from '../model/config.js';
import type { RunSettings } from '../recipes/recipe.js';
import { promptStream } from '../streams/index.js';
import type { Task } from '../tasks/task.js';
import { type Checkpoint, checkpointNames, loadCheckpoint, saveCheckpoint } from './checkpoint.js';
import { evaluated, evaluatedBefore } from './evaluations.js';
import type { RunFolder } from './folder.js';
import { trainingProblems } from './problems.js';
import { keepRollouts } from './samples.js';
import type { Summary } from './summary.js';
import { startTrainee, type Trainee } from './trainee.js';

/** What a run works with. */
export interface RunParts {
  readonly engine: Engine;
  readonly task: Task;
  readonly settings: RunSettings;
  readonly folder: RunFolder;
  /** The policy, with the base's weights. */
  readonly policy: LocalPolicy;
  /** Where bases and what is known of them are kept. */
  readonly bases: string;
  readonly onStep: (metrics: StepMetrics, steps: number) => void;
  readonly onEvaluation: (step: number, evaluation: Evaluation) => void;
}

/** Seconds of training so far, by a file of their own: the only thing in a run's folder that a clock decides. */
const CLOCK = 'clock.json';

/** Trains and measures: evaluation, steps with checkpoints, evaluation, summary. */
export class Run {
  readonly #parts: RunParts;
  /** Seconds before this process, at the last checkpoint. */
  #earlier = 0;
  #begun = 0;

  constructor(parts: RunParts) {
    this.#parts = parts;
  }

  async carryOut(resume: boolean): Promise<Summary> {
    const { engine, task, settings, folder, policy, bases, onEvaluation } = this.#parts;
    const before = await evaluatedBefore(engine, policy, task, settings, bases);
    onEvaluation(0, before.evaluation);
    const from = resume ? await this.#lastCheckpoint() : null;
    await folder.rewind(from?.step ?? 0);
    this.#earlier = from === null ? 0 : await this.#clock();
    this.#begun = performance.now();
    const trainee = await this.#trainee(from);
    const rollouts = await this.#train(trainee, from).finally(() => trainee.close());
    const seconds = this.#seconds();
    const after = await evaluated(policy, task, settings);
    onEvaluation(settings.steps, after.evaluation);
    return {
      name: settings.name,
      seed: settings.seed,
      baseSeed: settings.base.seed,
      engine: { ...engine.info },
      steps: settings.steps,
      seconds: before.seconds + seconds + after.seconds,
      rollouts,
      heldout: { before: before.evaluation, after: after.evaluation },
    };
  }

  async #trainee(from: Checkpoint | null): Promise<Trainee> {
    const { task, settings, folder, policy } = this.#parts;
    const problems = await trainingProblems(task, settings, folder.path);
    const stream = promptStream(settings.stream, problems, settings);
    return startTrainee({ policy, stream, judge: task.judge }, settings, from);
  }

  /** Carries out the steps that are left; returns the responses sampled in all. */
  async #train(trainee: Trainee, from: Checkpoint | null): Promise<number> {
    const { settings, folder, onStep } = this.#parts;
    let rollouts = from === null ? 0 : rolloutsOf(from);
    for await (const { metrics, groups } of trainee.steps) {
      const done = metrics.step + 1;
      this.#checkFinite(metrics);
      rollouts = metrics.rollouts;
      await folder.add('metrics.jsonl', { ...metrics, step: done } as unknown as Json);
      await keepRollouts(folder, done, groups.sampled.slice(0, settings.keepRollouts));
      onStep(metrics, settings.steps);
      await this.#evaluateBetween(done);
      if (done % settings.checkpointEvery === 0 || done === settings.steps)
        await this.#save(await trainee.checkpoint(done, rollouts));
    }
    return rollouts;
  }

  #checkFinite(metrics: StepMetrics): void {
    if (isSound(metrics)) return;
    const { step, loss, gradientNorm } = metrics;
    throw new InputError(
      `step ${step + 1}: the loss is ${loss} and the gradient's norm ${gradientNorm}; training stops, and the last good checkpoint is kept in ${this.#parts.folder.checkpoints}. Lower the rate, or look at the rewards in rollouts/`,
    );
  }

  async #evaluateBetween(done: number): Promise<void> {
    const { task, settings, folder, policy, onEvaluation } = this.#parts;
    const { every } = settings.evaluation;
    if (every === 0 || done % every !== 0) return;
    const { evaluation } = await evaluated(policy, task, settings, true);
    await folder.add('evaluations.jsonl', { step: done, ...evaluation } as unknown as Json);
    onEvaluation(done, evaluation);
  }

  async #save(checkpoint: Checkpoint): Promise<void> {
    await saveCheckpoint(this.#parts.folder.checkpoints, checkpoint);
    await this.#parts.folder.write(CLOCK, `${JSON.stringify({ seconds: this.#seconds() })}\n`);
  }

  #seconds(): number {
    return this.#earlier + (performance.now() - this.#begun) / 1000;
  }

  async #clock(): Promise<number> {
    const text = await this.#parts.folder.read(CLOCK);
    return text === null ? 0 : (JSON.parse(text) as { readonly seconds: number }).seconds;
  }

  /** The last whole checkpoint. Throws {@link InputError} for one of another engine: going on would not be the same run. */
  async #lastCheckpoint(): Promise<Checkpoint | null> {
    const { folder, engine, policy } = this.#parts;
    const last = (await checkpointNames(folder.checkpoints)).at(-1);
    if (last === undefined) return null;
    const path = join(folder.checkpoints, last);
    const checkpoint = await loadCheckpoint(path);
    const { engine: maker } = checkpoint.state as { readonly engine?: Json };
    const here: Json = { ...engine.info };
    if (maker === undefined) throw new InputError(`${path} is no checkpoint of a run`);
    if (canonicalJson(maker) !== canonicalJson(here))
      throw new InputError(
        `${path} was made by ${canonicalJson(maker)}, this is ${canonicalJson(here)}: the last digits would differ; use the same --engine, --device and --threads`,
      );
    if (canonicalJson(asJson(checkpoint.config)) !== canonicalJson(asJson(policy.config)))
      throw new InputError(`${path} is of another model than the run's config.yaml says`);
    return checkpoint;
  }
}

// Erasure point: the shape of a decoder is JSON by its types.
const asJson = (config: DecoderConfig): Json => config as unknown as Json;

const rolloutsOf = ({ state }: Checkpoint): number => (state as { readonly rollouts: number }).rollouts;
