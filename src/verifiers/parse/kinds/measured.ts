import type { Answer, ExpressionAnswer } from '../../answer.js';
import type { Expr } from '../../expr.js';
import type { Piece } from '../scan.js';
import { findUnit } from '../units/lookup.js';
import { readQuantity } from './quantity.js';
import type { Reading } from './reading.js';

/** Symbols whose letter is a unit too, with π and e, which are numbers. */
const UNIT_LETTERS: ReadonlySet<string> = new Set([...'msghdLlNJWVAKTCFHBtM', 'mu', 'Omega', 'pi', 'e']);

/** Nodes of an expression that is no more than a number and a unit. */
const MAX_NODES = 40;

/** Every symbol is a letter of a unit, one of them at least; null when some symbol is not, or the tree is large. */
function unitLetters(expr: Expr, left: { nodes: number }): number | null {
  left.nodes -= 1;
  if (left.nodes < 0 || expr.node === 'text') return null;
  if (expr.node === 'number') return 0;
  if (expr.node === 'symbol') return UNIT_LETTERS.has(expr.name) ? 1 : null;
  let found = 0;
  for (const arg of expr.args) {
    const inside = unitLetters(arg, left);
    if (inside === null) return null;
    found += inside;
  }
  return found;
}

/** Letters after the value as words of a unit; the first piece is the value itself. */
const asUnit = (piece: Piece, i: number): Piece =>
  i > 0 && piece.kind === 'word' && findUnit(piece.value) !== null ? { ...piece, style: 'text' } : piece;

/** May the expression be a value with a unit: `2h`, `\frac{250}{9} m/s`, `\sqrt{12} m`? */
export function mayBeMeasured(answer: Answer): answer is ExpressionAnswer {
  if (answer.kind !== 'expression' || answer.expr.node !== 'apply') return false;
  return (unitLetters(answer.expr, { nodes: MAX_NODES }) ?? 0) > 0;
}

/** Adds the reading of an expression as a value with a unit, when the letters that end it are one. */
export function withMeasure(answer: ExpressionAnswer, reading: Reading): Answer {
  const pieces = reading.pieces.map(asUnit);
  const measured = readQuantity({ ...reading, pieces });
  if (measured?.kind !== 'quantity' || measured.value.kind !== 'expression') return answer;
  return unitLettersOnlyInUnit(measured.value.expr) ? { ...answer, measured } : answer;
}

/** A value that still has letters is an expression, not a number. */
const unitLettersOnlyInUnit = (value: Expr): boolean => {
  if (value.node === 'symbol') return value.name === 'pi' || value.name === 'e';
  return value.node !== 'apply' || value.args.every(unitLettersOnlyInUnit);
};
