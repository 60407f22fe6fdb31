import { bytesFault } from './json.js';
import { type Piece, type Scanner, Splitter } from './split.js';
import type { Item, Items, Place } from './types.js';

const QUOTE = 34;
const NEWLINE = 10;

/** Ends records at newlines outside quoted cells; a quote opens a cell only at its start (RFC 4180). */
class CsvScanner implements Scanner {
  readonly #delimiter: number;
  #quoted = false;
  #cellStart = true;
  /** The byte before was a quote that closed a cell, which a second quote reopens as a doubled one. */
  #closed = false;

  constructor(delimiter: number) {
    this.#delimiter = delimiter;
  }

  end(chunk: Buffer, from: number): number {
    for (let at = from; at < chunk.length; at += 1) {
      const byte = chunk[at] as number;
      if (!this.#quoted && byte === NEWLINE) {
        this.#cellStart = true;
        this.#closed = false;
        return at;
      }
      if (byte === QUOTE) this.#quote();
      else {
        this.#cellStart = !this.#quoted && byte === this.#delimiter;
        this.#closed = false;
      }
    }
    return -1;
  }

  #quote(): void {
    if (this.#quoted) {
      this.#quoted = false;
      this.#closed = true;
    } else {
      this.#quoted = this.#cellStart || this.#closed;
      this.#closed = false;
    }
    this.#cellStart = false;
  }
}

/** Cells of one CSV record; a string is the reason why it cannot be read. */
export function parseCsvRecord(text: string, delimiter: string): string[] | string {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (text[at] === '"') {
      const cell = quotedCell(text, at);
      if (cell === null) return 'a quoted cell is not closed';
      at = cell.end;
      if (at < text.length && text[at] !== delimiter)
        return `text after a closing quote in cell ${cells.length + 1}`;
      cells.push(cell.value);
    } else {
      const end = text.indexOf(delimiter, at);
      cells.push(text.slice(at, end < 0 ? text.length : end));
      at = end < 0 ? text.length : end;
    }
    if (at >= text.length) return cells;
    at += 1;
  }
}

function quotedCell(text: string, start: number): { readonly value: string; readonly end: number } | null {
  let value = '';
  let from = start + 1;
  for (;;) {
    const end = text.indexOf('"', from);
    if (end < 0) return null;
    value += text.slice(from, end);
    if (text[end + 1] !== '"') return { value, end: end + 1 };
    value += '"';
    from = end + 2;
  }
}

/** A record from the header's names and one row's cells. */
function recordOf(header: readonly string[], cells: readonly string[]): Record<string, unknown> | string {
  if (cells.length !== header.length) return `expected ${header.length} cells, got ${cells.length}`;
  const record = Object.create(null) as Record<string, unknown>;
  header.forEach((name, index) => {
    record[name] = cells[index];
  });
  return record;
}

/** CSV or TSV with a header line. */
export async function* readCsv(
  chunks: AsyncIterable<Buffer>,
  file: string,
  delimiter: ',' | '\t' | ';',
): Items {
  const splitter = new Splitter(new CsvScanner(delimiter.charCodeAt(0)), { multiline: true });
  let header: readonly string[] | null = null;
  const read = (piece: Piece): Item | null => {
    const place: Place = { file, line: piece.line, byte: piece.byte };
    const fault = (reason: string, cut = false): Item => ({ kind: 'fault', place, reason, cut });
    const broken = bytesFault(piece);
    if (broken !== null) return fault(broken);
    const text = (piece.bytes as Buffer).toString('utf8').replace(/\r$/, '');
    if (text.trim() === '') return null;
    const cells = parseCsvRecord(text, delimiter);
    if (typeof cells === 'string') return fault(piece.ended ? cells : `truncated: ${cells}`, !piece.ended);
    if (header === null) {
      header = cells.map((name) => name.trim());
      return null;
    }
    const record = recordOf(header, cells);
    return typeof record === 'string' ? fault(record) : { kind: 'row', place, record };
  };
  const items = (pieces: readonly Piece[]): Item[] => pieces.map(read).filter((item) => item !== null);
  for await (const chunk of chunks) yield items(splitter.push(chunk));
  yield items(splitter.flush());
}
