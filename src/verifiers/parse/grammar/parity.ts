import { apply, type Expr, integer, symbol } from '../../expr.js';
import { type Reader, within } from './reader.js';

/** The remainder by two that each word states. */
const PARITIES: ReadonlyMap<string, 0 | 1> = new Map([
  ['even', 0],
  ['odd', 1],
  ['偶数', 0],
  ['奇数', 1],
  ['为偶数', 0],
  ['为奇数', 1],
  ['是偶数', 0],
  ['是奇数', 1],
]);

/** Words before a parity that add nothing. */
const FILLERS: ReadonlySet<string> = new Set(['is', 'an', 'if', 'for', 'when', 'are']);

interface Statement {
  readonly remainder: 0 | 1;
  /** The name inside the words ("if n is even"), or null when it stands before them. */
  readonly name: string | null;
}

/** "is even", "odd", "if n is odd": a parity with at most one single-letter name; null for any other words. */
export function parityOf(words: string): Statement | null {
  const parts = words.trim().toLowerCase().replace(/[,.]$/, '').split(/\s+/);
  const remainder = PARITIES.get(parts.pop() ?? '');
  if (remainder === undefined) return null;
  const rest = parts.filter((part) => !FILLERS.has(part));
  if (rest.length === 0) return { remainder, name: null };
  return rest.length === 1 && /^[a-z]$/.test(rest[0] ?? '') ? { remainder, name: rest[0] ?? null } : null;
}

/** `n \text{ is even}`, `\text{if $n$ is odd}`, up to the end: n ≡ 0 or 1 (mod 2). Null when it is none. */
export function readParity(reader: Reader): Expr | null {
  const last = reader.tokens[reader.tokens.length - 1];
  if (last?.kind !== 'text' || reader.at >= reader.tokens.length) return null;
  const stated = parityOf(last.value);
  if (stated === null) return null;
  const before = reader.tokens.slice(reader.at, -1);
  if ((stated.name === null) === (before.length === 0)) return null;
  const subject =
    stated.name === null ? within(reader, before, reader.shared.rules.value) : symbol(stated.name);
  reader.at = reader.tokens.length;
  return apply('Congruent', subject, integer(stated.remainder), integer(2));
}
