import type { Token } from '../../token.js';
import type { Piece } from '../constructs/walk.js';

/** Drops empty delimiters, and makes line ends outside an environment the rows of one. */
export function settleLines(pieces: readonly Piece[]): readonly Token[] {
  const rows: Token[][] = [[]];
  for (const piece of pieces) {
    if (piece.kind === 'line') rows.push([]);
    // The passes before have resolved every other loose piece.
    else if (piece.kind !== 'void') rows[rows.length - 1]?.push(piece as Token);
  }
  const filled = rows.filter((row) => row.length > 0);
  const [first, ...more] = filled;
  if (first === undefined || more.length === 0) return first ?? [];
  const start = first[0]?.start ?? 0;
  const end = filled[filled.length - 1]?.at(-1)?.end ?? start;
  return [
    {
      kind: 'array',
      shape: 'lines',
      delimiter: '',
      rows: filled.map((row) => [row]),
      start,
      end,
      spaceBefore: false,
    },
  ];
}
