import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson, type Json, stableHash } from '../../support/index.js';
import { baseFolder } from '../base.js';
import type { Engine } from '../engine/engine.js';
import { type Evaluation, evaluatePolicy } from '../evaluate.js';
import type { LocalPolicy } from '../local-policy.js';
import type { RunSettings } from '../recipes/recipe.js';
import type { Task } from '../tasks/task.js';
import { writeWhole } from './files.js';

/** The seed of samples in evaluations: the same for every run, so that two policies meet the same chances. */
const SEED = 77;

/** An evaluation and the seconds it took. */
export interface TimedEvaluation {
  readonly evaluation: Evaluation;
  readonly seconds: number;
}

/** Measures a policy on the held-out problems; `curve`: on the fewer that are met between steps. */
export async function evaluated(
  policy: LocalPolicy,
  task: Task,
  { evaluation, maxTokens }: RunSettings,
  curve = false,
): Promise<TimedEvaluation> {
  const clock = performance.now();
  const problems = curve ? evaluation.curveProblems : evaluation.problems;
  const samples = curve ? evaluation.curveSamples : evaluation.samples;
  const options = { maxTokens, samples, seed: SEED };
  const result = await evaluatePolicy(policy, task.heldOut(problems), task.judge, options);
  return { evaluation: result, seconds: (performance.now() - clock) / 1000 };
}

/**
 * The evaluation before training: a function of base, engine and settings of evaluation alone, and so kept beside the base
 * for the runs to come, with the seconds it took.
 */
export async function evaluatedBefore(
  engine: Engine,
  policy: LocalPolicy,
  task: Task,
  settings: RunSettings,
  bases: string,
): Promise<TimedEvaluation> {
  // A model of one's own may change in its folder.
  if (settings.own !== undefined) return evaluated(policy, task, settings);
  const { problems, samples } = settings.evaluation;
  const key: Json = { problems, samples, maxTokens: settings.maxTokens, seed: SEED };
  const folder = baseFolder(task, settings.base, engine, bases);
  const path = join(folder, `before-${stableHash(canonicalJson(key)).slice(0, 8)}.json`);
  const kept = await readFile(path, 'utf8').catch(() => null);
  if (kept !== null) return JSON.parse(kept) as TimedEvaluation;
  const fresh = await evaluated(policy, task, settings);
  await mkdir(folder, { recursive: true });
  await writeWhole(path, `${JSON.stringify(fresh)}\n`);
  return fresh;
}
