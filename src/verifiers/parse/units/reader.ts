import type { Piece } from '../scan.js';

/** A place in a list of pieces while a unit expression is read. */
export interface Reader {
  readonly pieces: readonly Piece[];
  readonly end: number;
  at: number;
  /** Named units read so far; a unit expression of more than a dozen is no unit. */
  count: number;
}

/** The piece at the place, or undefined at the end. */
export const peek = (r: Reader): Piece | undefined => (r.at < r.end ? r.pieces[r.at] : undefined);

/** True for the mark `value`. */
export const isMark = (piece: Piece | undefined, value: string): boolean =>
  piece?.kind === 'mark' && piece.value === value;

/** True for the command `\value`. */
export const isCommand = (piece: Piece | undefined, value: string): boolean =>
  piece?.kind === 'command' && piece.value === value;

/** True for the word `value`, in any case. */
export const isWord = (piece: Piece | undefined, value: string): boolean =>
  piece?.kind === 'word' && piece.value.toLowerCase() === value;

/** Passes `count` pieces and returns `value`. */
export function take<T>(r: Reader, count: number, value: T): T {
  r.at += count;
  return value;
}
