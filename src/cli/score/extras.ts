import { needs, nodes, type Reward, standardSignals } from '../../rewards/index.js';
import { own } from '../path.js';
import type { RecordFacts } from './facts.js';
import { finite } from './numbers.js';

/** Parameters by which signals name a further fact: the fact itself, or a target of its own. */
const NAMING = ['name', 'targetFact'];

/** A further fact that a reward reads by name, and the term that reads it. */
export interface ExtraFact {
  readonly name: string;
  readonly path: string;
}

/** The further facts that a reward reads. */
export function extraFacts({ term }: Reward): readonly ExtraFact[] {
  const paths = needs(term, standardSignals).find(({ need }) => need === 'extra')?.paths ?? [];
  return nodes(term).flatMap(({ path, term: node }) => {
    if (node.op !== 'signal' || !paths.includes(path)) return [];
    const names = NAMING.map((key) => (Object.hasOwn(node.params, key) ? node.params[key] : ''));
    return names.flatMap((name) => (typeof name === 'string' && name !== '' ? [{ name, path }] : []));
  });
}

/** Facts with the further ones that stand in the record itself, beside `extra`. */
export function withExtras(
  facts: RecordFacts,
  record: Readonly<Record<string, unknown>>,
  names: readonly string[],
): RecordFacts {
  const found = names.flatMap((name): (readonly [string, number])[] => {
    const read = finite(own(record, name) ?? null);
    return read.ok && !Object.hasOwn(facts.extra ?? {}, name) ? [[name, read.value]] : [];
  });
  return found.length === 0 ? facts : { ...facts, extra: { ...facts.extra, ...Object.fromEntries(found) } };
}
