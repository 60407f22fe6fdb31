import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { BackendError, InputError } from '../../support/index.js';
import type { Connection, Driver } from './driver.js';

/** "toyc": marks a database file as a history store (SQLite's application_id). */
const APPLICATION = 0x746f7963;
/** Version of the tables (SQLite's user_version). */
const VERSION = 1;

/**
 * `subject` names a problem in a memory, `lesson` holds what a sample taught about it. Texts from outside are stored as
 * JSON strings: NUL and lone surrogates survive, and different texts stay different.
 */
const TABLES = `
  PRAGMA journal_mode = DELETE;
  PRAGMA synchronous = EXTRA;
  CREATE TABLE subject (id INTEGER PRIMARY KEY, memory TEXT NOT NULL, problem TEXT NOT NULL, UNIQUE (memory, problem));
  CREATE TABLE lesson (
    subject INTEGER NOT NULL REFERENCES subject, step INTEGER NOT NULL, sample TEXT NOT NULL,
    state TEXT NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (subject, step, sample)
  ) WITHOUT ROWID;
  PRAGMA application_id = ${APPLICATION};
  PRAGMA user_version = ${VERSION};
`;

/** Opens the store at `path`, made first where nothing is. Throws {@link InputError} for any other file, unchanged. */
export function openFile(path: string, driver: Driver, seconds: number): Connection {
  const info = statSync(path, { throwIfNoEntry: false });
  if (info === undefined) create(path, driver);
  else if (!info.isFile()) throw new InputError(`${path} is not a file; name the file of a history store`);
  else if (info.size === 0) throw foreign(path, 'it is empty');
  const connection = connect(path, driver, seconds);
  try {
    connection.exec('PRAGMA synchronous = EXTRA');
    inspect(path, connection);
  } catch (error) {
    connection.close();
    throw storeError(path, error);
  }
  return connection;
}

/** Makes an empty store beside its place and links it there: it appears whole, and only one process's appears. */
function create(path: string, driver: Driver): void {
  const fresh = `${path}.new-${randomUUID()}`;
  try {
    const connection = connect(fresh, driver, 0);
    connection.exec(TABLES);
    connection.close();
    moveInto(fresh, path);
    syncFolder(dirname(path));
  } catch (error) {
    throw storeError(path, error);
  } finally {
    rmSync(fresh, { force: true });
  }
}

/** Gives `fresh` the name `path` unless another process was first. */
function moveInto(fresh: string, path: string): void {
  try {
    linkSync(fresh, path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return;
    // File systems without hard links.
    if (statSync(path, { throwIfNoEntry: false }) === undefined) renameSync(fresh, path);
  }
}

/** Makes the new name last through a power loss, where the system can. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Windows has no such call; the name then lasts as the system sees fit.
  }
}

function connect(path: string, driver: Driver, seconds: number): Connection {
  try {
    return new driver(path, { timeout: seconds * 1000 });
  } catch (error) {
    throw new InputError(
      `cannot open the history store ${path}: is its folder there, and may it be written?`,
      {
        cause: error,
      },
    );
  }
}

/** Refuses what is no store of this version, or is damaged. */
function inspect(path: string, connection: Connection): void {
  const number = (pragma: string): number =>
    Number(Object.values(connection.prepare(`PRAGMA ${pragma}`).get() as object)[0]);
  if (number('application_id') !== APPLICATION) throw foreign(path, 'it is a database of something else');
  const version = number('user_version');
  if (version !== VERSION) {
    throw new InputError(
      `${path} is a history store of version ${version}; this release reads ${VERSION}. It was left as it is`,
    );
  }
  const [first] = connection.prepare('PRAGMA quick_check(1)').all() as readonly { quick_check?: unknown }[];
  if (first?.quick_check !== 'ok') throw damaged(path, String(first?.quick_check));
}

const foreign = (path: string, why: string): InputError =>
  new InputError(`${path} is not a history store: ${why}. It was left as it is; name another file`);

/** The store holds something that was never written to it. */
export const damaged = (path: string, what: string): InputError =>
  new InputError(
    `${path} is a damaged history store (${what}). It was left as it is; go back to a copy, or import an export into a new file`,
  );

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** A database error in words; any other error as it is. */
export function storeError(path: string, error: unknown): unknown {
  const code = codeOf(error);
  if (!code.startsWith('SQLITE_')) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (code.startsWith('SQLITE_NOTADB')) return foreign(path, message);
  if (code.startsWith('SQLITE_CORRUPT')) return damaged(path, message);
  if (code.startsWith('SQLITE_BUSY')) {
    return new BackendError(
      `${path}: another process has been writing for too long; nothing was changed. Try again, or wait longer (waitSeconds)`,
      { cause: error },
    );
  }
  return new BackendError(`${path}: ${message}; nothing was changed`, { cause: error });
}
