import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { InputError } from '../../support/index.js';

/** Takes the lock file of a folder. Throws {@link InputError} naming the process that holds it. */
export async function takeLock(lock: string, folder: string): Promise<void> {
  const own = `${lock}.${process.pid}`;
  await writeFile(own, JSON.stringify({ pid: process.pid, host: hostname() }));
  try {
    await linked(own, lock, folder);
  } finally {
    await rm(own, { force: true });
  }
}

async function linked(own: string, lock: string, folder: string): Promise<void> {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      // Linked into place, so that a lock is never seen half written.
      await link(own, lock);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = await holderOf(lock);
      if (holder !== null)
        throw new InputError(
          `${folder} is in use by process ${holder}: wait for it, or train into another --out`,
        );
      await rm(lock, { force: true });
    }
  }
  throw new InputError(`${folder} is being taken by another trainer`);
}

/** The process that holds a lock, or `null` when it is gone. A lock of another machine is believed. */
async function holderOf(lock: string): Promise<string | null> {
  try {
    const { pid, host } = JSON.parse(await readFile(lock, 'utf8')) as { pid: number; host: string };
    if (host !== hostname()) return `${pid} on ${host}`;
    process.kill(pid, 0);
    return String(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? 'of another user' : null;
  }
}
