import type { Piece } from '../constructs/walk.js';
import { type Reading, readLetters } from './letters.js';

type Letter = Extract<Piece, { readonly kind: 'name' }>;

const isPlainLetter = (piece: Piece | undefined): piece is Letter =>
  piece?.kind === 'name' &&
  piece.name.length === 1 &&
  piece.style === undefined &&
  piece.end - piece.start === 1;

/** End of the run of adjacent letters from `at` on. */
function runEnd(pieces: readonly Piece[], at: number): number {
  let end = at;
  while (isPlainLetter(pieces[end])) {
    const piece = pieces[end] as Letter;
    if (end > at && piece.start !== pieces[end - 1]?.end) break;
    end += 1;
  }
  return end;
}

/** One token for letters `[at, end)` of the list. */
function joined(pieces: readonly Piece[], at: number, end: number, reading: Reading, run: string): Piece {
  const first = pieces[at] as Letter;
  const place = { ...first, end: pieces[end - 1]?.end ?? first.end };
  return reading.kind === 'words'
    ? { ...place, kind: 'upright', value: run }
    : { ...place, name: reading.name };
}

const isRaised = (piece: Piece | undefined): boolean => piece?.kind === 'script' && piece.sup !== null;

/** Runs of adjacent letters that spell a name or a word become one token; others stay products of letters. */
export function settleRuns(pieces: readonly Piece[]): readonly Piece[] {
  const out: Piece[] = [];
  for (let at = 0; at < pieces.length; ) {
    const end = runEnd(pieces, at);
    if (end - at < 2) {
      out.push(pieces[at] as Piece);
      at += 1;
      continue;
    }
    const run = pieces
      .slice(at, end)
      .map((piece) => (piece as Letter).name)
      .join('');
    const before = out[out.length - 1];
    const measured = before?.kind === 'number' || before?.kind === 'fraction';
    const spelled = readLetters(run, measured, (pieces[at] as Piece).spaceBefore);
    // `Be^x`, `At^2`: a short word has no exponent.
    const reading = spelled?.kind === 'words' && end - at < 4 && isRaised(pieces[end]) ? null : spelled;
    if (reading === null) out.push(...pieces.slice(at, end));
    else {
      const stop = reading.kind === 'prefix' ? at + reading.length : end;
      out.push(joined(pieces, at, stop, reading, run), ...pieces.slice(stop, end));
    }
    at = end;
  }
  return out;
}
