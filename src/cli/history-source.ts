import { existsSync } from 'node:fs';
import { diskStore, type HistoryStore, memoryStore } from '../rewards/history/index.js';
import { InputError } from '../support/index.js';

/** The store a person names, or one in memory. */
export const historyStoreFrom = async (path: string | undefined): Promise<HistoryStore> =>
  path === undefined ? memoryStore() : diskStore(path);

/** A store that is there already: looking at one makes none. Throws {@link InputError}. */
export function existingStore(path: string): Promise<HistoryStore> {
  if (!existsSync(path)) throw new InputError(`${path}: no such store`);
  return diskStore(path);
}
