import { createHash, type Hash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What a file is made of: one piece, or several that are read one after the other. */
export type Contents = string | Uint8Array | AsyncIterable<Uint8Array>;

type Pieces = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

function piecesOf(data: Contents): Pieces {
  if (typeof data === 'string') return [Buffer.from(data)];
  return data instanceof Uint8Array ? [data] : data;
}

/** Writes a file so that after a crash it is either whole or as it was: beside it, flushed, renamed, folder flushed. */
export async function writeWhole(path: string, data: Contents): Promise<void> {
  const aside = join(dirname(path), `.${randomUUID()}.part`);
  try {
    const file = await open(aside, 'wx');
    try {
      for await (const piece of piecesOf(data)) await file.writeFile(piece);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** {@link writeWhole}, and the SHA-256 in hexadecimal of what was to be written: a disk that kept something else is found out. */
export async function writeSummed(path: string, data: Contents): Promise<string> {
  const hash = createHash('sha256');
  await writeWhole(path, summed(piecesOf(data), hash));
  return hash.digest('hex');
}

async function* summed(pieces: Pieces, hash: Hash): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}

/** Makes names in a folder last through a power loss; systems that cannot open folders do so by themselves. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null);
  if (folder === null) return;
  try {
    await folder.sync().catch(() => {});
  } finally {
    await folder.close();
  }
}

/** SHA-256 of a file, in hexadecimal. */
export async function sha256File(path: string): Promise<string> {
  const hash = createHash('sha256');
  // In parts: a file of 2 GiB and more cannot be read at once.
  for await (const part of createReadStream(path, { highWaterMark: 2 ** 20 })) hash.update(part as Buffer);
  return hash.digest('hex');
}
