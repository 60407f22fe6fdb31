import { visible } from '../../report/index.js';
import type { Job } from '../../verifiers/pool.js';
import { formatOf, type Item, type Items, openSource, type Row, readItems } from '../input/index.js';
import { type FieldPath, parsePath, readPath } from '../path.js';
import { detect, type Fields, shapes } from '../shapes/index.js';
import { goldTexts, problemText, responseTexts } from '../text.js';
import { type Golds, joinKey } from './join.js';
import type { BatchOptions, Unit, Waiting } from './types.js';

/** Records from which a file's fields are found. */
export const SAMPLE = 50;

/** What is known of a file once its first records are read. */
export interface OpenFile {
  readonly file: string;
  readonly format: string;
  /** Null for a file without records. */
  readonly fields: Fields | null;
  /** Bytes of the file on disk, where known. */
  readonly size: number | null;
  /** All its items from the start. */
  readonly items: Items;
}

/** Opens a file and finds its fields. Throws {@link InputError} or {@link ConfigError}. */
export async function openFile(path: string, options: BatchOptions['fields']): Promise<OpenFile> {
  const source = await openSource(path);
  const format = formatOf(source);
  const items = readItems(source, format);
  const taken: (readonly Item[])[] = [];
  const sample: Row['record'][] = [];
  while (sample.length < SAMPLE) {
    const next = await items.next();
    if (next.done === true) break;
    taken.push(next.value);
    for (const item of next.value)
      if (item.kind === 'row' && sample.length < SAMPLE) sample.push(item.record);
  }
  async function* again(): Items {
    yield* taken.splice(0);
    yield* items;
  }
  const fields = sample.length === 0 ? null : detect(sample, options, source.name, shapes).fields;
  return { file: source.name, format, fields, size: source.size, items: again() };
}

/** `detected lm-eval samples: response=resps[0][0], label=target`. */
export function describeFields({ file, format, fields }: OpenFile): string {
  if (fields === null) return `${visible(file)}: no records`;
  const named = [
    ['response', fields.response],
    ['label', fields.label ?? 'from --gold'],
    ['problem', fields.problem],
    ['id', fields.id],
  ];
  const list = named.filter(([, path]) => path !== null).map(([role, path]) => `${role}=${path}`);
  return visible(`${file}: detected ${fields.shape} (${format}): ${list.join(', ')}`);
}

const idText = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : null;

/** Turns rows into units of one file. */
export class UnitReader {
  readonly #response: FieldPath;
  readonly #label: FieldPath | null;
  readonly #problems: readonly FieldPath[];
  readonly #id: FieldPath | null;
  readonly #countOnce: FieldPath | null;
  readonly #golds: Golds | null;
  readonly #on: FieldPath | null;
  readonly #source: number;
  #firstCounted: string | null = null;

  constructor(source: number, fields: Fields, golds: Golds | null, on: FieldPath | null) {
    this.#source = source;
    const path = (text: string | null): FieldPath | null => (text === null ? null : parsePath(text));
    this.#response = parsePath(fields.response);
    this.#label = path(fields.label);
    this.#problems = fields.problems.map(parsePath);
    this.#id = path(fields.id);
    this.#countOnce = path(fields.countOnce);
    this.#golds = golds;
    this.#on = on;
  }

  read(row: Row): Unit {
    const { record } = row;
    const responses = responseTexts(readPath(record, this.#response));
    const { gold, missing } = this.#gold(record);
    const lacks = missing ?? (responses === undefined ? `no response in '${this.#response.text}'` : null);
    const problem = this.#problem(record);
    const job: Job = {
      gold: gold ?? '',
      responses: responses ?? [''],
      ...(problem === undefined ? {} : { problem }),
    };
    const id = this.#id === null ? null : idText(readPath(record, this.#id));
    return { kind: 'unit', source: this.#source, row, job, id, counted: this.#counts(record), lacks };
  }

  #problem(record: Row['record']): string | undefined {
    for (const path of this.#problems) {
      const text = problemText(readPath(record, path));
      if (text !== undefined) return text;
    }
    return undefined;
  }

  #gold(record: Row['record']): {
    readonly gold?: string | readonly string[];
    readonly missing: string | null;
  } {
    if (this.#golds !== null && this.#on !== null) {
      const key = joinKey(readPath(record, this.#on));
      const gold = key === null ? undefined : this.#golds.get(key);
      const missing =
        key === null ? `no '${this.#on.text}' to join on` : `no gold for ${this.#on.text} = ${key}`;
      return gold === undefined ? { missing } : { gold, missing: null };
    }
    const path = this.#label as FieldPath;
    const gold = goldTexts(readPath(record, path));
    return gold === undefined ? { missing: `no gold in '${path.text}'` } : { gold, missing: null };
  }

  /** lm-eval writes a line per filter: only the first filter's lines count. */
  #counts(record: Row['record']): boolean {
    if (this.#countOnce === null) return true;
    const value = JSON.stringify(readPath(record, this.#countOnce)) ?? '';
    this.#firstCounted ??= value;
    return value === this.#firstCounted;
  }
}

/** The units and faults of an opened file, in order, within `--limit` and `--shard`. */
export async function* readUnits(
  open: OpenFile,
  reader: UnitReader | null,
  options: Pick<BatchOptions, 'limit' | 'shard'>,
): AsyncGenerator<readonly Waiting[], void, undefined> {
  let index = 0;
  const mine = (at: number): boolean =>
    options.shard === null || at % options.shard.of === options.shard.part - 1;
  for await (const items of open.items) {
    const waiting: Waiting[] = [];
    for (const item of items) {
      if (index >= options.limit) break;
      if (item.kind === 'fault') {
        waiting.push(item);
        continue;
      }
      if (reader !== null && mine(index)) waiting.push(reader.read(item));
      index += 1;
    }
    if (waiting.length > 0) yield waiting;
    if (index >= options.limit) return;
  }
}
