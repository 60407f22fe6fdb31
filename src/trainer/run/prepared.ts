import { ConfigError } from '../../support/index.js';
import { type BaseWatcher, baseWeights } from '../base.js';
import type { Engine } from '../engine/engine.js';
import { loadPolicy } from '../load-policy.js';
import { LocalPolicy } from '../local-policy.js';
import type { OwnSettings, RunSettings } from '../recipes/recipe.js';
import { tasks } from '../tasks/index.js';
import { readQuestions } from '../tasks/questions/read.js';
import { questionsTask } from '../tasks/questions/task.js';
import type { Task } from '../tasks/task.js';

/** What a run trains, before its first step, and on what. */
export interface Prepared {
  readonly task: Task;
  readonly policy: LocalPolicy;
}

/** A toy task with its pretrained base, or a model and problems of one's own. */
export async function prepared(
  engine: Engine,
  settings: RunSettings,
  bases: string,
  watcher?: BaseWatcher,
): Promise<Prepared> {
  if (settings.own !== undefined) return ownTask(engine, settings.own);
  const task = toyTask(settings);
  const weights = await baseWeights(engine, task, settings.base, bases, watcher);
  return { task, policy: await LocalPolicy.on(engine, settings.base.model, task.tokenizer, weights) };
}

async function ownTask(
  engine: Engine,
  { model, training, heldOut, policy: choice, prompt }: OwnSettings,
): Promise<Prepared> {
  const questions = { training: await readQuestions(training), heldOut: await readQuestions(heldOut) };
  const { policy, tokenizer } = await loadPolicy(engine, model);
  const task = questionsTask({ name: 'questions', tokenizer, ...questions, prompt, policy: choice });
  return { task, policy };
}

/** The toy task of a run. Throws {@link ConfigError} where there is none, or its words are not the model's. */
export function toyTask({ task: name, base }: RunSettings): Task {
  const task = tasks.get(name);
  if (task === undefined)
    throw new ConfigError(`no task is named '${name}'; there are ${[...tasks.keys()].join(', ')}`, 'task');
  if (base.model.vocabSize !== task.tokenizer.vocabSize)
    throw new ConfigError(
      `base.model.vocabSize must be ${task.tokenizer.vocabSize}, the words of ${name}; got ${base.model.vocabSize}`,
      'base.model.vocabSize',
    );
  return task;
}
