import { isUtf8 } from 'node:buffer';
import { InputError } from '../../support/index.js';
import { own, parsePath, readPath } from '../path.js';
import { DOCUMENT_LIMIT, type Item, type Items } from './types.js';

/** Where tools keep their list of records inside one JSON object, most specific first. */
const LISTS = ['results.results', 'results', 'records', 'rows', 'data', 'examples', 'samples', 'items'].map(
  parsePath,
);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The records of a JSON object: the list that it carries, or itself as the only record. */
function recordsOf(document: Record<string, unknown>): readonly unknown[] {
  for (const path of LISTS) {
    const list = readPath(document, path);
    if (Array.isArray(list) && list.length > 0 && list.every(isRecord)) {
      // The Hugging Face viewer wraps each record once more.
      return list.every((item) => isRecord(own(item, 'row'))) ? list.map((item) => own(item, 'row')) : list;
    }
  }
  return [document];
}

/** One JSON object, held whole. `line` is the record's number in its list. */
export async function* readJsonDocument(chunks: AsyncIterable<Buffer>, file: string): Items {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > DOCUMENT_LIMIT)
      throw new InputError(`${file}: one JSON object of over 512 MiB; write it as JSON Lines`);
    parts.push(chunk);
  }
  const bytes = Buffer.concat(parts);
  if (!isUtf8(bytes)) throw new InputError(`${file}: not valid UTF-8`);
  let document: unknown;
  try {
    document = JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw new InputError(
      `${file}: not JSON (${error instanceof Error ? error.message.slice(0, 120) : 'unreadable'})`,
    );
  }
  if (!isRecord(document)) throw new InputError(`${file}: expected a JSON object or a list of objects`);
  yield recordsOf(document).map(
    (record, index): Item => ({
      kind: 'row',
      place: { file, line: index + 1, byte: 0 },
      record: record as Record<string, unknown>,
    }),
  );
}
