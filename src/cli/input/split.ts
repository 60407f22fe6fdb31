import { RECORD_LIMIT } from './types.js';

/** A stretch of bytes that holds one record, or an account of why it does not. */
export interface Piece {
  /** 1-based line on which the piece begins. */
  readonly line: number;
  /** Offset of its first byte in the decoded stream. */
  readonly byte: number;
  /** The bytes; null when the piece is longer than the limit. */
  readonly bytes: Buffer | null;
  readonly length: number;
  /** False for a last piece that no separator ends. */
  readonly ended: boolean;
}

/** Finds where a record ends; keeps its state from one chunk to the next. */
export interface Scanner {
  /** Index of the separator byte at or after `from`, or -1 when the chunk ends first. */
  end(chunk: Buffer, from: number): number;
}

const NEWLINE = 10;

/** Records that are lines. */
export const lineScanner = (): Scanner => ({ end: (chunk, from) => chunk.indexOf(NEWLINE, from) });

/** Cuts a stream of bytes into records; memory is bounded by one chunk and one record. */
export class Splitter {
  readonly #scanner: Scanner;
  readonly #limit: number;
  /** Counts newlines inside records too (CSV cells, JSON arrays); plain lines have none. */
  readonly #multiline: boolean;
  #parts: Buffer[] = [];
  #length = 0;
  #line = 1;
  #byte = 0;
  #inside = 0;

  constructor(scanner: Scanner, options: { readonly multiline?: boolean; readonly limit?: number } = {}) {
    this.#scanner = scanner;
    this.#multiline = options.multiline ?? false;
    this.#limit = options.limit ?? RECORD_LIMIT;
  }

  /** The line being read, for messages about input that breaks off. */
  get line(): number {
    return this.#line + this.#inside;
  }

  /** Takes a chunk; returns the records that it completes. */
  push(chunk: Buffer): Piece[] {
    const pieces: Piece[] = [];
    let from = 0;
    while (from < chunk.length) {
      const end = this.#scanner.end(chunk, from);
      const stop = end < 0 ? chunk.length : end;
      this.#hold(chunk.subarray(from, stop));
      if (end < 0) break;
      pieces.push(this.#finish(chunk[end] === NEWLINE, true));
      from = end + 1;
    }
    return pieces;
  }

  /** The last record, when no separator ends it. */
  flush(): Piece[] {
    return this.#length === 0 ? [] : [this.#finish(false, false)];
  }

  #hold(part: Buffer): void {
    this.#length += part.length;
    if (this.#multiline) this.#inside += countNewlines(part);
    if (this.#length > this.#limit) this.#parts = [];
    else if (part.length > 0) this.#parts.push(part);
  }

  #finish(newline: boolean, ended: boolean): Piece {
    const whole = this.#length <= this.#limit;
    const bytes = !whole
      ? null
      : this.#parts.length === 1
        ? (this.#parts[0] as Buffer)
        : Buffer.concat(this.#parts);
    const piece = { line: this.#line, byte: this.#byte, bytes, length: this.#length, ended };
    this.#line += this.#inside + (newline ? 1 : 0);
    this.#byte += this.#length + 1;
    this.#parts = [];
    this.#length = 0;
    this.#inside = 0;
    return piece;
  }
}

function countNewlines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}
