import { bounds } from './bounds.js';
import { describe } from './describe.js';
import { hashReward, nodes } from './hash.js';
import { aligned, clean, nameOf, placesOf, type Row, shortNumber } from './label.js';
import { needs } from './needs.js';
import { readReward } from './read/read.js';
import { type Registry, standardSignals } from './registry.js';
import type { Range } from './signal.js';
import type { Reward, Term } from './term.js';
import { childrenOf } from './traverse.js';

/**
 * A reward in words, without data: its formula, its range for right and for wrong answers, what it reads, and a row for every node
 * with its range and id. Throws {@link ConfigError} for a reward that does not fit the registry.
 */
export function outline(reward: Reward, registry: Registry = standardSignals): string {
  const { name, term, undecided } = readReward(reward, registry);
  const range = (correct?: boolean): string =>
    interval(bounds(term, registry, correct === undefined ? {} : { correct }));
  const reads = needs(term, registry).map(
    ({ need, paths }): Row => ({
      label: `  ${need}`,
      cells: [paths.join(', ')],
    }),
  );
  const ids = new Map(nodes(term, registry).map(({ path, id }) => [path, id]));
  return [
    `${clean(name)}: ${clean(describe(reward.term), 2_000)}`,
    `hash ${hashReward(reward, registry)}; a missing value at the root: ${undecided}`,
    `range ${range()}, right answers ${range(true)}, wrong answers ${range(false)}`,
    reads.length === 0 ? 'reads nothing but the text' : 'reads',
    ...reads.map(({ label, cells }) => `${label.padEnd(18)}  ${cells[0] ?? ''}`),
    'nodes',
    aligned(rowsOf(term, 'term', 1, '', { registry, ids })),
    '',
  ].join('\n');
}

interface Known {
  readonly registry: Registry;
  readonly ids: ReadonlyMap<string, string>;
}

function rowsOf(term: Term, path: string, depth: number, role: string, known: Known): Row[] {
  const row: Row = {
    label: `${'  '.repeat(depth)}${clean(`${role}${nameOf(term, null)}`)}`,
    cells: [interval(bounds(term, known.registry, {}, path)), known.ids.get(path) ?? ''],
  };
  const places = placesOf(term);
  const below = childrenOf(term).flatMap((child, i) =>
    rowsOf(child.term, `${path}.${child.step}`, depth + 1, places[i]?.role ?? '', known),
  );
  return [row, ...below];
}

const interval = ([low, high]: Range): string => `[${shortNumber(low)}, ${shortNumber(high)}]`;
