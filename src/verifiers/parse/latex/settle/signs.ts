import type { Operator } from '../../token.js';
import type { Piece } from '../constructs/walk.js';

/** Two ASCII characters side by side → the one operator they spell. */
const SPELLED: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['<=', '<='],
  ['>=', '>='],
  ['=<', '<='],
  ['=>', 'implies'],
  [':=', 'assign'],
  ['->', 'to'],
  ['==', '='],
  ['!!', '!!'],
  ['**', '^'],
]);

type Sign = Extract<Piece, { readonly kind: 'operator' }>;

const isSign = (piece: Piece | undefined, length: number): piece is Sign =>
  piece?.kind === 'operator' && piece.mark === undefined && piece.end - piece.start === length;

/** Minutes and seconds of arc: primes on a number that follows a degree sign. */
function arcMark(
  out: readonly Piece[],
  piece: Piece,
  next: Piece | undefined,
): { readonly mark: Operator; readonly took: number } | null {
  const number = out[out.length - 1];
  const unit = out[out.length - 2];
  if (piece.kind !== 'operator' || number?.kind !== 'number' || unit?.kind !== 'operator') return null;
  if (unit.operator !== 'degree' && unit.operator !== 'arcminute') return null;
  if (piece.operator === 'arcsecond') return { mark: 'arcsecond', took: 0 };
  if (piece.operator !== 'prime') return null;
  const second = next?.kind === 'operator' && next.operator === 'prime';
  return second ? { mark: 'arcsecond', took: 1 } : { mark: 'arcminute', took: 0 };
}

/** Operators spelled with two characters, and minutes and seconds of arc. */
export function settleSigns(pieces: readonly Piece[]): readonly Piece[] {
  const out: Piece[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] as Piece;
    const next = pieces[at + 1];
    const arc = arcMark(out, piece, next);
    if (arc !== null) {
      out.push({ ...(piece as Sign), operator: arc.mark, end: pieces[at + arc.took]?.end ?? piece.end });
      at += arc.took;
      continue;
    }
    const pair =
      isSign(piece, 1) && isSign(next, 1) && next.start === piece.end
        ? `${piece.operator}${next.operator}`
        : '';
    // `x != 3` is no factorial, which stands close to its operand (`5!=120`).
    const operator = pair === '!=' && piece.spaceBefore ? '!=' : SPELLED.get(pair);
    if (operator === undefined) out.push(piece);
    else {
      out.push({ ...(piece as Sign), operator, end: next?.end ?? piece.end });
      at += 1;
    }
  }
  return out;
}
