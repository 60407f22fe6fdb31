import { mkdir, open, readFile, rm, truncate } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { InputError, type Json } from '../../support/index.js';
import { writeWhole } from './files.js';

/** The folder of one run: one trainer at a time. */
export interface RunFolder {
  readonly path: string;
  /** Where checkpoints go. */
  readonly checkpoints: string;
  /** Adds a line to `metrics.jsonl`. */
  metric(line: Json): Promise<void>;
  /** Writes a file of the run whole. */
  write(name: string, text: string): Promise<void>;
  /** Cuts `metrics.jsonl` back to the first `lines` lines: what a step did that is done again is not told twice. */
  rewind(lines: number): Promise<void>;
  /** Gives the folder up to others. */
  close(): Promise<void>;
}

/**
 * Opens a folder for one trainer. A lock names its process; one left behind by a process that is gone is taken over. Throws
 * {@link InputError} where another trainer works there.
 */
export async function openRunFolder(path: string): Promise<RunFolder> {
  await mkdir(join(path, 'rollouts'), { recursive: true });
  const checkpoints = join(path, 'checkpoints');
  await mkdir(checkpoints, { recursive: true });
  const lock = join(path, 'lock.json');
  await takeLock(lock, path);
  const metrics = join(path, 'metrics.jsonl');
  return {
    path,
    checkpoints,
    metric: async (line) => {
      const file = await open(metrics, 'a');
      try {
        await file.writeFile(`${JSON.stringify(line)}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
    },
    write: (name, text) => writeWhole(join(path, name), text),
    rewind: (lines) => cutBack(metrics, lines),
    close: () => rm(lock, { force: true }),
  };
}

async function takeLock(lock: string, path: string): Promise<void> {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const file = await open(lock, 'wx');
      await file.writeFile(JSON.stringify({ pid: process.pid, host: hostname() }));
      await file.close();
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = await holderOf(lock);
      if (holder !== null)
        throw new InputError(
          `${path} is in use by process ${holder}: wait for it, or train into another --out`,
        );
      await rm(lock, { force: true });
    }
  }
  throw new InputError(`${path} is being taken by another trainer`);
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

async function cutBack(path: string, lines: number): Promise<void> {
  const text = await readFile(path, 'utf8').catch(() => '');
  let end = 0;
  for (let line = 0; line < lines; line += 1) {
    const next = text.indexOf('\n', end);
    if (next < 0) throw new InputError(`${path} has fewer than the ${lines} lines its checkpoint tells of`);
    end = next + 1;
  }
  if (end < text.length) await truncate(path, Buffer.byteLength(text.slice(0, end)));
}
