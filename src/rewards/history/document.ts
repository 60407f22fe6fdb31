import { canonicalJson, InputError } from '../../support/index.js';
import { type Registry, standardSignals } from '../registry.js';
import { asProblemId } from '../rollout.js';
import { checkLesson, type Lesson } from './lesson.js';
import type { Added, HistoryStore } from './store.js';

const FORMAT = 'touchstone-history';
const VERSION = 1;
const FIELDS = ['memory', 'problem', 'sample', 'state', 'step'];

/**
 * A store as JSON text: a version and all lessons, one a line, in their one order with sorted keys, so that equal
 * histories are equal bytes.
 */
export async function exportHistory(store: HistoryStore): Promise<string> {
  const lines = (await store.read()).map((lesson) => canonicalJson({ ...lesson }));
  const head = `{"format":${JSON.stringify(FORMAT)},"version":${VERSION},"lessons":[`;
  return lines.length === 0 ? `${head}]}\n` : `${head}\n${lines.join(',\n')}\n]}\n`;
}

/**
 * Adds the lessons of an export to a store, all or none. Lessons that are there already stay as they are, so importing
 * twice, or exports that overlap, counts nothing twice. Throws {@link InputError} with the line or the path.
 */
export async function importHistory(
  store: HistoryStore,
  text: string,
  registry: Registry = standardSignals,
): Promise<Added> {
  return store.add(parseHistory(text, registry));
}

/** The lessons of an export. Throws {@link InputError}. */
export function parseHistory(text: string, registry: Registry = standardSignals): readonly Lesson[] {
  const fields = fieldsOf(parse(text));
  if (fields.get('format') !== FORMAT)
    throw new InputError(`not an exported history: format must be '${FORMAT}'`);
  if (fields.get('version') !== VERSION)
    throw new InputError(
      `the export has version ${JSON.stringify(fields.get('version'))}; this release reads ${VERSION}`,
    );
  const lessons = fields.get('lessons');
  if (!Array.isArray(lessons)) throw new InputError('lessons must be a list');
  return lessons.map((item, i) => lessonOf(item, `lessons[${i}]`, registry));
}

/** JSON, or the line at which it stops being JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const [, position] = /at position (\d+)/.exec(String(error)) ?? [];
    const before = text.slice(0, position === undefined ? text.length : Number(position));
    throw new InputError(`line ${before.split('\n').length}: not JSON; the export may be cut off`);
  }
}

function lessonOf(item: unknown, place: string, registry: Registry): Lesson {
  if (typeof item !== 'object' || item === null || Array.isArray(item))
    throw new InputError(`${place} must be an object`);
  const fields = fieldsOf(item);
  const stray = [...fields.keys()].find((key) => !FIELDS.includes(key));
  if (stray !== undefined) throw new InputError(`${place}: unknown field '${stray.slice(0, 80)}'`);
  // Erasure: what the fields hold is checked below.
  const lesson = Object.fromEntries(FIELDS.map((name) => [name, fields.get(name)])) as unknown as Lesson;
  checkLesson(lesson, place);
  const signal = registry.get(lesson.memory.slice(0, lesson.memory.lastIndexOf(':')));
  const misfit = signal?.memory?.misfit?.(lesson.state) ?? null;
  if (misfit !== null) throw new InputError(`${place}.state of '${lesson.memory}': ${misfit}`);
  return { ...lesson, problem: asProblemId(lesson.problem) };
}

/** An object's own fields; none for any other value. */
const fieldsOf = (value: unknown): ReadonlyMap<string, unknown> => new Map(Object.entries(Object(value)));
