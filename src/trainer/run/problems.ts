import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError, hint, InputError } from '../../support/index.js';
import type { TrainingProblem } from '../problem.js';
import { derivedRandom, shuffled } from '../random.js';
import type { ExampleSettings, LabelSettings, RunSettings } from '../recipes/recipe.js';
import { type AccuracyByProblem, rankedByVariance } from '../selection.js';
import type { Task } from '../tasks/task.js';

/** A gold answer that no response can give. */
const UNGUESSABLE = 'none';

/**
 * The problems a run trains on, with the gold answers its labels say. `out` is the run's folder. Throws {@link ConfigError} for
 * an example there is none of, {@link InputError} where an earlier run is asked for that is not there.
 */
export async function trainingProblems(
  task: Task,
  { examples, label, seed }: RunSettings,
  out: string,
): Promise<readonly TrainingProblem[]> {
  const problems = await chosen(task, examples, out);
  return relabelled(task, problems, label, seed);
}

async function chosen(
  task: Task,
  examples: ExampleSettings,
  out: string,
): Promise<readonly TrainingProblem[]> {
  switch (examples.from) {
    case 'name':
      return [named(task, examples.name)];
    case 'pool': {
      const pool = task.training(examples.size);
      return examples.only?.map((place) => at(pool, place, 'examples.only')) ?? pool;
    }
    case 'variance': {
      const pool = task.training(examples.size);
      const order = await rankedBy(join(out, examples.history), pool);
      return [at(pool, order[examples.rank - 1] ?? -1, 'examples.rank')];
    }
  }
}

function named(task: Task, name: string): TrainingProblem {
  const names = Object.keys(task.examples);
  const example = Object.hasOwn(task.examples, name) ? task.examples[name] : undefined;
  if (example === undefined)
    throw new ConfigError(
      `${task.name} has no example '${name}'${hint(name, names)}; it has ${names.join(', ')}`,
      'examples.name',
    );
  return example;
}

function at(pool: readonly TrainingProblem[], place: number, path: string): TrainingProblem {
  const problem = pool[place];
  if (problem === undefined)
    throw new ConfigError(`${path} must be within the ${pool.length} problems of the pool`, path);
  return problem;
}

/** Places in the pool by falling variance of accuracy over the epochs of an earlier run (papers/01, eqs. 1 and 2). */
async function rankedBy(folder: string, pool: readonly TrainingProblem[]): Promise<readonly number[]> {
  const path = join(folder, 'metrics.jsonl');
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null)
    throw new InputError(`${path} is not there: selection by variance needs the folder of an earlier run`);
  const lines = text.split('\n').filter((line) => line !== '');
  const steps = lines.map((line) => JSON.parse(line) as AccuracyByProblem);
  return rankedByVariance(
    pool.map(({ id }) => id),
    steps,
  );
}

function relabelled(
  task: Task,
  problems: readonly TrainingProblem[],
  label: LabelSettings,
  seed: number,
): readonly TrainingProblem[] {
  switch (label.kind) {
    case 'right':
      return problems;
    case 'near':
      return problems.map((problem) => ({ ...problem, gold: task.nearMiss(problem) }));
    case 'same':
      return problems.map((problem) => ({ ...problem, gold: label.label }));
    case 'unguessable':
      return problems.map((problem) => ({ ...problem, gold: UNGUESSABLE }));
    case 'partly-wrong': {
      const order = shuffled(problems.length, derivedRandom(seed, 6));
      const wrong = new Set(order.slice(0, Math.round(label.share * problems.length)));
      return problems.map((problem, i) =>
        wrong.has(i) ? { ...problem, gold: task.nearMiss(problem) } : problem,
      );
    }
  }
}
