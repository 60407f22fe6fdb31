import type { Document, LineCounter, Node } from 'yaml';
import { ConfigError } from './errors.js';

/** Longer texts are no settings. */
const MAX_LENGTH = 1_000_000;

/** What a text is called in messages. */
export interface YamlSource {
  /** The file's name. */
  readonly file: string;
  /** What such a text is, such as `a reward`. */
  readonly what: string;
}

/**
 * Reads YAML 1.2 or JSON text with a function that throws {@link ConfigError} with a path, such as `term.parts[1].weight`: the
 * message then says file, line and column too. The `yaml` package is loaded when this is first called.
 */
export async function readPlaced<T>(
  text: string,
  { file, what }: YamlSource,
  read: (value: unknown) => T,
): Promise<T> {
  const { LineCounter, parseDocument } = await import('yaml');
  if (text.length > MAX_LENGTH)
    throw new ConfigError(`${file}: ${what} is at most ${MAX_LENGTH} characters long; got ${text.length}`);
  const lines = new LineCounter();
  const document = guarded(file, () =>
    parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' }),
  );
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault !== undefined) throw new ConfigError(`${placeOf(file, fault.pos[0], lines)}: ${fault.message}`);
  const value: unknown = guarded(file, () => document.toJS());
  try {
    return read(value);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const offset = offsetOf(document, error.path);
    throw new ConfigError(`${placeOf(file, offset, lines)}: ${error.message}`, error.path);
  }
}

/** What the `yaml` package throws (nesting beyond the stack, a bomb of aliases), as a fault of the text. */
function guarded<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new ConfigError(`${file}: not readable as YAML: ${error instanceof Error ? error.message : error}`);
  }
}

const placeOf = (file: string, offset: number, lines: LineCounter): string => {
  const { line, col } = lines.linePos(offset);
  return `${file}:${line}:${col}`;
};

/**
 * Where a path such as `term.parts[1].weight` stands in the text: the node itself, or the nearest that contains it. A path
 * may begin with a word for the whole.
 */
function offsetOf(document: Document, path: string): number {
  const keys = path.split(/[.[\]]/).filter((key) => key !== '');
  return reached(document, keys) ?? reached(document, keys.slice(1)) ?? 0;
}

function reached(document: Document, keys: readonly string[]): number | null {
  for (let length = keys.length; length > 0; length -= 1) {
    // Erasure point: asked so, it hands out nodes, not their values.
    const node = document.getIn(keys.slice(0, length), true) as Node | undefined;
    const start = node?.range?.[0];
    if (start !== undefined) return start;
  }
  return null;
}
