import type { Piece } from '../constructs/walk.js';

/** Braces right inside a bracket (`\left({1,2}\right)`) print nothing and hold the bracket's own contents. */
export function settleGroups(pieces: readonly Piece[]): readonly Piece[] {
  const out: Piece[] = [];
  pieces.forEach((piece, at) => {
    const filled = pieces[at - 1]?.kind === 'open' && pieces[at + 1]?.kind === 'close';
    if (piece.kind === 'group' && filled) out.push(...piece.tokens);
    else out.push(piece);
  });
  return out;
}
