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
  const script = peek(reader, 1);
  if (head === undefined || script?.kind !== 'script' || script.sub === null) return null;
  const start = reader.at;
  const found = script.sup === null ? null : bothOf(reader, script.sub, script.sup);
  if (found !== null && isCount(found[0], found[1])) {
    reader.at += 2;
    return apply(head, found[0], found[1]);
  }
  reader.at = start;
  return null;
}

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
