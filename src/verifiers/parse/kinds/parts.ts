import type { Answer } from '../../answer.js';
import { type Piece, sliceText } from '../scan.js';
import type { Reading } from './reading.js';
import { splitParts } from './split.js';

const UNITS: ReadonlySet<Answer['kind']> = new Set(['quantity', 'time', 'date']);

/** `3,5 kg`: one comma between digits without white space is a decimal sign before a unit. */
const DECIMAL_COMMA = /^-?\d+,\d+[^,;]*$/;

const holdsUnit = (item: Answer): boolean =>
  UNITS.has(item.kind) || (item.kind === 'tuple' && item.items.some(holdsUnit));

/**
 * A list of which at least one item carries a unit or is a time or date: "12 and 36 min",
 * `3630 ft^2, 522,720 in^2`. Lists of mathematics alone are the grammar's.
 */
export function readParts(reading: Reading): Answer | null {
  const { pieces, surface } = reading;
  const ranges = splitParts(pieces);
  // 当 x > 1 时: 时 ends a condition and is no hour.
  if (pieces.some((piece) => piece.kind === 'word' && piece.value.endsWith('当'))) return null;
  if (ranges.length < 2 || ranges.length > 60 || DECIMAL_COMMA.test(surface.text)) return null;
  if (
    !pieces.some(
      (piece) => piece.depth === 0 && (piece.kind === 'word' || piece.value === '@' || piece.value === '$'),
    )
  )
    return null;
  const items: Answer[] = [];
  for (const [from, to] of ranges) {
    const item = reading.part(sliceText(surface.text, pieces, from, to));
    if (item === null || item.kind === 'text') return null;
    items.push(item);
  }
  return items.some(holdsUnit) ? { kind: 'list', items: shareUnit(items) } : null;
}

const isBy = (piece: Piece): boolean =>
  piece.depth === 0 &&
  ((piece.kind === 'command' && piece.value === 'times') ||
    (piece.kind === 'mark' && piece.value === '×') ||
    (piece.kind === 'word' && /^(?:by|x)$/.test(piece.value)));

/** Lengths of sides: `4 ft × 12 ft`, "10 m by 18 m"; every part carries its unit. */
export function readSides(reading: Reading): Answer | null {
  const { pieces, surface } = reading;
  const cuts = pieces.flatMap((piece, i) => (isBy(piece) ? [i] : []));
  if (cuts.length === 0 || cuts.length > 3) return null;
  const bounds = [-1, ...cuts, pieces.length];
  const items = bounds
    .slice(1)
    .map((to, i) => reading.part(sliceText(surface.text, pieces, bounds[i]! + 1, to)));
  return items.every((item) => item?.kind === 'quantity') ? { kind: 'list', items } : null;
}

/** `\$3000 @ 11\%`: an amount at a rate or price. */
export function readAt(reading: Reading): Answer | null {
  const { pieces, surface } = reading;
  const at = pieces.findIndex((piece) => piece.kind === 'mark' && piece.value === '@');
  if (at <= 0 || pieces.length > 40) return null;
  const next = nextAmount(pieces, at);
  if (next > 0) return listOfAmounts(reading, next);
  const left = reading.part(sliceText(surface.text, pieces, 0, at));
  const right = reading.part(sliceText(surface.text, pieces, at + 1, pieces.length));
  return left === null || right === null ? null : { kind: 'tuple', items: [left, right], notation: 'round' };
}

/** Where the amount of a second `@` begins: `\$3000 @ 4.6\% \$4500 @ 6.6\%`; −1 when there is none. */
function nextAmount(pieces: readonly Piece[], at: number): number {
  const second = pieces.findIndex((piece, i) => i > at && piece.kind === 'mark' && piece.value === '@');
  for (let i = second - 1; i > at + 1; i -= 1) if (pieces[i]!.value === '$') return i;
  return -1;
}

function listOfAmounts({ pieces, surface, part }: Reading, next: number): Answer | null {
  const first = part(sliceText(surface.text, pieces, 0, next));
  const rest = part(sliceText(surface.text, pieces, next, pieces.length));
  if (first === null || rest === null) return null;
  return { kind: 'list', items: rest.kind === 'list' ? [first, ...rest.items] : [first, rest] };
}

/** `{35 cm, 4 cm}`, `(3 ft, 4 ft)`: a list with units in brackets. */
export function readBracketed(reading: Reading): Answer | null {
  const { pieces, surface } = reading;
  const [first, last] = [pieces[0], pieces[pieces.length - 1]];
  if (first?.kind !== 'open' || last?.kind !== 'close' || pieces.length < 6) return null;
  if (pieces.slice(1, -1).some((piece) => piece.depth === 0)) return null;
  const braces = first.value === '{' || first.value === '\\{';
  if (!braces && first.value !== '(') return null;
  const inside = reading.part(sliceText(surface.text, pieces, 1, pieces.length - 1));
  if (inside?.kind !== 'list' || !inside.items.some(holdsUnit)) return null;
  return braces
    ? { kind: 'set', elements: inside.items }
    : { kind: 'tuple', items: inside.items, notation: 'round' };
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
