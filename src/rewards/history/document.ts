import { canonicalJson, InputError, type Json } from '../../support/index.js';
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
  const document = parse(text);
  const version = own(document, 'version');
  if (own(document, 'format') !== FORMAT)
    throw new InputError(`not an exported history: format must be '${FORMAT}'`);
  if (version !== VERSION)
    throw new InputError(`the export has version ${JSON.stringify(version)}; this release reads ${VERSION}`);
  const lessons = own(document, 'lessons');
  if (!Array.isArray(lessons)) throw new InputError('lessons must be a list');
  return lessons.map((item, i) => lessonOf(item, `lessons[${i}]`, registry));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const at = /at position (\d+)/.exec(error instanceof Error ? error.message : '');
    const before = at === null ? text : text.slice(0, Number(at[1]));
    throw new InputError(`line ${before.split('\n').length}: not JSON; the export may be cut off`, {
      cause: error,
    });
  }
}

function lessonOf(item: unknown, place: string, registry: Registry): Lesson {
  if (typeof item !== 'object' || item === null || Array.isArray(item))
    throw new InputError(`${place} must be an object`);
  const stray = Object.keys(item).find((key) => !FIELDS.includes(key));
  if (stray !== undefined) throw new InputError(`${place}: unknown field '${stray.slice(0, 80)}'`);
  const field = (name: string): unknown => own(item, name);
  const lesson = Object.fromEntries(FIELDS.map((name) => [name, field(name)])) as unknown as Lesson;
  checkLesson(lesson, place);
  const misfit = memoryOf(lesson.memory, registry)?.misfit?.(lesson.state) ?? null;
  if (misfit !== null) throw new InputError(`${place}.state of '${lesson.memory}': ${misfit}`);
  return { ...lesson, problem: asProblemId(lesson.problem) };
}

/** The signal's memory behind a key; undefined where the registry does not know the signal. */
const memoryOf = (
  key: string,
  registry: Registry,
): { readonly misfit?: (state: Json) => string | null } | undefined =>
  registry.get(key.slice(0, key.lastIndexOf(':')))?.memory;

function own(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}
