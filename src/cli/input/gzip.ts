import { createGunzip, type Gunzip } from 'node:zlib';
import { InputError } from '../../support/index.js';

/** Compressed bytes handed to zlib at a time: at most about 16 MiB of text come back. */
const SLICE = 16 * 1024;

/** True for the first bytes of a gzip member. */
export const isGzip = (head: Buffer): boolean => head[0] === 0x1f && head[1] === 0x8b;

/** One run of zlib, fed piece by piece; a failed piece gives back nothing, not even what decoded before the fault. */
class Inflater {
  readonly #stream: Gunzip = createGunzip();
  #ready: Buffer[] = [];
  #settled: () => void = () => {};
  failure: Error | null = null;

  constructor() {
    this.#stream.on('data', (part: Buffer) => this.#ready.push(part));
    this.#stream.on('end', () => this.#settled());
    this.#stream.on('error', (error) => {
      this.failure = error;
      this.#settled();
    });
  }

  /** Compressed bytes used so far. */
  get used(): number {
    return this.#stream.bytesWritten;
  }

  /** Decodes `bytes`, or with null checks that the data is complete. */
  async feed(bytes: Buffer | null): Promise<readonly Buffer[]> {
    await new Promise<void>((resolve) => {
      this.#settled = resolve;
      if (bytes === null) this.#stream.end();
      else this.#stream.write(bytes, () => resolve());
    });
    const parts = this.#ready;
    this.#ready = [];
    return parts;
  }
}

/** Feeds a failing slice byte by byte, so that all text before the fault is delivered. */
async function* untilFault(inflater: Inflater, slice: Buffer): AsyncGenerator<Buffer, void, undefined> {
  for (let at = 0; at < slice.length && inflater.failure === null; at += 1) {
    yield* await inflater.feed(slice.subarray(at, at + 1));
  }
}

/**
 * Decompresses gzip, concatenated members included, at the reader's pace. Everything before a fault is delivered
 * before the fault is thrown: a second inflater follows one slice behind and replays the slice that failed.
 */
export async function* gunzip(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  const leader = new Inflater();
  const follower = new Inflater();
  let consumed = 0;
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += SLICE) {
      const slice = chunk.subarray(from, from + SLICE);
      const parts = await leader.feed(slice);
      if (leader.failure !== null) {
        yield* untilFault(follower, slice);
        throw gzipError(leader.failure, consumed, follower);
      }
      yield* parts;
      await follower.feed(slice);
      consumed += slice.length;
    }
  }
  yield* await leader.feed(null);
  if (leader.failure !== null) throw gzipError(leader.failure, consumed, leader);
}

const gzipError = (error: Error, consumed: number, inflater: Inflater): InputError =>
  new InputError(`${error.message} at byte ${Math.max(consumed, inflater.used)} of the gzip data`, {
    cause: error,
  });
