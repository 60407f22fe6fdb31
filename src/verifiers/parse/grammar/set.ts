import type { Expr } from '../../expr.js';
import { items } from './bracket-items.js';
import { applyAll, isStatement } from './build.js';
import { accept, bracketed, peek, type Reader } from './reader.js';

/** `{a, b}` and `{element | conditions}`, also written with a colon or "such that". */
export const readSet = (reader: Reader): Expr =>
  bracketed(reader, (inner) => {
    inner.element = true;
    const elements = items(inner);
    inner.element = false;
    if (inner.at >= inner.end) return applyAll('Set', elements);
    if (!acceptBar(inner)) return applyAll('Set', elements);
    const conditions = items(inner);
    const element = elements.length === 1 ? elements[0]! : applyAll('Tuple', elements);
    if (!conditions.some(isCondition)) {
      // `{1 : 2}` has a ratio in it.
      return applyAll('Set', [applyAll('Ratio', [element, ...conditions])]);
    }
    return applyAll('SetBuilder', [element, ...conditions]);
  });

const isCondition = (expr: Expr): boolean => isStatement(expr) || expr.node === 'text';

/** Moves past the sign that ends the element. */
function acceptBar(reader: Reader): boolean {
  if (accept(reader, '|') || accept(reader, ':') || accept(reader, ';')) return true;
  const token = peek(reader);
  if (token?.kind !== 'text' || token.value.trim().toLowerCase() !== 'such that') return false;
  reader.at += 1;
  return true;
}
