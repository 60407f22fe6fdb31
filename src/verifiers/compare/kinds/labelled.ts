import type { LabelledAnswer } from '../../answer.js';
import { allOf, different, type Finding } from '../../verdict.js';
import { type Compare, type Row, row } from '../table.js';

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

/** Answers in labelled parts. */
export const labelledRows: readonly Row[] = [
  row('labelled', 'labelled', (a, b, _context, recurse) => compareLabelled(a, b, recurse)),
];
