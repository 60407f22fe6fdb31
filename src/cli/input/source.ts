import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { InputError } from '../../support/index.js';
import { gunzip, isGzip } from './gzip.js';

/** The name by which standard input is reported. */
export const STDIN = '<stdin>';

/** Bytes of a file or of standard input, with the first ones readable in advance. */
export interface Source {
  readonly name: string;
  /** Path on disk, or null for standard input. */
  readonly path: string | null;
  /** True for a regular file, which can be read at any offset. */
  readonly seekable: boolean;
  /** Bytes on disk, where known. */
  readonly size: number | null;
  /** The first bytes, decompressed; empty for an empty file. */
  readonly head: Buffer;
  /** All bytes from the start, decompressed, without a byte-order mark. */
  readonly chunks: AsyncIterable<Buffer>;
}

const HEAD = 64 * 1024;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'is a directory; name the files in it',
  EMFILE: 'too many open files',
};

/** A file-system error in words. */
export function inputError(name: string, error: unknown): InputError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = REASONS[code] ?? (error instanceof Error ? error.message : String(error));
  return new InputError(`${name}: ${reason}`, { cause: error });
}

/** Opens a file, or standard input for `-`. Throws {@link InputError} when it cannot be read or is UTF-16. */
export async function openSource(path: string): Promise<Source> {
  const fromStdin = path === '-';
  const name = fromStdin ? STDIN : path;
  try {
    const info = fromStdin ? null : await stat(path);
    if (info?.isDirectory()) throw Object.assign(new Error('directory'), { code: 'EISDIR' });
    const bytes: AsyncIterable<Buffer> = fromStdin
      ? process.stdin
      : createReadStream(path, { highWaterMark: 1 << 18 });
    const stream = await peeked(await decompressed(bytes));
    refuseUtf16(stream.head, name);
    return {
      name,
      path: fromStdin ? null : path,
      seekable: info?.isFile() ?? false,
      size: info?.size ?? null,
      head: stream.head,
      chunks: withoutMark(stream),
    };
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw inputError(name, error);
  }
}

async function decompressed(bytes: AsyncIterable<Buffer>): Promise<AsyncIterable<Buffer>> {
  const raw = await peeked(bytes, 2);
  return isGzip(raw.head) ? gunzip(raw.chunks) : raw.chunks;
}

interface Peeked {
  readonly head: Buffer;
  readonly chunks: AsyncIterable<Buffer>;
}

/** Reads ahead at least `least` bytes (or to the end); `chunks` still starts at the beginning. */
export async function peeked(bytes: AsyncIterable<Buffer>, least: number = HEAD): Promise<Peeked> {
  const iterator = bytes[Symbol.asyncIterator]();
  const taken: Buffer[] = [];
  let length = 0;
  let failure: { readonly error: unknown } | null = null;
  while (length < least) {
    try {
      const next = await iterator.next();
      if (next.done === true) break;
      taken.push(next.value);
      length += next.value.length;
    } catch (error) {
      // Bytes that came before the failure are still delivered; the failure follows them.
      if (length === 0) throw error;
      failure = { error };
      break;
    }
  }
  async function* again(): AsyncGenerator<Buffer, void, undefined> {
    yield* taken.splice(0);
    if (failure !== null) throw failure.error;
    try {
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next())
        yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { head: Buffer.concat(taken), chunks: again() };
}

function refuseUtf16(head: Buffer, name: string): void {
  const little = head[0] === 0xff && head[1] === 0xfe;
  const big = head[0] === 0xfe && head[1] === 0xff;
  const unmarked = head.length >= 4 && ((head[1] === 0 && head[3] === 0) || (head[0] === 0 && head[2] === 0));
  const allZero = head.every((byte) => byte === 0);
  if (little || big || (unmarked && !allZero)) {
    throw new InputError(
      `${name}: the text is UTF-16; convert it first, for example: iconv -f UTF-16 -t UTF-8`,
    );
  }
}

const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

async function* withoutMark(stream: Peeked): AsyncGenerator<Buffer, void, undefined> {
  let skip = stream.head.subarray(0, 3).equals(MARK) ? 3 : 0;
  for await (const chunk of stream.chunks) {
    const rest = chunk.subarray(Math.min(skip, chunk.length));
    skip -= chunk.length - rest.length;
    if (rest.length > 0) yield rest;
  }
}
