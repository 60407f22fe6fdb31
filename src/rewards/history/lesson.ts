import { InputError, type Json, stableHash } from '../../support/index.js';
import type { ProblemId, Rollout } from '../rollout.js';

/**
 * What one sample taught one memory: the state that this sample alone amounts to. A history is a set of lessons, told
 * apart by `(memory, problem, step, sample)`; what a reward remembers is their merge, so the order in which lessons
 * arrive, and how often, makes no difference.
 */
export interface Lesson {
  /** The memory's key: the signal's name and a hash of its parameters. */
  readonly memory: string;
  readonly problem: ProblemId;
  /** The training step, ≥ 0. */
  readonly step: number;
  /** Names the response among those to its problem in this step. */
  readonly sample: string;
  readonly state: Json;
}

/** Which lessons to read: those of all memories, all problems and all steps where nothing is said. */
export interface Query {
  readonly memories?: readonly string[];
  readonly problems?: readonly ProblemId[];
  /** Only steps below this one: what was known when the step began, however often it is repeated. */
  readonly before?: number | undefined;
}

/** Levels of arrays and objects a state may have. */
const DEPTH = 32;

/** Compares texts code unit by code unit. */
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The one order of lessons: by memory, problem, step, sample. */
export const compareLessons = (a: Lesson, b: Lesson): number =>
  order(a.memory, b.memory) || order(a.problem, b.problem) || a.step - b.step || order(a.sample, b.sample);

/** Throws {@link InputError} naming the field and its `place` unless the lesson can be stored. */
export function checkLesson(lesson: Lesson, place: string): void {
  for (const field of ['memory', 'problem', 'sample'] as const) {
    if (typeof lesson[field] !== 'string') throw wrong(place, field, 'a string', lesson[field]);
  }
  if (lesson.memory === '') throw wrong(place, 'memory', 'a name', lesson.memory);
  if (!isStep(lesson.step)) throw wrong(place, 'step', 'a whole number from 0 to 2^53 − 1', lesson.step);
  checkState(lesson.state, `${place}.state`, 0);
  if (lesson.state === null) throw wrong(place, 'state', 'what the sample taught', null);
}

/** True for a training step: a whole number ≥ 0. */
export const isStep = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && !Object.is(value, -0);

function checkState(value: unknown, place: string, depth: number): void {
  if (depth > DEPTH) throw new InputError(`${place} is nested deeper than ${DEPTH} levels`);
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new InputError(`${place} must be a finite number; got ${value}`);
  if (value === null || ['number', 'string', 'boolean'].includes(typeof value)) return;
  if (typeof value !== 'object') throw new InputError(`${place} must be JSON; got ${typeof value}`);
  for (const [key, item] of Object.entries(value)) checkState(item, `${place}.${key}`, depth + 1);
}

function wrong(place: string, field: string, wanted: string, got: unknown): InputError {
  const shown = typeof got === 'string' ? `'${got.slice(0, 80)}'` : String(got);
  return new InputError(`${place}.${field} must be ${wanted}; got ${shown}`);
}

/**
 * Names for the rollouts of one group: `sample` where it is given, else a hash of text and length with its count among
 * equal ones. Such a name does not depend on the order of the group or on how it is split between processes.
 */
export function sampleNames(rollouts: readonly Rollout[]): readonly string[] {
  const seen = new Map<string, number>();
  return rollouts.map(({ text, tokens, sample }) => {
    if (sample !== undefined) return sample;
    const hash = stableHash(`${tokens ?? ''} ${text}`);
    const count = seen.get(hash) ?? 0;
    seen.set(hash, count + 1);
    return `${hash}-${count}`;
  });
}
