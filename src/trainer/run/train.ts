import { join } from 'node:path';
import { historyOf, memoryStore } from '../../rewards/history/index.js';
import { InputError, type Json } from '../../support/index.js';
import { type BaseWatcher, baseWeights } from '../base.js';
import type { Engine, HostTensor } from '../engine/engine.js';
import { type Evaluation, evaluatePolicy } from '../evaluate.js';
import { type GrpoOptions, type GrpoStart, grpo, startGrpo } from '../grpo.js';
import { Learner } from '../learner.js';
import { LocalPolicy } from '../local-policy.js';
import type { StepMetrics } from '../metrics.js';
import type { Named } from '../model/parameters.js';
import type { TrainingProblem } from '../problem.js';
import type { RunSettings } from '../recipes/recipe.js';
import { promptStream } from '../streams/index.js';
import type { PromptStream } from '../streams/stream.js';
import type { Task } from '../tasks/task.js';
import { checkpointNames, loadCheckpoint, saveCheckpoint } from './checkpoint.js';
import { openRunFolder, type RunFolder } from './folder.js';

/** Told of what happens, for people who watch. */
export interface TrainWatcher {
  readonly onBase?: BaseWatcher;
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
    const { tokenizer, judge } = this.#task;
    const { model } = this.#settings.base;
    const policy = await LocalPolicy.on(this.#engine, model, tokenizer, this.#base);
    const before = await this.#timed(() => this.#evaluate(policy));
    this.#watcher.onEvaluation?.(0, before);
    const stream = this.#stream();
    const start = await this.#start(policy, stream, resume);
    const clock = performance.now();
    for await (const { metrics } of grpo(policy, stream, judge, optionsOf(this.#settings), start)) {
      if (!Number.isFinite(metrics.loss) || !Number.isFinite(metrics.gradientNorm))
        throw new InputError(
          `step ${metrics.step}: the loss is ${metrics.loss}; the last good checkpoint is in ${this.#folder.checkpoints}`,
        );
      await this.#folder.metric({ ...metrics });
      this.#watcher.onStep?.(metrics, this.#settings.steps);
      const done = metrics.step + 1;
      if (done % this.#settings.checkpointEvery === 0 || done === this.#settings.steps)
        await this.#save(policy, stream, start, metrics);
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

  async #start(policy: LocalPolicy, stream: PromptStream, resume: boolean): Promise<GrpoStart> {
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
    const { lessons, rollouts, stream: drawn } = state as unknown as RunState;
    stream.restore(drawn);
    const store = memoryStore();
    await store.add(lessons as unknown as readonly never[]);
    await this.#folder.rewind(step);
    return {
      step,
      rollouts,
      learner,
      store,
      history: historyOf(this.#settings.reward, store),
      reference: fresh.reference,
    };
  }

  #stream(): PromptStream {
    const { stream, prompts, seed, label, pool } = this.#settings;
    return promptStream(stream, labelled(this.#task.training(pool), label), { prompts, seed });
  }

  async #save(
    policy: LocalPolicy,
    stream: PromptStream,
    { learner, store }: GrpoStart,
    { step, rollouts }: StepMetrics,
  ): Promise<void> {
    const lessons = (await store.read()) as unknown as Json;
    await saveCheckpoint(this.#folder.checkpoints, {
      step: step + 1,
      config: policy.config,
      weights: await policy.hostParameters(),
      optimiser: await learner.state(),
      state: { lessons, rollouts, stream: stream.state() },
    });
  }
}

const optionsOf = (settings: RunSettings): GrpoOptions => ({
  ...settings,
  microBatch: 256,
  rate: () => settings.rate,
});

/** What a checkpoint says of a run besides weights and moments. */
interface RunState {
  readonly lessons: Json;
  /** Responses sampled so far. */
  readonly rollouts: number;
  /** Where the stream of prompts stands. */
  readonly stream: Json;
}

/** Problems with the gold answers that the run's labels say. */
function labelled(
  problems: readonly TrainingProblem[],
  label: RunSettings['label'],
): readonly TrainingProblem[] {
  if (label === 'own') return problems;
  const gold = label === 'unguessable' ? 'none' : label.all;
  return problems.map((problem) => ({ ...problem, gold }));
}
