import { BackendError } from '../../support/index.js';

/** A prepared statement; the part of libsql's that is used. */
export interface Statement {
  run(...values: readonly (string | number)[]): { readonly changes: number };
  get(...values: readonly (string | number)[]): unknown;
  all(...values: readonly (string | number)[]): readonly unknown[];
}

/** A connection to one database file; calls return when the work is done. */
export interface Connection {
  exec(sql: string): unknown;
  prepare(sql: string): Statement;
  close(): unknown;
}

/** Opens a database file, made where nothing is; `timeout` is how long a lock is waited for, in milliseconds. */
export type Driver = new (path: string, options: { readonly timeout: number }) => Connection;

/** libsql, which only this file touches. Throws {@link BackendError} with the command that installs it. */
export async function loadDriver(): Promise<Driver> {
  try {
    const { default: Database } = await import('libsql');
    return Database as unknown as Driver;
  } catch (error) {
    throw new BackendError(
      'a history store on disk needs the package libsql; add it with: npm install libsql@0.5',
      { cause: error },
    );
  }
}
