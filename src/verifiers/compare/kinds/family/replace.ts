import type { Answer } from '../../../answer.js';
import type { Expr } from '../../../expr.js';
import { substitute } from '../../rules/index.js';

/** An answer of value kind with symbols replaced. */
export function replaceIn(answer: Answer, map: ReadonlyMap<string, Expr>): Answer {
  switch (answer.kind) {
    case 'expression':
      return { ...answer, expr: substitute(answer.expr, map) };
    case 'interval':
      return { ...answer, low: substitute(answer.low, map), high: substitute(answer.high, map) };
    case 'tuple':
    case 'list':
      return { ...answer, items: answer.items.map((item) => replaceIn(item, map)) };
    case 'matrix':
      return { ...answer, rows: answer.rows.map((row) => row.map((entry) => substitute(entry, map))) };
    case 'relation':
      return { ...answer, sides: answer.sides.map((side) => substitute(side, map)) };
    default:
      return answer;
  }
}
