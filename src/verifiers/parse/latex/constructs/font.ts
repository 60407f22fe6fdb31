import type { KatexNode } from '../katex.js';
import { NEEDS, type Piece, type Walk } from './walk.js';

/** Adjacent plain letters from `pieces[at]` on. */
function lettersFrom(pieces: readonly Piece[], at: number): number {
  let end = at;
  for (let piece = pieces[end]; piece?.kind === 'name' && piece.name.length === 1; piece = pieces[end]) {
    if (end > at && (piece.spaceBefore || piece.start !== pieces[end - 1]?.end)) break;
    end += 1;
  }
  return end;
}

/** `\mathrm{m/s^2}`: runs of letters inside upright mathematics are words or function names. */
export function font(walk: Walk, node: KatexNode): void {
  if (node.type !== 'font') return;
  const { out } = walk;
  walk.out = [];
  walk.each(node.body.type === 'ordgroup' ? node.body.body : [node.body]);
  const pieces = walk.out;
  walk.out = out;
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at] as Piece;
    const end = lettersFrom(pieces, at);
    if (end === at) {
      out.push(piece);
      at += 1;
      continue;
    }
    const value = pieces
      .slice(at, end)
      .map((letter) => (letter.kind === 'name' ? letter.name : ''))
      .join('');
    walk.needs |= NEEDS.loose | NEEDS.words;
    const { start, spaceBefore } = piece;
    out.push({ kind: 'upright', value, start, end: pieces[end - 1]?.end ?? start, spaceBefore });
    at = end;
  }
}
