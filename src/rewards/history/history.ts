import { ConfigError, InputError, type Json } from '../../support/index.js';
import { type Learner, learners, type Memories } from '../memories.js';
import { type Registry, standardSignals } from '../registry.js';
import type { Group, ProblemId } from '../rollout.js';
import type { Reward } from '../term.js';
import { type Lesson, sampleNames } from './lesson.js';
import type { Added, HistoryStore } from './store.js';

/** What one reward remembers in a store. */
export interface History {
  /**
   * What is known of these problems: the memories to score a batch against. `before` leaves out that step and later
   * ones, so that a step scored again, after a crash or by a slower process, sees what it saw the first time.
   */
  snapshot(problems: Iterable<ProblemId>, before?: number): Promise<Memories>;
  /** What these groups teach, kept when it resolves. Learning the same groups again changes nothing. */
  learn(groups: readonly Group[]): Promise<Added>;
}

/** The history of `reward` in `store`. */
export function historyOf(
  reward: Reward,
  store: HistoryStore,
  registry: Registry = standardSignals,
): History {
  const pupils = learners(reward.term, registry);
  return {
    snapshot: async (problems, before) => {
      const memories = pupils.map(({ key }) => key);
      const query = { memories, problems: [...problems], ...(before === undefined ? {} : { before }) };
      return recollect(pupils.length === 0 ? [] : await store.read(query), pupils);
    },
    learn: async (groups) =>
      await store.add(pupils.flatMap((pupil) => groups.flatMap((group) => lessonsOf(pupil, group)))),
  };
}

/** One lesson for every rollout that teaches something: each is learned from as a group of its own. */
function lessonsOf({ key, signal, params }: Learner, group: Group): readonly Lesson[] {
  const names = sampleNames(group.rollouts);
  return group.rollouts.flatMap((rollout, i) => {
    const state = signal.memory?.learn({ ...group, rollouts: [rollout] }, params) ?? null;
    if (state === null) return [];
    const { problem, step } = group;
    const lesson = { memory: key, problem, step, sample: names[i] ?? '', state };
    const misfit = signal.memory?.misfit?.(state) ?? null;
    if (misfit === null) return [lesson];
    throw new InputError(
      `${key}: sample '${lesson.sample}' of problem '${problem.slice(0, 80)}' in step ${step} taught ${misfit}; nothing was learned`,
    );
  });
}

/** The merge of lessons, in their one order: the same bits whatever order they arrived in. */
function recollect(lessons: readonly Lesson[], pupils: readonly Learner[]): Memories {
  const signals = new Map(pupils.map(({ key, signal }) => [key, signal]));
  const memories = new Map<string, Map<ProblemId, Json>>();
  for (const { memory, problem, state } of lessons) {
    const signal = signals.get(memory);
    if (signal?.memory === undefined)
      throw new ConfigError(`no signal of this reward remembers as '${memory}'`);
    const states = memories.get(memory) ?? new Map<ProblemId, Json>();
    memories.set(memory, states);
    const known = states.get(problem);
    states.set(problem, known === undefined ? state : signal.memory.merge(known, state));
  }
  return memories;
}
