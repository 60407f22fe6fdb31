import { apply, type Expr } from '../../expr.js';
import type { Token } from '../token.js';
import { literalInteger } from './build.js';
import { peek, type Reader, within } from './reader.js';

const HEADS: ReadonlyMap<string, 'Binomial' | 'Permutation'> = new Map([
  ['C', 'Binomial'],
  ['A', 'Permutation'],
  ['P', 'Permutation'],
]);

/**
 * `C_n^k` and `A_n^k`: choices and arrangements, n below. With numbers only where k ≤ n, n ≥ 2 (`C_1^2` is the
 * square of a constant); with letters only where n is no plain number.
 */
export function choiceCount(reader: Reader, name: string): Expr | null {
  const head = HEADS.get(name);
  const marks = head === undefined ? null : marksAhead(reader);
  if (head === undefined || marks === null) return null;
  const start = reader.at;
  const found = bothOf(reader, marks.sub, marks.sup);
  if (found !== null && isCount(found[0], found[1])) {
    reader.at += marks.length;
    return apply(head, found[0], found[1]);
  }
  reader.at = start;
  return null;
}

interface Marks {
  readonly sub: readonly Token[];
  readonly sup: readonly Token[];
  /** Tokens from the letter to the end of its marks. */
  readonly length: number;
}

/** Both marks after a letter: in one script, or as plain notation has them, `C_7^3` and `C^3_7`. */
function marksAhead(reader: Reader): Marks | null {
  const [first, second, third] = [peek(reader, 1), peek(reader, 2), peek(reader, 3)];
  if (first?.kind === 'script') {
    if (first.sub === null) return null;
    if (first.sup !== null) return { sub: first.sub, sup: first.sup, length: 2 };
    if (second?.kind === 'script' && second.sub === null && second.sup !== null)
      return { sub: first.sub, sup: second.sup, length: 3 };
    return isCaret(second) && isAtom(third) && !isCaret(peek(reader, 4))
      ? { sub: first.sub, sup: [third], length: 4 }
      : null;
  }
  const lowered = third?.kind === 'script' && third.sup === null ? third.sub : null;
  return isCaret(first) && isAtom(second) && lowered !== null
    ? { sub: lowered, sup: [second], length: 4 }
    : null;
}

const isCaret = (token: Token | undefined): boolean => token?.kind === 'operator' && token.operator === '^';
const isAtom = (token: Token | undefined): token is Token =>
  token?.kind === 'number' || token?.kind === 'name';

const isPlain = (tokens: readonly Token[]): boolean =>
  tokens.length > 0 &&
  tokens.length <= 4 &&
  tokens.every(
    (token) =>
      token.kind === 'number' ||
      token.kind === 'name' ||
      (token.kind === 'operator' && (token.operator === '+' || token.operator === '-')),
  );

function bothOf(reader: Reader, sub: readonly Token[], sup: readonly Token[]): readonly [Expr, Expr] | null {
  if (!isPlain(sub) || !isPlain(sup)) return null;
  if (sub[0]!.kind === 'operator' || sup[0]!.kind === 'operator') return null;
  const { value } = reader.shared.rules;
  return [within(reader, sub, value), within(reader, sup, value)];
}

function isCount(n: Expr, k: Expr): boolean {
  const [top, bottom] = [literalInteger(n), literalInteger(k)];
  if (top === undefined) return true;
  return bottom !== undefined && top >= 2n && bottom >= 0n && bottom <= top;
}
