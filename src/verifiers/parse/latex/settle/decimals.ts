import { integer } from '../../../expr.js';
import { repeatingNumeral } from '../../numeral.js';
import type { Token } from '../../token.js';
import type { Piece } from '../constructs/walk.js';

type NumberToken = Extract<Token, { readonly kind: 'number' }>;

const PERIOD_MARKS = new Set(['overline', 'bar', 'dot']);

/** Digits under a period mark, or null. */
function markedDigits(piece: Piece | undefined, mark?: string): string | null {
  if (piece?.kind !== 'accent' || !PERIOD_MARKS.has(piece.accent) || piece.spaceBefore) return null;
  if (mark !== undefined && piece.accent !== mark) return null;
  const [only] = piece.tokens;
  if (piece.tokens.length !== 1 || only?.kind !== 'number' || only.raw.includes('.')) return null;
  return only.raw;
}

/** The period that begins at `at`: a bar over its digits, or dots over its first and last. */
function periodAt(
  pieces: readonly Piece[],
  at: number,
): { readonly digits: string; readonly end: number } | null {
  const first = markedDigits(pieces[at]);
  const piece = pieces[at];
  if (first === null || piece?.kind !== 'accent') return null;
  if (piece.accent !== 'dot') return { digits: first, end: at + 1 };
  const middle = pieces[at + 1];
  const direct = markedDigits(middle, 'dot');
  if (direct !== null) return { digits: first + direct, end: at + 2 };
  const last = markedDigits(pieces[at + 2], 'dot');
  if (last !== null && middle?.kind === 'number' && !middle.raw.includes('.') && !middle.spaceBefore) {
    return { digits: first + middle.raw + last, end: at + 3 };
  }
  return { digits: first, end: at + 1 };
}

const isPoint = (piece: Piece | undefined): piece is Extract<Piece, { readonly kind: 'operator' }> =>
  piece?.kind === 'operator' && piece.operator === '.' && piece.mark === undefined;

/** Digits before a period: `0` and `.`, `0.1`, or a point alone. */
function headAt(
  pieces: readonly Piece[],
  at: number,
): { readonly number: NumberToken; readonly next: number } | null {
  const number = pieces[at];
  if (isPoint(number) && pieces[at - 1]?.kind !== 'number') {
    const { start, end, spaceBefore } = number;
    return { number: { kind: 'number', raw: '.', value: integer(0), start, end, spaceBefore }, next: at + 1 };
  }
  if (number?.kind !== 'number') return null;
  if (number.raw.includes('.')) return { number, next: at + 1 };
  const point = pieces[at + 1];
  return isPoint(point) && !point.spaceBefore ? { number, next: at + 2 } : null;
}

/** Repeating decimals (`0.1\overline{6}`, `0.\dot{3}`) become one numeral. */
export function settleDecimals(pieces: readonly Piece[]): readonly Piece[] {
  const out: Piece[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const head = headAt(pieces, at);
    const period = head === null ? null : periodAt(pieces, head.next);
    if (head === null || period === null) {
      out.push(pieces[at] as Piece);
      continue;
    }
    const [whole = '', fixed = ''] = head.number.raw.split('.');
    out.push({
      ...head.number,
      end: pieces[period.end - 1]?.end ?? head.number.end,
      raw: `${whole}.${fixed}(${period.digits})`,
      value: repeatingNumeral(whole, fixed, period.digits),
    });
    at = period.end - 1;
  }
  return out;
}
