import { chains, longChains, mixedChains } from './chains/task.js';
import type { Task } from './task.js';

/** The tasks there are, by name. */
export const tasks: ReadonlyMap<string, Task> = new Map(
  [chains, longChains, mixedChains].map((task) => [task.name, task]),
);
