import { canonicalJson, type Json, stableHash } from '../support/index.js';
import { completeTerm, readReward } from './read/read.js';
import { type Registry, standardSignals } from './registry.js';
import type { Reward, Term } from './term.js';
import { childrenOf } from './traverse.js';

/** A node of a term with its place and its id. */
export interface Node {
  /** Such as `term.parts[0].term`. */
  readonly path: string;
  /** 14 hexadecimal digits that depend on the node's content alone: same content, same id, wherever it stands. */
  readonly id: string;
  readonly term: Term;
}

// Erasure: terms are JSON by construction; TypeScript has no way to say that an interface is.
const contentOf = (value: Term | Reward): string => canonicalJson(value as unknown as Json);

/**
 * Every node of a term, parents first. Parameters are completed before hashing, so that defaults spelled out or left
 * out give one id. Throws {@link ConfigError} for a term that does not fit the registry.
 */
export function nodes(term: Term, registry: Registry = standardSignals): readonly Node[] {
  const walk = (node: Term, path: string): Node[] => [
    { path, id: stableHash(contentOf(node)), term: node },
    ...childrenOf(node).flatMap((child) => walk(child.term, `${path}.${child.step}`)),
  ];
  return walk(completeTerm(term, registry), 'term');
}

/**
 * A reward's hash: 14 hexadecimal digits over its content, name and policy included, defaults filled in. To log with a run
 * and to compare files; not for security. Throws {@link ConfigError}.
 */
export const hashReward = (reward: Reward, registry: Registry = standardSignals): string =>
  stableHash(contentOf(readReward(reward, registry)));
