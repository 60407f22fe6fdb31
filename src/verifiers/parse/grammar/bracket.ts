import { apply, type Expr, type Head, isApply } from '../../expr.js';
import type { Token } from '../token.js';
import { items } from './bracket-items.js';
import { applyAll, operand } from './build.js';
import { bracketed, type Reader, refuse } from './reader.js';
import { readSet } from './set.js';

/** A bracket and what it makes of its items: grouping, tuple, interval, set, absolute value, floor … */
export function readBracket(reader: Reader, token: Extract<Token, { kind: 'open' | 'close' }>): Expr {
  const close = reader.tokens[reader.partner[reader.at] ?? -1];
  if (close === undefined || (reader.partner[reader.at] ?? -1) < reader.at) {
    return refuse(reader, `unexpected '${token.bracket}'`);
  }
  const start = reader.at;
  const closer = 'bracket' in close ? close.bracket : '>';
  switch (token.bracket) {
    case '{':
      return readSet(reader);
    case '(':
    case '[':
    case ']':
      return round(reader, token.bracket, closer, bracketed(reader, items), start);
    case '⟨':
      return applyAll('Vector', bracketed(reader, items));
    default:
      return enclosed(reader, token.bracket);
  }
}

/** Sided brackets around one value. */
const ENCLOSING: ReadonlyMap<string, Head> = new Map<string, Head>([
  ['|', 'Abs'],
  ['‖', 'Norm'],
  ['⌊', 'Floor'],
  ['⌈', 'Ceiling'],
]);

function enclosed(reader: Reader, bracket: string): Expr {
  const head = ENCLOSING.get(bracket);
  if (head === undefined) return refuse(reader, `unexpected '${bracket}'`);
  return enclose(head, bracketed(reader, reader.shared.rules.value));
}

/** Bars around a matrix are its determinant. */
export const enclose = (head: Head, inner: Expr): Expr =>
  head === 'Abs' && isApply(inner, 'Matrix') ? apply('Determinant', inner) : apply(head, operand(inner));

/** `[1, 2; 3, 4]`: rows of one length as programs write a matrix; null for any other items. */
function rowsOf(inside: readonly Expr[]): Expr | null {
  const rows = inside.flatMap((item) => (isApply(item, 'List') ? [item.args] : []));
  const width = rows[0]?.length ?? 0;
  if (rows.length < 2 || rows.length < inside.length || rows.some((row) => row.length !== width)) return null;
  return applyAll(
    'Matrix',
    rows.map((row) => applyAll('Row', row)),
  );
}

/** Grouping, tuples and intervals. `]a, b[` is open at both ends. */
function round(reader: Reader, opener: string, closer: string, inside: readonly Expr[], start: number): Expr {
  if (inside.length === 0 && opener === '[' && closer === ']') return apply('Bracket');
  if (inside.length === 0) return refuse(reader, 'an empty bracket', 'parse-error', start);
  const lowClosed = opener === '[';
  const highClosed = closer === ']';
  if (opener === '(' && closer === ')') return inside.length === 1 ? inside[0]! : applyAll('Tuple', inside);
  if (lowClosed && highClosed) {
    const rows = rowsOf(inside);
    if (rows !== null) return rows;
    return inside.length === 1 && isApply(inside[0]!, 'Matrix') ? inside[0]! : applyAll('Bracket', inside);
  }
  if (inside.length !== 2) return refuse(reader, 'an interval has two ends', 'parse-error', start);
  if (!lowClosed && !highClosed) return applyAll('Tuple', inside);
  return applyAll(lowClosed ? 'HalfOpenRight' : 'HalfOpenLeft', inside);
}
