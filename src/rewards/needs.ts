import { completeParams, lookUp, type Registry } from './registry.js';
import type { Need } from './signal.js';
import type { Term } from './term.js';
import { childrenOf, signalTerms } from './traverse.js';

/** A fact a term reads, and the paths of the nodes that read it. */
export interface Requirement {
  readonly need: Need;
  readonly paths: readonly string[];
}

/** Everything a term reads besides the text, so that a missing fact is an error before training, not at step 900. */
export function needs(term: Term, registry: Registry): readonly Requirement[] {
  const found = new Map<Need, string[]>();
  const add = (need: Need, path: string): void => {
    found.set(need, [...(found.get(need) ?? []), path]);
  };
  for (const { node, path } of signalTerms(term)) {
    const signal = lookUp(registry, node.name, path);
    for (const need of signal.needs(completeParams(signal, node.params, path))) add(need, path);
  }
  for (const path of groupNodes(term, 'term')) add('group', path);
  return [...found].map(([need, paths]) => ({ need, paths }));
}

/** Paths of the operators that look at the whole group. */
function groupNodes(term: Term, path: string): string[] {
  const below = childrenOf(term).flatMap((child) => groupNodes(child.term, `${path}.${child.step}`));
  return term.op === 'centre' || term.op === 'zscore' || term.op === 'rank' ? [path, ...below] : below;
}
