import type { Piece } from '../scan.js';

const isMark = (piece: Piece | undefined, marks: string): boolean =>
  piece?.kind === 'mark' && marks.includes(piece.value);

/** A comma between digits that groups them: `522,720`. */
function groups(pieces: readonly Piece[], at: number): boolean {
  const [before, comma, after] = [pieces[at - 1], pieces[at]!, pieces[at + 1]];
  if (comma.value !== ',' || before?.kind !== 'number' || after?.kind !== 'number') return false;
  return (
    !comma.space && !after.space && /^\d{3}(?:\.\d+)?$/.test(after.value) && /^\d{1,3}$/.test(before.value)
  );
}

const isAnd = (piece: Piece): boolean =>
  piece.kind === 'word' &&
  piece.style !== 'math' &&
  /^(?:and|or|y|et|und|и|和|或|及|以及)$/i.test(piece.value);

/** Ranges of the parts between commas, semicolons and "and" outside brackets; empty parts are dropped. */
export function splitParts(pieces: readonly Piece[]): readonly (readonly [number, number])[] {
  const parts: (readonly [number, number])[] = [];
  let from = 0;
  for (let i = 0; i <= pieces.length; i += 1) {
    const piece = pieces[i];
    const cut =
      piece === undefined ||
      (piece.depth === 0 && ((isMark(piece, ',;，；、') && !groups(pieces, i)) || isAnd(piece)));
    if (!cut) continue;
    if (i > from) parts.push([from, i]);
    from = i + 1;
  }
  return parts;
}
