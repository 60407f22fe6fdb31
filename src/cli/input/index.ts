import { InputError } from '../../support/index.js';
import { readCsv } from './csv.js';
import { readJsonDocument } from './document.js';
import { parseRecord, readJsonArray, readJsonLines } from './json.js';
import { isParquet, readParquet } from './parquet.js';
import { inputError, type Source } from './source.js';
import type { Format, Items } from './types.js';

export { openSource, type Source } from './source.js';
export { at, type Fault, type Format, type Item, type Items, type Place, type Row } from './types.js';

const EXTENSIONS: Readonly<Record<string, Format | 'json'>> = {
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  jsonlines: 'jsonl',
  json: 'json',
  csv: 'csv',
  tsv: 'tsv',
  parquet: 'parquet',
};

const extensionOf = (name: string): string => /\.([a-z]+)(?:\.gz)?$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/** Tells the JSON layouts apart by the first bytes: a list, records on lines, or one object. */
function jsonFormat(head: Buffer): Format {
  const text = head
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (text.startsWith('[') && !/^\[[^\n]*\]\s*\n\s*\S/.test(text.slice(0, 4096))) return 'json-array';
  const newline = text.indexOf('\n');
  if (newline < 0) return 'json-document';
  const first = parseRecord(text.slice(0, newline));
  return typeof first !== 'string' && text.slice(newline).trim() !== '' ? 'jsonl' : 'json-document';
}

/** The format of a source: magic bytes, then the extension, then what the text begins with. */
export function formatOf(source: Source): Format {
  if (isParquet(source.head)) return 'parquet';
  const extension = extensionOf(source.name);
  const known = Object.hasOwn(EXTENSIONS, extension) ? EXTENSIONS[extension] : undefined;
  if (known === 'json') return jsonFormat(source.head);
  if (known !== undefined) return known;
  const start = source.head
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (start.startsWith('[')) return jsonFormat(source.head);
  return start === '' || start.startsWith('{') ? 'jsonl' : 'csv';
}

const delimiterOf = (head: Buffer): ',' | ';' => {
  const header = head.toString('utf8').split('\n', 1)[0] ?? '';
  return header.includes(';') && !header.includes(',') ? ';' : ',';
};

const READERS: Readonly<Record<Format, (source: Source) => Items>> = {
  jsonl: (source) => readJsonLines(source.chunks, source.name),
  'json-array': (source) => readJsonArray(source.chunks, source.name),
  'json-document': (source) => readJsonDocument(source.chunks, source.name),
  csv: (source) => readCsv(source.chunks, source.name, delimiterOf(source.head)),
  tsv: (source) => readCsv(source.chunks, source.name, '\t'),
  parquet: readParquet,
};

/**
 * All records of a source, in order. Records that cannot be read are faults in their place; gzip data that
 * breaks off is a last fault after the records before it. Throws {@link InputError} when nothing can be read.
 */
export async function* readItems(source: Source, format: Format = formatOf(source)): Items {
  let last = { file: source.name, line: 0, byte: 0 };
  try {
    for await (const items of READERS[format](source)) {
      last = items.at(-1)?.place ?? last;
      yield items;
    }
  } catch (error) {
    const gzip = error instanceof InputError && error.message.includes('gzip data');
    if (gzip)
      yield [{ kind: 'fault', place: { ...last, line: last.line + 1 }, reason: error.message, cut: true }];
    else throw error instanceof InputError ? error : inputError(source.name, error);
  }
}
