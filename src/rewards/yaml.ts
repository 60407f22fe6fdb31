import type { Document, LineCounter } from 'yaml';
import { ConfigError } from '../support/index.js';
import { readReward } from './read/read.js';
import { type Registry, standardSignals } from './registry.js';
import type { Reward } from './term.js';

/** Longer texts are no reward files. */
const MAX_LENGTH = 1_000_000;

/** Options of {@link readYaml}. */
export interface ReadYamlOptions {
  readonly registry?: Registry;
  /** The file's name, for messages. */
  readonly file?: string;
}

/**
 * A reward from YAML 1.2 or JSON text. Throws {@link ConfigError}; its message says file, line and column, its `path` where in
 * the term. The `yaml` package is loaded when this is first called.
 */
export async function readYaml(
  text: string,
  { registry = standardSignals, file = 'reward' }: ReadYamlOptions = {},
): Promise<Reward> {
  const { LineCounter, parseDocument } = await import('yaml');
  if (text.length > MAX_LENGTH)
    throw new ConfigError(`${file}: a reward is at most ${MAX_LENGTH} characters long; got ${text.length}`);
  const lines = new LineCounter();
  const document = guarded(file, () =>
    parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' }),
  );
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault !== undefined) throw new ConfigError(`${placeOf(file, fault.pos[0], lines)}: ${fault.message}`);
  const value: unknown = guarded(file, () => document.toJS({ maxAliasCount: 100 }));
  try {
    return readReward(value, registry);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const offset = offsetOf(document, error.path);
    throw new ConfigError(`${placeOf(file, offset, lines)}: ${error.message}`, error.path);
  }
}

/** A reward as YAML text that {@link readYaml} reads back to the same reward, defaults spelled out. */
export async function formatReward(reward: Reward, registry: Registry = standardSignals): Promise<string> {
  const { stringify } = await import('yaml');
  return stringify(readReward(reward, registry), { aliasDuplicateObjects: false, lineWidth: 0 });
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

/** Where a path such as `term.parts[1].weight` stands in the text: the node itself, or the nearest that contains it. */
function offsetOf(document: Document, path: string): number {
  const keys = path
    .split(/[.[\]]+/)
    .filter((key) => key !== '' && key !== 'reward')
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key));
  for (let length = keys.length; length > 0; length -= 1) {
    const node = document.getIn(keys.slice(0, length), true);
    const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
    if (Array.isArray(range) && typeof range[0] === 'number') return range[0];
  }
  return 0;
}
