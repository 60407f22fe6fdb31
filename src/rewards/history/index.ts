/**
 * What rewards remember between batches, and where it is kept. Uses Node; apart from `diskStore` nothing here needs a
 * package besides this one.
 *
 * @module
 */
export { type DiskOptions, diskStore } from './disk-store.js';
export { exportHistory, importHistory, parseHistory } from './document.js';
export { type History, historyOf } from './history.js';
export type { Lesson, Query } from './lesson.js';
export { memoryStore } from './memory-store.js';
export type { Added, HistoryStore } from './store.js';
