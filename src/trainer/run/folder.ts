import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError, type Json } from '../../support/index.js';
import { writeWhole } from './files.js';
import { takeLock } from './lock.js';

/** Files of a run that grow by a line at a time; every line has a `step`. */
export type Journal = 'metrics.jsonl' | 'evaluations.jsonl';

const JOURNALS: readonly Journal[] = ['metrics.jsonl', 'evaluations.jsonl'];

/** The folder of one run: one trainer at a time. */
export interface RunFolder {
  readonly path: string;
  /** Where checkpoints go. */
  readonly checkpoints: string;
  /** Adds a line to a journal; it is on the disk when this returns. */
  add(journal: Journal, line: Json): Promise<void>;
  /** Writes a file of the run whole. */
  write(name: string, text: string): Promise<void>;
  /** The text of a file of the run, or `null`. */
  read(name: string): Promise<string | null>;
  /**
   * Takes back what journals tell of steps beyond those done: what is done again is not told twice. Throws
   * {@link InputError} where the metrics tell of fewer.
   */
  rewind(done: number): Promise<void>;
  /** Gives the folder up to others. */
  close(): Promise<void>;
}

/**
 * Opens a folder for one trainer. A lock names its process; one left behind by a process that is gone is taken over. Throws
 * {@link InputError} where another trainer works there, and where a run is there already that is not to be resumed.
 */
export async function openRunFolder(
  path: string,
  { resume }: { readonly resume: boolean },
): Promise<RunFolder> {
  if (!resume && existsSync(join(path, 'config.yaml')))
    throw new InputError(
      `${path} holds a run already: go on with it by --resume ${path}, or train into another --out`,
    );
  await mkdir(join(path, 'rollouts'), { recursive: true });
  const checkpoints = join(path, 'checkpoints');
  await mkdir(checkpoints, { recursive: true });
  const lock = join(path, 'lock.json');
  await takeLock(lock, path);
  return {
    path,
    checkpoints,
    add: (journal, line) => append(join(path, journal), line),
    write: (name, text) => writeWhole(join(path, name), text),
    read: (name) => readFile(join(path, name), 'utf8').catch(() => null),
    rewind: async (done) => {
      for (const journal of JOURNALS) await cutBack(join(path, journal), done);
      const told = await lastStep(join(path, 'metrics.jsonl'));
      if (told < done)
        throw new InputError(
          `${join(path, 'metrics.jsonl')} tells of ${told} steps, the checkpoint of ${done}: lines of it are lost`,
        );
    },
    close: () => rm(lock, { force: true }),
  };
}

async function append(path: string, line: Json): Promise<void> {
  const file = await open(path, 'a');
  try {
    await file.writeFile(`${JSON.stringify(line)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Cuts a journal off before the first line of a step beyond `done`, or one that a crash left unfinished. */
async function cutBack(path: string, done: number): Promise<void> {
  const text = await readFile(path, 'utf8').catch(() => '');
  let end = 0;
  for (;;) {
    const next = text.indexOf('\n', end);
    if (next < 0 || stepOf(text.slice(end, next)) > done) break;
    end = next + 1;
  }
  if (end < text.length) await truncate(path, Buffer.byteLength(text.slice(0, end)));
}

async function lastStep(path: string): Promise<number> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const last = text.trimEnd().split('\n').at(-1) ?? '';
  return last === '' ? 0 : stepOf(last);
}

function stepOf(line: string): number {
  try {
    return Number((JSON.parse(line) as { step?: unknown }).step);
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
