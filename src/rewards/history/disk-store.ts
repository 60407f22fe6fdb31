import { ConfigError, canonicalJson, type Json, stableHash } from '../../support/index.js';
import { asProblemId } from '../rollout.js';
import { damaged, openFile, storeError } from './disk-file.js';
import { type Connection, loadDriver, type Statement } from './driver.js';
import { checkLesson, compareLessons, type Lesson, type Query } from './lesson.js';
import type { Added, HistoryStore } from './store.js';

/** Options of {@link diskStore}. */
export interface DiskOptions {
  /** How long another process's write is waited for before an error names it, in seconds; 30 by default. */
  readonly waitSeconds?: number;
}

const SELECT = `
  SELECT memory, problem, step, sample, state, digest FROM lesson JOIN subject ON subject.id = lesson.subject`;

interface StoredLesson {
  readonly memory: string;
  readonly problem: string;
  readonly step: number;
  readonly sample: string;
  readonly state: string;
  readonly digest: string;
}

/** A hash of everything a row says: a flipped bit on disk shows. */
const digestOf = ({ memory, problem, step, sample, state }: Omit<StoredLesson, 'digest'>): string =>
  stableHash(`${memory} ${problem} ${step} ${sample} ${state}`);

/** Lessons in one SQLite file. A transaction is one call without a pause, so this process never waits for itself. */
class DiskStore implements HistoryStore {
  readonly #path: string;
  #connection: Connection | null;

  constructor(path: string, connection: Connection) {
    this.#path = path;
    this.#connection = connection;
  }

  add(lessons: readonly Lesson[]): Promise<Added> {
    return this.#transaction('IMMEDIATE', (connection) => {
      for (const [i, lesson] of lessons.entries()) checkLesson(lesson, `lessons[${i}]`);
      const insert = new Insertion(connection);
      for (const lesson of lessons) insert.add(lesson);
      return insert.count;
    });
  }

  read(query: Query = {}): Promise<readonly Lesson[]> {
    return this.#transaction('DEFERRED', (connection) =>
      rowsOf(connection, query)
        .map((row) => this.#lesson(row))
        .sort(compareLessons),
    );
  }

  close(): Promise<void> {
    this.#connection?.close();
    this.#connection = null;
    return Promise.resolve();
  }

  /** A row as the lesson it was written from; a digest that does not fit tells that it is not. */
  #lesson(row: StoredLesson): Lesson {
    if (digestOf(row) !== row.digest)
      throw damaged(
        this.#path,
        `the lesson of step ${row.step}, sample ${row.sample} does not fit its digest`,
      );
    return {
      memory: JSON.parse(row.memory) as string,
      problem: asProblemId(JSON.parse(row.problem) as string),
      step: row.step,
      sample: JSON.parse(row.sample) as string,
      state: JSON.parse(row.state) as Json,
    };
  }

  /** Runs work in one transaction: all of it happens, or nothing. */
  async #transaction<T>(kind: 'IMMEDIATE' | 'DEFERRED', work: (connection: Connection) => T): Promise<T> {
    await Promise.resolve();
    const connection = this.#connection;
    if (connection === null) throw new ConfigError(`the history store ${this.#path} is closed`);
    try {
      connection.exec(`BEGIN ${kind}`);
      const result = work(connection);
      connection.exec('COMMIT');
      return result;
    } catch (error) {
      rollBack(connection);
      throw storeError(this.#path, error);
    }
  }
}

function rollBack(connection: Connection): void {
  try {
    connection.exec('ROLLBACK');
  } catch {
    // No transaction was open, or the database ended it itself.
  }
}

/** Adds lessons one by one within a transaction, and counts what became of them. */
class Insertion {
  readonly count: { added: number; known: number; differing: number } = { added: 0, known: 0, differing: 0 };
  readonly #subject: Statement;
  readonly #subjectId: Statement;
  readonly #lesson: Statement;
  readonly #digest: Statement;

  constructor(connection: Connection) {
    this.#subject = connection.prepare('INSERT OR IGNORE INTO subject (memory, problem) VALUES (?, ?)');
    this.#subjectId = connection.prepare('SELECT id FROM subject WHERE memory = ? AND problem = ?');
    this.#lesson = connection.prepare('INSERT OR IGNORE INTO lesson VALUES (?, ?, ?, ?, ?)');
    this.#digest = connection.prepare(
      'SELECT digest FROM lesson WHERE subject = ? AND step = ? AND sample = ?',
    );
  }

  add(lesson: Lesson): void {
    const row = {
      memory: JSON.stringify(lesson.memory),
      problem: JSON.stringify(lesson.problem),
      step: lesson.step,
      sample: JSON.stringify(lesson.sample),
      state: canonicalJson(lesson.state),
    };
    this.#subject.run(row.memory, row.problem);
    const { id } = this.#subjectId.get(row.memory, row.problem) as { readonly id: number };
    const digest = digestOf(row);
    if (this.#lesson.run(id, row.step, row.sample, row.state, digest).changes === 1) {
      this.count.added += 1;
      return;
    }
    this.count.known += 1;
    const stored = this.#digest.get(id, row.step, row.sample) as { readonly digest: string };
    if (stored.digest !== digest) this.count.differing += 1;
  }
}

/** The rows that fit; a query that names problems looks up each of them. */
function rowsOf(connection: Connection, { memories, problems, before }: Query): readonly StoredLesson[] {
  const end = Math.min(before ?? Number.MAX_SAFE_INTEGER + 1, Number.MAX_SAFE_INTEGER + 1);
  const clauses = ['step < ?', ...(memories ? ['memory = ?'] : []), ...(problems ? ['problem = ?'] : [])];
  const select = connection.prepare(`${SELECT} WHERE ${clauses.join(' AND ')}`);
  const quoted = (texts: readonly string[] | undefined): readonly (readonly string[])[] =>
    texts === undefined ? [[]] : [...new Set(texts)].map((text) => [JSON.stringify(text)]);
  return quoted(memories).flatMap((memory) =>
    quoted(problems).flatMap((problem) => select.all(end, ...memory, ...problem) as readonly StoredLesson[]),
  );
}

/**
 * The store in the file at `path`, made where nothing is. Several processes may share it; what was added is kept
 * through a kill at any time. Throws {@link InputError} naming a file that is something else or is damaged (it is left
 * as it is), and {@link BackendError} where libsql is missing.
 */
export async function diskStore(path: string, { waitSeconds = 30 }: DiskOptions = {}): Promise<HistoryStore> {
  const driver = await loadDriver();
  return new DiskStore(path, openFile(path, driver, waitSeconds));
}
