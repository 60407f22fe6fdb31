import { InputError, type Json } from '../../support/index.js';
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
  const memories = pupils.map(({ key }) => key);
  return {
    snapshot: async (problems, before) =>
      recollect(await store.read({ memories, problems: [...problems], before }), pupils),
    learn: async (groups) =>
      await store.add(pupils.flatMap((pupil) => groups.flatMap((group) => lessonsOf(pupil, group)))),
  };
}

/** One lesson for every rollout that teaches something: each is learned from as a group of its own. */
function lessonsOf({ key, memory, params }: Learner, group: Group): readonly Lesson[] {
  const { problem, step } = group;
  const names = sampleNames(group.rollouts);
  return group.rollouts.flatMap((rollout, i) => {
    const state = memory.learn({ ...group, rollouts: [rollout] }, params);
    if (state === null) return [];
    const sample = names[i] ?? '';
    const misfit = memory.misfit?.(state) ?? null;
    if (misfit === null) return [{ memory: key, problem, step, sample, state }];
    throw new InputError(
      `${key}: sample '${sample}' of problem '${problem.slice(0, 80)}' in step ${step} taught ${misfit}; nothing was learned`,
    );
  });
}

/** The merge of lessons, in their one order: the same bits whatever order they arrived in. */
function recollect(lessons: readonly Lesson[], pupils: readonly Learner[]): Memories {
  const memories = new Map<string, Map<ProblemId, Json>>();
  for (const { key, memory } of pupils) {
    const states = new Map<ProblemId, Json>();
    for (const lesson of lessons) {
      if (lesson.memory !== key) continue;
      const known = states.get(lesson.problem);
      states.set(lesson.problem, known === undefined ? lesson.state : memory.merge(known, lesson.state));
    }
    memories.set(key, states);
  }
  return memories;
}
