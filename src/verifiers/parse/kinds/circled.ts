import type { Answer } from '../../answer.js';
import { integer } from '../../expr.js';
import type { Reading } from './reading.js';

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const SEPARATORS = ',;，；、 ';

/** Numbers of statements, circled: `②③`, `①, ④`. */
export function readCircled({ pieces }: Reading): Answer | null {
  const numbers: Answer[] = [];
  for (const piece of pieces) {
    const index = piece.kind === 'mark' ? CIRCLED.indexOf(piece.value) : -1;
    if (index >= 0) numbers.push({ kind: 'expression', expr: integer(index + 1) });
    else if (piece.kind !== 'mark' || !SEPARATORS.includes(piece.value)) return null;
  }
  return numbers.length > 1 ? { kind: 'list', items: numbers } : (numbers[0] ?? null);
}
