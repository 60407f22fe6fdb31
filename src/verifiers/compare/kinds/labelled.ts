import type { Answer, LabelledAnswer } from '../../answer.js';
import { allOf, different, type Finding } from '../../verdict.js';
import { type Compare, type Row, row, rowsFor } from '../table.js';
import { assignmentOf } from './collection/assignment.js';

/** Part by part under the same label, in any order. */
function compareLabelled(a: LabelledAnswer, b: LabelledAnswer, recurse: Compare): Finding {
  const parts = new Map(b.parts.map((part) => [part.label, part.value]));
  if (a.parts.length !== b.parts.length || !a.parts.every((part) => parts.has(part.label)))
    return different('labels');
  return allOf(
    'labelled-parts',
    a.parts.map((part) => recurse(part.value, parts.get(part.label)!)),
  );
}

/** `f_{\max}` and `y_{\min}` are called "maximum" and "minimum". */
function extremumOf(name: string): string {
  const found = /^[a-zA-Z]_\{?(max|min)\}?$/.exec(name);
  return found === null ? name : `${found[1]}imum`;
}

/** `A: 3, B: 4` against `A = 3, B = 4`: names before values, whatever sets them off. Null for other names. */
function compareWithAssignment(a: LabelledAnswer, b: Answer, recurse: Compare): Finding | null {
  const named = assignmentOf(b);
  if (named === null) return null;
  const parts = named.names.map((name, i) => ({ label: extremumOf(name), value: named.values[i]! }));
  const names = new Set(parts.map((part) => part.label));
  return a.parts.every((part) => names.has(part.label))
    ? compareLabelled(a, { kind: 'labelled', parts }, recurse)
    : null;
}

/** Answers in labelled parts. */
export const labelledRows: readonly Row[] = [
  ...rowsFor(['labelled'], ['list', 'logic', 'tuple'], (a, b, _context, recurse) =>
    a.kind === 'labelled' ? compareWithAssignment(a, b, recurse) : null,
  ),
  row('labelled', 'labelled', (a, b, _context, recurse) => compareLabelled(a, b, recurse)),
];
