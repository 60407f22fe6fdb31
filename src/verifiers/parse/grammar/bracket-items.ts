import type { Expr } from '../../expr.js';
import { applyAll } from './build.js';
import { accept, peek, peekOperator, type Reader } from './reader.js';

/** Items separated by commas; semicolons separate looser, `(1, 2; 3)`. */
export function items(reader: Reader): readonly Expr[] {
  const groups: Expr[][] = [[]];
  while (reader.at < reader.end) {
    groups[groups.length - 1]!.push(reader.shared.rules.item(reader));
    if (accept(reader, ';')) groups.push([]);
    else if (!accept(reader, ',')) break;
    skipFinalWord(reader);
  }
  if (groups.length === 1) return groups[0]!;
  return groups
    .filter((group) => group.length > 0)
    .map((group) => (group.length === 1 ? group[0]! : applyAll('List', group)));
}

/** The "and" of `(1, 2, and 3)`. */
function skipFinalWord(reader: Reader): void {
  const token = peek(reader);
  const word = token?.kind === 'text' ? token.value.trim() : peekOperator(reader);
  if (word === 'and' || word === 'or') reader.at += 1;
}
