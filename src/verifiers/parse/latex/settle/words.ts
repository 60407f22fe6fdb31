import type { Token } from '../../token.js';
import type { Piece } from '../constructs/walk.js';
import { isLetter } from '../scan/scan.js';

type Text = Extract<Token, { readonly kind: 'text' }>;

const isWord = (piece: Piece | undefined): piece is Text =>
  piece?.kind === 'text' && (isLetter(piece.value.charCodeAt(0)) || piece.value.charCodeAt(0) > 0xbf);

/** The article between words, which alone would be a letter. */
const isArticle = (piece: Piece | undefined): boolean =>
  piece?.kind === 'name' && (piece.name === 'a' || piece.name === 'A') && piece.style === undefined;

/** The words of a piece that continues words before it, or null. */
function continuation(piece: Piece | undefined, next: Piece | undefined): string | null {
  if (piece === undefined || piece.wide === true) return null;
  if (isWord(piece)) return `${piece.spaceBefore ? ' ' : ''}${piece.value}`;
  return isArticle(piece) && piece.spaceBefore && isWord(next) && next.spaceBefore ? ' a' : null;
}

/** Words side by side are one text. */
export function settleWords(pieces: readonly Piece[]): readonly Piece[] {
  const out: Piece[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] as Piece;
    const before = out[out.length - 1];
    const more = isWord(before) ? continuation(piece, pieces[at + 1]) : null;
    if (more === null) out.push(piece);
    else
      out[out.length - 1] = {
        ...(before as Text),
        value: `${(before as Text).value}${more}`,
        end: piece.end,
      };
  }
  return out;
}
