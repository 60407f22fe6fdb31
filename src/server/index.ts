/**
 * One reward for every stack that takes a URL or a child process: the line protocol and the HTTP server (Node only).
 *
 * @module
 */
export { rewardBook } from './book.js';
export { type HttpLimits, httpDefaults } from './http/limits.js';
export { HttpServer, type HttpServing } from './http/server.js';
export { readTasks, type Task } from './open-reward/tasks.js';
export { type RewardBook, Scorer, type ScorerOptions } from './scorer.js';
export { type StdioOptions, serveLines, stdioDefaults } from './stdio.js';
export type { Answer } from './wire/answer.js';
export { Fault, type FaultCode } from './wire/fault.js';
export type { Item } from './wire/item.js';
