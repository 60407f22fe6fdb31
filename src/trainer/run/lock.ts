import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { InputError } from '../../support/index.js';

/** Who holds a lock. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process began, by the system's own count, so that a number given out anew is told apart; `null`: unknown. */
  readonly began: string | null;
}

/** Takes the lock file of a folder. Throws {@link InputError} naming the process that holds it. */
export async function takeLock(lock: string, folder: string): Promise<void> {
  const own = `${lock}.${process.pid}`;
  const holder: Holder = { pid: process.pid, host: hostname(), began: await beginningOf(process.pid) };
  await writeFile(own, JSON.stringify(holder));
  try {
    await linked(own, lock, folder);
  } finally {
    await rm(own, { force: true });
  }
}

/** Links the lock into place, so that it is never seen half written. */
async function linked(own: string, lock: string, folder: string): Promise<void> {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
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
    const { pid, host, began } = JSON.parse(await readFile(lock, 'utf8')) as Partial<Holder>;
    if (typeof pid !== 'number' || typeof host !== 'string') return null;
    if (host !== hostname()) return `${pid} on ${host}`;
    process.kill(pid, 0);
    const now = await beginningOf(pid);
    return now !== null && began != null && now !== began ? null : String(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? 'of another user' : null;
  }
}

/** When a process began: field 22 of its `stat` where the system has one, else `null`. */
async function beginningOf(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  // The second field, a name in parentheses, may hold spaces.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}
