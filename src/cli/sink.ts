import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Writable } from 'node:stream';
import { TouchstoneError } from '../support/index.js';

/** The output could not be written: exit status 4. */
export class OutputError extends TouchstoneError {
  override readonly name: string = 'OutputError';
}

/** The reader of a pipe went away (as `head` does): nothing is wrong, and nothing more is written. */
export class PipeClosed extends TouchstoneError {
  override readonly name: string = 'PipeClosed';
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** A write error under its path and code. */
function outputError(name: string, error: unknown): TouchstoneError {
  if (codeOf(error) === 'EPIPE') return new PipeClosed('the reader closed the pipe', { cause: error });
  const message = error instanceof Error ? error.message : String(error);
  return new OutputError(`cannot write ${name}: ${message}`, { cause: error });
}

/** Where records go: the pace of the reader is kept, and a failure is thrown at the next call. */
export interface Sink {
  write(text: string): Promise<void>;
  /** Everything is on its way (and a file is in its place) when this resolves. */
  finish(): Promise<void>;
  /** Ends without success. `keep` leaves a partial file for `--resume`. */
  abandon(keep: boolean): Promise<void>;
}

/** Standard output or standard error. */
export class StreamSink implements Sink {
  readonly #stream: Writable;
  readonly #name: string;
  #error: unknown = null;
  #wake: () => void = () => {};

  constructor(stream: Writable, name: string) {
    this.#stream = stream;
    this.#name = name;
    stream.on('error', (error) => {
      this.#error ??= error;
      this.#wake();
    });
    stream.on('drain', () => this.#wake());
  }

  async write(text: string): Promise<void> {
    this.#check();
    if (this.#stream.write(text)) return;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      if (this.#error !== null) resolve();
    });
    this.#check();
  }

  /** Writes without waiting; a failure shows at the next {@link write}. For notes on standard error. */
  note(text: string): void {
    if (this.#error === null) this.#stream.write(text);
  }

  async finish(): Promise<void> {
    if (this.#error === null) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        this.#stream.write('', () => resolve());
      });
    }
    this.#check();
  }

  abandon(): Promise<void> {
    return Promise.resolve();
  }

  #check(): void {
    if (this.#error !== null) throw outputError(this.#name, this.#error);
  }
}

/** Bytes gathered before a write to a file. */
const BUFFER = 1 << 16;

/** A file that appears whole or not at all: written beside its place, flushed, then renamed. */
export class FileSink implements Sink {
  readonly #path: string;
  readonly #target: string;
  readonly #temporary: string | null;
  readonly #handle: FileHandle;
  #pending = '';

  private constructor(path: string, target: string, temporary: string | null, handle: FileHandle) {
    this.#path = path;
    this.#target = target;
    this.#temporary = temporary;
    this.#handle = handle;
  }

  /** Name under which an unfinished file lies. */
  static partName(path: string): string {
    return `${path}.part`;
  }

  /** Opens `path` for writing; `append` goes on with an unfinished file. Devices and pipes are written directly. */
  static async open(path: string, append = false): Promise<FileSink> {
    try {
      const target = await realpath(path).catch(() => path);
      const info = await stat(target).catch(() => null);
      if (info?.isDirectory()) throw new Error('it is a directory');
      const direct = info !== null && !info.isFile();
      const temporary = direct ? null : FileSink.partName(target);
      const handle = await open(temporary ?? target, append ? 'a' : 'w');
      return new FileSink(path, target, temporary, handle);
    } catch (error) {
      throw outputError(path, error);
    }
  }

  async write(text: string): Promise<void> {
    this.#pending += text;
    if (this.#pending.length >= BUFFER) await this.#flush();
  }

  async finish(): Promise<void> {
    try {
      await this.#flush();
      if (this.#temporary !== null) {
        await this.#handle.sync();
        await this.#handle.close();
        await rename(this.#temporary, this.#target);
        await syncFolder(dirname(this.#target));
      } else await this.#handle.close();
    } catch (error) {
      await this.abandon(false);
      throw error instanceof TouchstoneError ? error : outputError(this.#path, error);
    }
  }

  async abandon(keep: boolean): Promise<void> {
    if (keep) await this.#flush().catch(() => {});
    await this.#handle.close().catch(() => {});
    if (!keep && this.#temporary !== null) await rm(this.#temporary, { force: true });
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.from(this.#pending, 'utf8');
    this.#pending = '';
    try {
      for (let at = 0; at < bytes.length; ) {
        const { bytesWritten } = await this.#handle.write(bytes, at, bytes.length - at);
        at += bytesWritten;
      }
    } catch (error) {
      throw outputError(this.#path, error);
    }
  }
}

/** Makes a rename last through a power loss, where the system can. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close().catch(() => {});
}
