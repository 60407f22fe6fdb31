import { diskStore, type HistoryStore, memoryStore } from '../rewards/history/index.js';

/** The store a person names, or one in memory. */
export const historyStoreFrom = async (path: string | undefined): Promise<HistoryStore> =>
  path === undefined ? memoryStore() : diskStore(path);
