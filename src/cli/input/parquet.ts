import { open } from 'node:fs/promises';
import * as zlib from 'node:zlib';
import type { AsyncBuffer, Compressors } from 'hyparquet';
import { InputError } from '../../support/index.js';
import { plainJson } from './plain.js';
import type { Source } from './source.js';
import { DOCUMENT_LIMIT, type Item, type Items } from './types.js';

/** The four bytes at both ends of a parquet file. */
export const isParquet = (head: Buffer): boolean => head.subarray(0, 4).toString('latin1') === 'PAR1';

/** Rows handed on at a time. */
const BATCH = 256;

type Inflate = (input: Uint8Array, options: { maxOutputLength: number }) => Buffer;

/** zlib's zstd, on the Node versions that have it. */
const zstd = (zlib as unknown as { zstdDecompressSync?: Inflate }).zstdDecompressSync;

/** A page decompressor that never writes more than the page header promises, within the limit. */
const bounded =
  (codec: string, inflate: Inflate | undefined) =>
  (input: Uint8Array, length: number): Uint8Array => {
    if (inflate === undefined) throw new Error(`${codec} compression needs Node 22.15 or newer`);
    if (length > DOCUMENT_LIMIT) throw new Error(`a page of ${length} bytes is over the limit`);
    return inflate(input, { maxOutputLength: Math.max(1, length) });
  };

const compressors: Compressors = {
  GZIP: bounded('gzip', zlib.gunzipSync),
  BROTLI: bounded('brotli', zlib.brotliDecompressSync),
  ZSTD: bounded('zstd', zstd),
};

/** Checks a range before anything is allocated for it. */
function checkRange(start: number, end: number, size: number): void {
  if (start < 0 || end < start || end > size)
    throw new Error(`bytes ${start} to ${end} lie outside the file`);
}

const arrayBufferOf = (bytes: Uint8Array): ArrayBuffer => {
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  return copy;
};

/** The file (or, for a pipe, all its bytes) as hyparquet reads it, and how to close it. */
async function bufferOf(source: Source): Promise<{ readonly file: AsyncBuffer; close(): Promise<void> }> {
  if (source.seekable && source.path !== null) {
    const handle = await open(source.path);
    const { size } = await handle.stat();
    const slice = async (start: number, end: number = size): Promise<ArrayBuffer> => {
      checkRange(start, end, size);
      const bytes = new Uint8Array(end - start);
      await handle.read(bytes, 0, bytes.length, start);
      return bytes.buffer;
    };
    return { file: { byteLength: size, slice }, close: () => handle.close() };
  }
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of source.chunks) {
    size += chunk.length;
    if (size > DOCUMENT_LIMIT)
      throw new Error('parquet from a pipe is held whole and is over 512 MiB: give the file');
    parts.push(chunk);
  }
  const all = Buffer.concat(parts);
  const slice = (start: number, end: number = size): ArrayBuffer => {
    checkRange(start, end, size);
    return arrayBufferOf(all.subarray(start, end));
  };
  return { file: { byteLength: size, slice }, close: () => Promise.resolve() };
}

/** Rows of a parquet file, a row group at a time; `line` is the row's number. */
export async function* readParquet(source: Source): Items {
  const { parquetMetadataAsync, parquetReadObjects } = await import('hyparquet');
  const damaged = (what: string, error: unknown): InputError =>
    new InputError(`${source.name}: ${what}: ${error instanceof Error ? error.message : String(error)}`);
  const buffer = await bufferOf(source).catch((error: unknown) => {
    throw damaged('cannot read the parquet file', error);
  });
  try {
    const { file } = buffer;
    const metadata = await parquetMetadataAsync(file).catch((error: unknown) => {
      throw damaged('not a readable parquet file (truncated or damaged)', error);
    });
    let first = 0;
    for (const [group, { num_rows }] of metadata.row_groups.entries()) {
      const end = first + Number(num_rows);
      const rows = await parquetReadObjects({
        file,
        metadata,
        rowStart: first,
        rowEnd: end,
        compressors,
      }).catch((error: unknown) => {
        throw damaged(`row group ${group + 1} is damaged or not supported`, error);
      });
      for (let from = 0; from < rows.length; from += BATCH) {
        yield rows.slice(from, from + BATCH).map((row, index): Item => {
          const place = { file: source.name, line: first + from + index + 1, byte: 0 };
          return { kind: 'row', place, record: plainJson(row) as Record<string, unknown> };
        });
      }
      first = end;
    }
  } finally {
    await buffer.close();
  }
}
