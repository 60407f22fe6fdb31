import { isMark, isWord, peek, type Reader, take } from './reader.js';

const SUPERSCRIPT_DIGITS: ReadonlyMap<string, number> = new Map([
  ['¹', 1],
  ['²', 2],
  ['³', 3],
  ['⁴', 4],
]);

/** A whole power after a unit: `^2`, `^{-1}`, `²`, `squared`, or digits glued to a symbol (`cm2`); 1 without. */
export function readPower(r: Reader): number {
  const piece = peek(r);
  if (piece === undefined) return 1;
  const raised = SUPERSCRIPT_DIGITS.get(piece.value);
  if (raised !== undefined) return take(r, 1, raised);
  if (isMark(piece, '⁻')) {
    const digit = SUPERSCRIPT_DIGITS.get(r.pieces[r.at + 1]?.value ?? '') ?? 1;
    return take(r, 2, -digit);
  }
  if (isMark(piece, '^')) return readCaret(r);
  if (isWord(piece, 'squared')) return take(r, 1, 2);
  if (isWord(piece, 'cubed')) return take(r, 1, 3);
  const glued = piece.kind === 'number' && !piece.space && (piece.value === '2' || piece.value === '3');
  return glued ? take(r, 1, Number(piece.value)) : 1;
}

/** `^2`, `^{2}`, `^{-1}`, `^-1`, `^(−2)`. */
function readCaret(r: Reader): number {
  let at = r.at + 1;
  const grouped = r.pieces[at]?.kind === 'open';
  if (grouped) at += 1;
  const negative = isMark(r.pieces[at], '-') || isMark(r.pieces[at], '−');
  if (negative) at += 1;
  const digits = r.pieces[at];
  if (digits?.kind !== 'number' || !/^[1-9]$/.test(digits.value)) return 1;
  at += 1;
  if (grouped) {
    if (r.pieces[at]?.kind !== 'close') return 1;
    at += 1;
  }
  r.at = at;
  return negative ? -Number(digits.value) : Number(digits.value);
}
