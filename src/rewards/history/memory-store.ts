import { ConfigError, canonicalJson, type Json } from '../../support/index.js';
import type { ProblemId } from '../rollout.js';
import { checkLesson, compareLessons, type Lesson, type Query } from './lesson.js';
import type { Added, HistoryStore } from './store.js';

/** `step:sample` → lesson, of one problem in one memory. */
type Shelf = Map<string, Lesson>;

class MemoryStore implements HistoryStore {
  readonly #memories = new Map<string, Map<ProblemId, Shelf>>();
  #closed = false;

  add(lessons: readonly Lesson[]): Promise<Added> {
    return this.#when(() => {
      for (const [i, lesson] of lessons.entries()) checkLesson(lesson, `lessons[${i}]`);
      const count = { added: 0, known: 0, differing: 0 };
      for (const lesson of lessons) {
        const shelf = this.#shelf(lesson.memory, lesson.problem);
        const key = `${lesson.step}:${lesson.sample}`;
        const before = shelf.get(key);
        // The copy is ours: what the caller does to its own state later is not seen here.
        const text = canonicalJson(lesson.state);
        if (before === undefined) shelf.set(key, { ...lesson, state: JSON.parse(text) as Json });
        else if (canonicalJson(before.state) !== text) count.differing += 1;
        count[before === undefined ? 'added' : 'known'] += 1;
      }
      return count;
    });
  }

  read({ memories, problems, before = Number.POSITIVE_INFINITY }: Query = {}): Promise<readonly Lesson[]> {
    return this.#when(() => {
      const found: Lesson[] = [];
      for (const memory of new Set(memories ?? this.#memories.keys())) {
        const shelves = this.#memories.get(memory);
        for (const problem of new Set(problems ?? shelves?.keys() ?? [])) {
          for (const lesson of shelves?.get(problem)?.values() ?? [])
            if (lesson.step < before) found.push(lesson);
        }
      }
      return found.sort(compareLessons);
    });
  }

  close(): Promise<void> {
    this.#closed = true;
    this.#memories.clear();
    return Promise.resolve();
  }

  #shelf(memory: string, problem: ProblemId): Shelf {
    const shelves = this.#memories.get(memory) ?? new Map<ProblemId, Shelf>();
    this.#memories.set(memory, shelves);
    const shelf = shelves.get(problem) ?? new Map<string, Lesson>();
    shelves.set(problem, shelf);
    return shelf;
  }

  /** Runs work at once; a failure is a rejection, as from any other store. */
  async #when<T>(work: () => T): Promise<T> {
    await Promise.resolve();
    if (this.#closed) throw new ConfigError('the history store is closed');
    return work();
  }
}

/** A store that lasts as long as the process. */
export const memoryStore = (): HistoryStore => new MemoryStore();
