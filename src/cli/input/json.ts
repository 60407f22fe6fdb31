import { isUtf8 } from 'node:buffer';
import { lineScanner, type Piece, type Scanner, Splitter } from './split.js';
import { type Item, type Items, type Place, RECORD_LIMIT } from './types.js';

const MEGABYTE = 1024 * 1024;
const QUOTE = 34;
const BACKSLASH = 92;

/** A record's faults before any parsing: too long, or not UTF-8. */
export function bytesFault(piece: Piece): string | null {
  if (piece.bytes === null) {
    return `the record has ${piece.length} bytes; the limit is ${RECORD_LIMIT / MEGABYTE} MiB`;
  }
  return isUtf8(piece.bytes) ? null : 'not valid UTF-8';
}

const LONG_NUMBER = /[:,[]\s*-?\d[\d.]{15,}/;
const NUMBER = /-?\d[\d.]{15,}(?:[eE][-+]?\d+)?/g;

/**
 * Numbers of 16 digits or more as strings, because a double would round them: a gold of 12345678901234567890
 * must stay that number. Text between quotes is left alone.
 */
function keepLongNumbers(text: string): string {
  if (!LONG_NUMBER.test(text)) return text;
  let out = '';
  let from = 0;
  while (from < text.length) {
    const open = text.indexOf('"', from);
    const end = open < 0 ? text.length : open;
    out += text.slice(from, end).replace(NUMBER, '"$&"');
    if (open < 0) break;
    from = stringEnd(text, open);
    out += text.slice(open, from);
  }
  return out;
}

/** Index after the string that opens at `open`. */
function stringEnd(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (code === QUOTE) return at + 1;
  }
  return text.length;
}

/** Parses one record's text; a string is the reason why it is none. */
export function parseRecord(text: string): Record<string, unknown> | string {
  let value: unknown;
  try {
    value = JSON.parse(keepLongNumbers(text));
  } catch (error) {
    return `not JSON (${error instanceof Error ? firstLine(error.message) : 'unreadable'})`;
  }
  if (Array.isArray(value)) return 'expected a JSON object, got an array';
  if (typeof value !== 'object' || value === null) return `expected a JSON object, got ${describe(value)}`;
  return value as Record<string, unknown>;
}

const firstLine = (text: string): string => (text.split('\n', 1)[0] ?? '').slice(0, 120);

const describe = (value: unknown): string => (value === null ? 'null' : `a ${typeof value}`);

/** Turns a piece into an item; null for a blank line. */
function itemOf(piece: Piece, file: string, last: boolean): Item | null {
  const place: Place = { file, line: piece.line, byte: piece.byte };
  const broken = bytesFault(piece);
  if (broken !== null) return { kind: 'fault', place, reason: broken, cut: false };
  const untrimmed = (piece.bytes as Buffer).toString('utf8');
  const text = untrimmed.trim();
  if (text === '') return null;
  const record = parseRecord(text);
  if (typeof record !== 'string') return { kind: 'row', place, record, raw: text };
  const cut = last && !piece.ended;
  return { kind: 'fault', place, reason: cut ? `truncated: ${record}` : record, cut };
}

/** JSON Lines. */
export async function* readJsonLines(chunks: AsyncIterable<Buffer>, file: string): Items {
  const splitter = new Splitter(lineScanner());
  const items = (pieces: readonly Piece[], last: boolean): Item[] =>
    pieces.map((piece) => itemOf(piece, file, last)).filter((item) => item !== null);
  for await (const chunk of chunks) yield items(splitter.push(chunk), false);
  yield items(splitter.flush(), true);
}

const COMMA = 44;
const OPEN = new Set([0x5b, 0x7b]);
const CLOSE = new Set([0x5d, 0x7d]);

/** Ends records at the commas (and the closing bracket) of one top-level array. */
class ArrayScanner implements Scanner {
  #depth = 0;
  #string = false;
  #escaped = false;
  /** True once the array's closing bracket was seen. */
  closed = false;

  end(chunk: Buffer, from: number): number {
    for (let at = from; at < chunk.length; at += 1) {
      const byte = chunk[at] as number;
      if (this.#string) this.#insideString(byte);
      else if (byte === QUOTE) this.#string = true;
      else if (OPEN.has(byte)) this.#depth += 1;
      else if (CLOSE.has(byte)) {
        this.#depth -= 1;
        if (this.#depth === 0) {
          this.closed = true;
          return at;
        }
      } else if (byte === COMMA && this.#depth === 1) return at;
    }
    return -1;
  }

  #insideString(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === BACKSLASH) this.#escaped = true;
    else if (byte === QUOTE) this.#string = false;
  }
}

/** One top-level JSON array, read record by record. */
export async function* readJsonArray(chunks: AsyncIterable<Buffer>, file: string): Items {
  const scanner = new ArrayScanner();
  const splitter = new Splitter(scanner, { multiline: true });
  let first = true;
  const items = (pieces: readonly Piece[]): Item[] => {
    const found: Item[] = [];
    for (const piece of pieces) {
      const item = itemOf(withoutFrame(piece, first), file, false);
      first = false;
      if (item !== null) found.push(item);
    }
    return found;
  };
  for await (const chunk of chunks) yield items(splitter.push(chunk));
  const rest = splitter.flush();
  if (!scanner.closed) {
    const place = { file, line: rest[0]?.line ?? splitter.line, byte: rest[0]?.byte ?? 0 };
    yield [{ kind: 'fault', place, reason: 'truncated: the array is not closed', cut: true }];
  } else yield items(rest);
}

/** Drops the array's opening bracket and moves the place to the record's first visible byte. */
function withoutFrame(piece: Piece, first: boolean): Piece {
  if (piece.bytes === null) return piece;
  let skip = 0;
  let line = piece.line;
  let bracket = first;
  for (; skip < piece.bytes.length; skip += 1) {
    const byte = piece.bytes[skip] as number;
    if (byte === 0x5b && bracket) bracket = false;
    else if (byte === 10) line += 1;
    else if (byte !== 32 && byte !== 9 && byte !== 13) break;
  }
  return { ...piece, bytes: piece.bytes.subarray(skip), line, byte: piece.byte + skip };
}
