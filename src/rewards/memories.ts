import { canonicalJson, type Json, stableHash } from '../support/index.js';
import { completeParams, lookUp, type Registry } from './registry.js';
import type { Group, ProblemId } from './rollout.js';
import type { Memory, Params, Signal } from './signal.js';
import type { SignalTerm, Term } from './term.js';
import { signalTerms } from './traverse.js';

/**
 * Everything a reward remembers: memory key → problem → state. Plain maps, so that hostile problem ids are only keys.
 * A memory is a value: learning returns a new one.
 */
export type Memories = ReadonlyMap<string, ReadonlyMap<ProblemId, Json>>;

/** Nothing remembered yet. */
export const noMemories: Memories = new Map();

/** The key under which a signal node remembers: its name and a hash of its complete parameters. */
export const memoryKey = (name: string, params: Params): string =>
  `${name}:${stableHash(canonicalJson(params))}`;

/** The state a signal node sees for a problem, `null` while nothing is known. */
export function recall(memories: Memories, key: string, problem: ProblemId): Json {
  return memories.get(key)?.get(problem) ?? null;
}

/** A signal that remembers something, with its complete parameters and the key of its memory. */
export interface Learner {
  readonly key: string;
  readonly signal: Signal;
  readonly memory: Memory<Json>;
  readonly params: Params;
}

/** The distinct signal nodes of a term that remember something. */
export function learners(term: Term, registry: Registry): Learner[] {
  const found = new Map<string, Learner>();
  for (const { node, path } of signalTerms(term)) {
    const learner = learnerOf(node, registry, path);
    if (learner !== null) found.set(learner.key, learner);
  }
  return [...found.values()];
}

function learnerOf(node: SignalTerm, registry: Registry, path: string): Learner | null {
  const signal = lookUp(registry, node.name, path);
  const { memory } = signal;
  if (memory === undefined) return null;
  const params = completeParams(signal, node.params, path);
  return { key: memoryKey(node.name, params), signal, memory, params };
}

/**
 * What a group teaches. Where a signal says what is wrong with a state, rollouts teach one by one and those whose lesson
 * is none (a length of NaN) teach nothing: they would spoil what the others taught.
 */
function lessonsOf(memory: Memory<Json>, group: Group, params: Params): readonly Json[] {
  const { misfit } = memory;
  if (misfit === undefined) return [memory.learn(group, params)].filter((lesson) => lesson !== null);
  return group.rollouts
    .map((rollout) => memory.learn({ ...group, rollouts: [rollout] }, params))
    .filter((lesson) => lesson !== null && misfit(lesson) === null);
}

/** What groups teach, on top of what is known. Independent of the order of the groups. */
export function learn(
  term: Term,
  groups: readonly Group[],
  memories: Memories,
  registry: Registry,
): Memories {
  const next = new Map<string, Map<ProblemId, Json>>();
  for (const { key, memory, params } of learners(term, registry)) {
    const states = new Map(memories.get(key));
    for (const group of groups)
      for (const lesson of lessonsOf(memory, group, params))
        states.set(group.problem, combine(memory, states.get(group.problem) ?? null, lesson));
    next.set(key, states);
  }
  return new Map([...memories, ...next]);
}

/** Merges two memories of the same reward: what two processes learned apart. */
export function mergeMemories(term: Term, a: Memories, b: Memories, registry: Registry): Memories {
  const merged = new Map<string, ReadonlyMap<ProblemId, Json>>([...a]);
  for (const { key, memory } of learners(term, registry)) {
    const states = new Map(a.get(key));
    for (const [problem, state] of b.get(key) ?? []) {
      states.set(problem, combine(memory, states.get(problem) ?? null, state));
    }
    merged.set(key, states);
  }
  return merged;
}

const combine = (memory: Memory<Json>, known: Json, lesson: Json): Json =>
  known === null ? lesson : memory.merge(known, lesson);
