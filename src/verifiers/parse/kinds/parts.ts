import type { Answer } from '../../answer.js';
import { sliceText } from '../scan.js';
import type { Reading } from './reading.js';
import { splitParts } from './split.js';

const UNITS = new Set<Answer['kind']>(['quantity', 'time', 'date']);

/**
 * A list of which at least one item carries a unit or is a time or date: "12 and 36 min",
 * `3630 ft^2, 522,720 in^2`. Lists of mathematics alone are the grammar's.
 */
export function readParts(reading: Reading): Answer | null {
  const { pieces, surface } = reading;
  const ranges = splitParts(pieces);
  if (ranges.length < 2 || ranges.length > 60) return null;
  if (!pieces.some((piece) => piece.kind === 'word' && piece.depth === 0)) return null;
  const items: Answer[] = [];
  for (const [from, to] of ranges) {
    const item = reading.part(sliceText(surface.text, pieces, from, to));
    if (item === null || item.kind === 'text') return null;
    items.push(item);
  }
  return items.some((item) => UNITS.has(item.kind)) ? { kind: 'list', items: shareUnit(items) } : null;
}

/** A unit written once after the last value belongs to the plain values before it: "15 and 22.5 min". */
function shareUnit(items: readonly Answer[]): readonly Answer[] {
  const last = items[items.length - 1]!;
  if (last.kind !== 'quantity' || !items.slice(0, -1).every((item) => item.kind === 'expression'))
    return items;
  return items.map((item) =>
    item.kind === 'expression' ? { kind: 'quantity', value: item, unit: last.unit } : item,
  );
}
