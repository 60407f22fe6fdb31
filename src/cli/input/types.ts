/** Where a record lies: `line` is 1-based (a row number for parquet), `byte` its offset in the decoded stream. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly byte: number;
}

/** One record. `raw` is its JSON text where the input was JSON, so that it can be written back unchanged. */
export interface Row {
  readonly kind: 'row';
  readonly place: Place;
  readonly record: Readonly<Record<string, unknown>>;
  readonly raw?: string;
}

/** A record that cannot be read, or (`cut`) input that ends early: everything after it is missing. */
export interface Fault {
  readonly kind: 'fault';
  readonly place: Place;
  readonly reason: string;
  readonly cut: boolean;
}

/** What reading a file gives: a record, or why there is none. */
export type Item = Row | Fault;

/** Items in file order, in small batches. */
export type Items = AsyncGenerator<readonly Item[], void, undefined>;

/** The formats that are read. */
export type Format = 'jsonl' | 'json-array' | 'json-document' | 'csv' | 'tsv' | 'parquet';

/** Bytes one record may have before it is rejected unread. */
export const RECORD_LIMIT: number = 8 * 1024 * 1024;

/** Bytes a file that must be held whole (a JSON document, parquet from a pipe) may have. */
export const DOCUMENT_LIMIT: number = 512 * 1024 * 1024;

/** `file:line` for people. */
export const at = (place: Place): string => `${place.file}:${place.line}`;
