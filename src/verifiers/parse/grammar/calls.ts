import type { Token } from '../token.js';
import type { Reader } from './reader.js';

const ASSIGNING: ReadonlySet<string> = new Set(['=', 'assign', '<', '<=', '>', '>=', 'approx', 'equiv']);

/**
 * Notes the names that an equation of this list uses as functions: `y(x) = …`, `T(10) = 2`, `P(A ∪ B) = …`. A small
 * letter counts only before one letter or number, or several: `x(x − 1) = 6` is a product.
 */
export function noteCalls(reader: Reader): void {
  const { tokens, partner } = reader;
  for (let i = 0; i + 2 < tokens.length; i += 1) {
    const token = tokens[i]!;
    if (token.kind !== 'name' || token.name.length > 7 || !beginsStatement(tokens[i - 1])) continue;
    const open = afterMarks(tokens, i + 1);
    const bracket = tokens[open];
    if (bracket?.kind !== 'open' || !(bracket.bracket === '(' || isExpectation(token.name, bracket.bracket)))
      continue;
    const close = partner[open] ?? -1;
    const after = tokens[close + 1];
    if (close < open || after?.kind !== 'operator' || !ASSIGNING.has(after.operator)) continue;
    if (isCapital(token.name) || isAtomList(tokens, open + 1, close)) reader.shared.calls.add(token.name);
  }
}

/** `E[X]`, `Var[X]`: functions of random variables take square brackets too. */
export const isExpectation = (name: string, bracket: string): boolean =>
  bracket === '[' && (name === 'E' || name === 'P' || name === 'Var' || name === 'Cov');

const isCapital = (name: string): boolean => /^[A-Z]$/.test(name);

const beginsStatement = (before: Token | undefined): boolean =>
  before === undefined ||
  before.kind === 'text' ||
  (before.kind === 'operator' &&
    [',', ';', 'and', 'or', 'implies', 'iff', ':', 'not'].includes(before.operator));

/** Index after the subscripts and primes of a name. */
function afterMarks(tokens: readonly Token[], at: number): number {
  let i = at;
  for (; i < tokens.length; i += 1) {
    const token = tokens[i]!;
    const mark = token.kind === 'script' || (token.kind === 'operator' && token.operator === 'prime');
    if (!mark) break;
  }
  return i;
}

/** Letters or numbers with commas between them. */
function isAtomList(tokens: readonly Token[], from: number, to: number): boolean {
  let wants = true;
  for (let i = from; i < to; i += 1) {
    const token = tokens[i]!;
    if (token.kind === 'script' && token.sup === null) continue;
    const atom = token.kind === 'name' || token.kind === 'number';
    const comma = token.kind === 'operator' && token.operator === ',';
    if (wants ? !atom : !comma) return false;
    wants = !wants;
  }
  return !wants;
}

/** Notes the names of `y(x)`, one letter before one letter in brackets, in the call at the reader's place. */
export function noteDependents(reader: Reader): void {
  const { tokens, partner } = reader;
  const close = partner[reader.at + 1] ?? -1;
  for (let i = reader.at + 2; i + 3 <= close; i += 1) {
    const [name, open, inner, end] = tokens.slice(i, i + 4) as [Token, Token, Token, Token];
    if (name.kind !== 'name' || open.kind !== 'open' || inner.kind !== 'name' || end.kind !== 'close')
      continue;
    reader.shared.calls.add(name.name);
  }
}
