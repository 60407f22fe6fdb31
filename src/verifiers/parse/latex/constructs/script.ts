import type { Token } from '../../token.js';
import type { KatexNode } from '../katex.js';
import { NEEDS, type Walk } from './walk.js';

const isPrimes = (tokens: readonly Token[]): boolean =>
  tokens.length > 0 && tokens.every((token) => token.kind === 'operator' && token.operator === 'prime');

/** A raised circle, alone or before a temperature scale. */
const isDegree = (tokens: readonly Token[]): boolean => {
  const [first] = tokens;
  return first?.kind === 'operator' && first.operator === 'degree';
};

/** Tokens of a script, null when there is none. */
function read(walk: Walk, node: Maybe): readonly Token[] | null {
  if (node === null || node === undefined) return null;
  const tokens = walk.argument(node);
  return tokens.length === 0 ? null : tokens;
}

type Scripts = {
  readonly sub: readonly Token[] | null;
  readonly sup: readonly Token[] | null;
  readonly end: number;
};

/** Both scripts in the order in which they are written (`x_1^2`, `x^2_1`): the walk only moves forwards. */
function readBoth(walk: Walk, subNode: Maybe, supNode: Maybe): Scripts {
  const supFirst = startOf(supNode) < startOf(subNode);
  const first = read(walk, supFirst ? supNode : subNode);
  const middle = walk.cursor;
  const second = read(walk, supFirst ? subNode : supNode);
  const end = Math.max(walk.cursor, middle);
  return supFirst ? { sub: second, sup: first, end } : { sub: first, sup: second, end };
}

type Maybe = KatexNode | null | undefined;

const startOf = (node: Maybe): number => node?.loc?.start ?? Number.POSITIVE_INFINITY;

/**
 * Subscript and superscript. Raised circles are degree signs, raised primes are primes. A script on nothing keeps
 * an empty group as its base, so that a prescript stays one (`{}_5C_2`).
 */
export function script(walk: Walk, node: KatexNode): void {
  if (node.type !== 'supsub') return;
  const before = walk.out.length;
  const { base } = node;
  if (base !== null && base !== undefined) walk.visit(base);
  const bare = walk.out.length === before && !(base !== null && base !== undefined && 'text' in base);
  const from = walk.begin();
  const { sub, sup, end } = readBoth(walk, node.sub, node.sup);
  const place = walk.place(from, end);
  const raised = sup !== null && (isPrimes(sup) || isDegree(sup));
  const kept = raised ? null : sup;
  if (sub !== null || kept !== null) {
    if (bare)
      walk.out.push({ kind: 'group', tokens: [], start: place.start, end: place.start, spaceBefore: false });
    walk.out.push({ kind: 'script', sub, sup: kept, start: place.start, end: place.end, spaceBefore: false });
  }
  if (raised && sup !== null) {
    walk.needs |= NEEDS.signs;
    walk.out.push(...sup);
  }
}
