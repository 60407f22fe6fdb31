import type { Answer } from '../../answer.js';
import { apply, rational } from '../../expr.js';
import { type Piece, sliceText } from '../scan.js';
import type { Reading } from './reading.js';

const isSpoken = (piece: Piece | undefined, word: string): boolean =>
  piece?.kind === 'word' && piece.depth === 0 && piece.value.toLowerCase() === word;

const startsValue = (piece: Piece | undefined): boolean =>
  piece?.kind === 'number' || piece?.kind === 'command';

/** "minus 3", "negative \frac{1}{2}", "plus or minus 5": a sign in words before a value in figures. */
function spokenSign({ pieces, surface, mathematics }: Reading): Answer | null {
  const rest = (from: number): string => sliceText(surface.text, pieces, from, pieces.length);
  if (isSpoken(pieces[0], 'minus') || isSpoken(pieces[0], 'negative'))
    return startsValue(pieces[1]) ? mathematics(`-${rest(1)}`) : null;
  const both =
    isSpoken(pieces[0], 'plus') && isSpoken(pieces[1], 'or') && isSpoken(pieces[2], 'minus') && pieces[3];
  return both && startsValue(both) ? mathematics(`\\pm ${rest(3)}`) : null;
}

/** "2 over 3", "two over three": a fraction of two numbers. */
function spokenFraction({ pieces, surface, part }: Reading): Answer | null {
  const at = pieces.findIndex((piece) => isSpoken(piece, 'over'));
  if (at < 1 || at > 6 || pieces.length > 12) return null;
  const top = part(sliceText(surface.text, pieces, 0, at));
  const bottom = part(sliceText(surface.text, pieces, at + 1, pieces.length));
  if (top?.kind !== 'expression' || bottom?.kind !== 'expression') return null;
  if (top.expr.node !== 'number' || bottom.expr.node !== 'number') return null;
  return { kind: 'expression', expr: apply('Divide', top.expr, bottom.expr) };
}

const CHANCE = /^(?:an? )?(\d{1,9}) (?:in|out of) (?:an? |every )?(\d{1,9})(?: chances?)?$/i;

/** "1 in 6", "3 out of 4": how often in how many. */
function spokenChance({ surface }: Reading): Answer | null {
  const found = CHANCE.exec(surface.text);
  const [num, den] = [BigInt(found?.[1] ?? 0), BigInt(found?.[2] ?? 0)];
  if (den === 0n || num > den) return null;
  return { kind: 'expression', expr: apply('Divide', rational(num), rational(den)) };
}

const MIXED = /^(\d{1,9}) and (\d{1,9})\/(\d{1,9})$/i;

/** "3 and 1/4": two numbers, which may as well be one mixed number; the other side settles it. */
function spokenMixed({ surface }: Reading): Answer | null {
  const found = MIXED.exec(surface.text);
  if (found === null) return null;
  const [whole, num, den] = [BigInt(found[1]!), BigInt(found[2]!), BigInt(found[3]!)];
  if (num >= den) return null;
  return {
    kind: 'list',
    items: [
      { kind: 'expression', expr: rational(whole) },
      { kind: 'expression', expr: apply('Divide', rational(num), rational(den)) },
    ],
    decimal: rational(whole * den + num, den),
  };
}

/** Figures with their sign, bar or "and" in words. */
export function readSpoken(reading: Reading): Answer | null {
  if (reading.pieces.length < 2 || !reading.pieces.some((piece) => piece.kind === 'word')) return null;
  return spokenSign(reading) ?? spokenFraction(reading) ?? spokenChance(reading) ?? spokenMixed(reading);
}
