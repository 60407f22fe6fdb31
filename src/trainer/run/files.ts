import { createHash, randomUUID } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes a file so that after a crash it is either whole or as it was: beside it, flushed, renamed, folder flushed. `data` may
 * come in pieces.
 */
export async function writeWhole(
  path: string,
  data: string | Uint8Array | Iterable<Uint8Array>,
): Promise<void> {
  const aside = join(dirname(path), `.${randomUUID()}.part`);
  try {
    const file = await open(aside, 'wx');
    try {
      const whole = typeof data === 'string' || data instanceof Uint8Array;
      for (const piece of whole ? [data] : data) await file.writeFile(piece);
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

/** SHA-256 of bytes, in hexadecimal. */
export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** SHA-256 of a file. */
export const sha256File = async (path: string): Promise<string> => sha256(await readFile(path));
