import { ConfigError } from '../support/index.js';
import type { Term } from './term.js';
import { childrenOf } from './traverse.js';

/** Terms deeper than this are refused: every interpreter walks them recursively. */
export const MAX_DEPTH = 200;

/** Terms of more nodes than this are refused. */
export const MAX_NODES = 10_000;

/** Refuses a term that is too deep or too large, without recursion: a shared subterm counts wherever it stands. */
export function refuseOversized(term: Term): void {
  const waiting: { readonly node: Term; readonly depth: number }[] = [{ node: term, depth: 1 }];
  for (let seen = 1; waiting.length > 0; seen += 1) {
    const { node, depth } = waiting.pop() as (typeof waiting)[number];
    if (depth > MAX_DEPTH) throw new ConfigError(`a term may be at most ${MAX_DEPTH} levels deep`, 'term');
    if (seen > MAX_NODES) throw new ConfigError(`a term may have at most ${MAX_NODES} nodes`, 'term');
    for (const child of childrenOf(node)) waiting.push({ node: child.term, depth: depth + 1 });
  }
}
