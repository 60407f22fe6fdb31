import { join } from 'node:path';
import { historyOf, memoryStore } from '../../rewards/history/index.js';
import { InputError, type Json } from '../../support/index.js';
import { baseWeights } from '../base.js';
import type { Engine, HostTensor } from '../engine/engine.js';
import { type Evaluation, evaluatePolicy } from '../evaluate.js';
import { type GrpoOptions, type GrpoStart, grpo, type StepMetrics, startGrpo } from '../grpo.js';
import { Learner } from '../learner.js';
import { LocalPolicy } from '../local-policy.js';
import type { Named } from '../model/parameters.js';
import type { PromptStream, TrainingProblem } from '../problem.js';
import type { RunSettings } from '../recipes/recipe.js';
import type { Task } from '../tasks/task.js';
import { checkpointNames, loadCheckpoint, saveCheckpoint } from './checkpoint.js';
import { openRunFolder, type RunFolder } from './folder.js';

/** Told of what happens, for people who watch. */
export interface TrainWatcher {
  readonly onBase?: (step: number, steps: number, loss: number) => void;
  readonly onStep?: (metrics: StepMetrics, steps: number) => void;
  readonly onEvaluation?: (step: number, evaluation: Evaluation) => void;
}

/** What `summary.json` says. */
export interface Summary {
  readonly name: string;
  readonly engine: Json;
  readonly steps: number;
  /** Seconds of training and evaluation, without pretraining. */
  readonly seconds: number;
  readonly heldout: { readonly before: Evaluation; readonly after: Evaluation };
}

/** Where a run works. */
export interface TrainPlaces {
  readonly out: string;
  /** Where pretrained bases are kept. */
  readonly bases: string;
  readonly resume: boolean;
}

/** Carries out a run: base, evaluation, training with checkpoints, evaluation, summary. */
export async function train(
  engine: Engine,
  task: Task,
  settings: RunSettings,
  places: TrainPlaces,
  watcher: TrainWatcher = {},
): Promise<Summary> {
  const folder = await openRunFolder(places.out);
  try {
    const base = await baseWeights(engine, task, settings.base, places.bases, watcher.onBase);
    return await new Run(engine, task, settings, folder, watcher, base).carryOut(places.resume);
  } finally {
    await folder.close();
  }
}

class Run {
  readonly #engine: Engine;
  readonly #task: Task;
  readonly #settings: RunSettings;
  readonly #folder: RunFolder;
  readonly #watcher: TrainWatcher;
  readonly #base: Named<HostTensor>;
  #seconds = 0;

  constructor(
    engine: Engine,
    task: Task,
    settings: RunSettings,
    folder: RunFolder,
    watcher: TrainWatcher,
    base: Named<HostTensor>,
  ) {
    this.#engine = engine;
    this.#task = task;
    this.#settings = settings;
    this.#folder = folder;
    this.#watcher = watcher;
    this.#base = base;
  }

  async carryOut(resume: boolean): Promise<Summary> {
    const { model, tokenizer, judge } = this.#task;
    const policy = await LocalPolicy.on(this.#engine, model, tokenizer, this.#base);
    const before = await this.#timed(() => this.#evaluate(policy));
    this.#watcher.onEvaluation?.(0, before);
    const start = await this.#start(policy, resume);
    const clock = performance.now();
    const prompts = promptStream(this.#settings, this.#task.training(this.#settings.pool));
    for await (const metrics of grpo(policy, prompts, judge, optionsOf(this.#settings), start)) {
      if (!Number.isFinite(metrics.loss) || !Number.isFinite(metrics.gradientNorm))
        throw new InputError(
          `step ${metrics.step}: the loss is ${metrics.loss}; the last good checkpoint is in ${this.#folder.checkpoints}`,
        );
      await this.#folder.metric({ ...metrics });
      this.#watcher.onStep?.(metrics, this.#settings.steps);
      const done = metrics.step + 1;
      if (done % this.#settings.checkpointEvery === 0 || done === this.#settings.steps)
        await this.#save(policy, start, done);
    }
    this.#seconds += (performance.now() - clock) / 1000;
    const after = await this.#timed(() => this.#evaluate(policy));
    this.#watcher.onEvaluation?.(this.#settings.steps, after);
    const summary: Summary = {
      name: this.#settings.name,
      engine: { ...this.#engine.info },
      steps: this.#settings.steps,
      seconds: this.#seconds,
      heldout: { before, after },
    };
    await this.#folder.write('summary.json', `${JSON.stringify(summary, null, 2)}\n`);
    await policy.close();
    await start.learner.close();
    return summary;
  }

  #evaluate(policy: LocalPolicy): Promise<Evaluation> {
    const { evaluation, maxTokens } = this.#settings;
    return evaluatePolicy(policy, this.#task.heldOut(evaluation.problems), this.#task.judge, {
      maxTokens,
      samples: evaluation.samples,
      seed: 77,
    });
  }

  async #timed<T>(work: () => Promise<T>): Promise<T> {
    const clock = performance.now();
    const result = await work();
    this.#seconds += (performance.now() - clock) / 1000;
    return result;
  }

  async #start(policy: LocalPolicy, resume: boolean): Promise<GrpoStart> {
    const options = optionsOf(this.#settings);
    const fresh = await startGrpo(policy, options);
    const last = resume ? (await checkpointNames(this.#folder.checkpoints)).at(-1) : undefined;
    if (last === undefined) {
      await this.#folder.rewind(0);
      return fresh;
    }
    const { step, weights, optimiser, state } = await loadCheckpoint(join(this.#folder.checkpoints, last));
    await policy.replaceParameters(weights);
    const learner = new Learner(policy, options);
    if (optimiser !== null) await learner.restore(optimiser);
    const { lessons } = state as { readonly lessons: readonly never[] };
    const store = memoryStore();
    await store.add(lessons);
    await this.#folder.rewind(step);
    return {
      step,
      learner,
      store,
      history: historyOf(this.#settings.reward, store),
      reference: fresh.reference,
    };
  }

  async #save(policy: LocalPolicy, { learner, store }: GrpoStart, step: number): Promise<void> {
    const lessons = (await store.read()) as unknown as Json;
    await saveCheckpoint(this.#folder.checkpoints, {
      step,
      config: policy.config,
      weights: await policy.hostParameters(),
      optimiser: await learner.state(),
      state: { lessons },
    });
  }
}

const optionsOf = (settings: RunSettings): GrpoOptions => ({
  ...settings,
  microBatch: 256,
  rate: () => settings.rate,
});

/** Problems of the pool in turn, their gold answers as the run's labels say. */
function promptStream({ prompts, label }: RunSettings, pool: readonly TrainingProblem[]): PromptStream {
  const gold = (problem: TrainingProblem): string =>
    label === 'own' ? problem.gold : label === 'unguessable' ? 'none' : label.all;
  return (step) =>
    Array.from({ length: prompts }, (_, i) => {
      const problem = pool[(step * prompts + i) % pool.length] as TrainingProblem;
      // Copies of one prompt are groups of their own (papers/01 §2.4).
      return { ...problem, gold: gold(problem) };
    });
}
