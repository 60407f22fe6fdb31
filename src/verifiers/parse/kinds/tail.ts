import type { Piece } from '../scan.js';
import { readUnit } from '../units/grammar.js';
import { singular } from '../units/lookup.js';
import { multiplyUnits, noUnit, type UnitValue } from '../units/unit.js';
import { SCALES } from './number-words.js';
import { isProse } from './reading.js';
import { BOUNDS, DENIAL, STOP_WORDS } from './stop-words.js';
import { looksLikeProduct } from './text.js';

/** How far from the end a unit may begin, in pieces. */
const MAX_TAIL = 40;
/** Words a counted noun may have: "12 red glass marbles". */
const MAX_NOUN = 5;

const isMark = (piece: Piece | undefined, marks: string): boolean =>
  piece?.kind === 'mark' && marks.includes(piece.value);

/** A value may not end in an operator or an opening bracket: what follows would be its operand. */
function endsOpen(pieces: readonly Piece[], end: number): boolean {
  const last = pieces[end - 1];
  if (last === undefined) return true;
  if (last.kind === 'open' || isMark(last, '+-−*/^_=<>,;:&|±×·')) return true;
  return last.kind === 'command' && OPEN_COMMANDS.has(last.value);
}

const OPEN_COMMANDS: ReadonlySet<string> = new Set(
  'cdot times div pm mp frac dfrac tfrac sqrt le ge leq geq lt gt ne neq approx to in cup cap sin cos tan log ln'.split(
    ' ',
  ),
);

/** A unit, a percent word or a counted noun at the end of the pieces, and where it begins. */
export interface Tail {
  readonly from: number;
  readonly unit: UnitValue | 'percent' | 'permille' | 'degree';
}

const PERCENT_WORDS: ReadonlySet<string> = new Set(
  'percent pct percentage 百分 prozent porcentaje'.split(' '),
);

function wordTail(pieces: readonly Piece[]): Tail | null {
  const last = pieces.length - 1;
  const word = pieces[last]!;
  if (word.kind !== 'word' || last === 0) return null;
  const lower = word.value.toLowerCase();
  if (PERCENT_WORDS.has(lower)) return { from: last, unit: 'percent' };
  if (last > 1 && pieces[last - 1]!.value.toLowerCase() === 'per') {
    if (lower === 'cent') return { from: last - 1, unit: 'percent' };
    if (lower === 'mille' || lower === 'mil') return { from: last - 1, unit: 'permille' };
  }
  if (lower === 'permille' || lower === 'promille') return { from: last, unit: 'permille' };
  if (
    (lower === 'degrees' || lower === 'degree' || lower === 'deg' || word.value === '度') &&
    (word.style !== 'math' || word.value.length > 5)
  )
    return { from: last, unit: 'degree' };
  return null;
}

/** "of a mile" measures like "mile": the index after "of", "of a". */
function afterOf(pieces: readonly Piece[], from: number): number {
  if (!isWord(pieces[from], 'of')) return from;
  return isWord(pieces[from + 1], 'a') || isWord(pieces[from + 1], 'an') ? from + 2 : from + 1;
}

const isWord = (piece: Piece | undefined, word: string): boolean =>
  piece?.kind === 'word' && piece.style !== 'math' && piece.value.toLowerCase() === word;

/** The longest unit expression that ends the pieces. A remark in brackets, `42 (days)`, counts as one. */
function unitTail(pieces: readonly Piece[]): Tail | null {
  const first = Math.max(1, pieces.length - MAX_TAIL);
  for (let from = first; from < pieces.length; from += 1) {
    const piece = pieces[from]!;
    if (piece.depth > 0 || piece.kind === 'close' || piece.kind === 'number') continue;
    if (endsOpen(pieces, from)) continue;
    const unit = readUnit(pieces, afterOf(pieces, from), pieces.length);
    if (unit !== null) return { from, unit };
  }
  return null;
}

/** Words after a value that are no unit: what is counted. `item:apple` may be missing, never different. */
function nounTail(pieces: readonly Piece[]): Tail | null {
  let from = pieces.length;
  const words: string[] = [];
  while (from > 1 && words.length <= MAX_NOUN && isNounAt(pieces, from - 1)) {
    from -= 1;
    words.unshift(pieces[from]!.value.toLowerCase());
  }
  if (words.length === 0 || words.length > MAX_NOUN || endsOpen(pieces, from)) return null;
  const before = pieces[from - 1]!;
  const counted =
    before.kind === 'number' ||
    SCALES.has(before.value.toLowerCase()) ||
    before.kind === 'close' ||
    isMark(before, '%°') ||
    before.style === 'text' ||
    pieces[from]!.style === 'text';
  if (!counted || words.some((word) => STOP_WORDS.has(word) || DENIAL.test(word) || BOUNDS.test(word)))
    return null;
  const name = words.map(singular).join(' ');
  return { from, unit: { ...noUnit, name, dimension: { [`item:${name}`]: 1 } } };
}

/** A noun outside brackets that is no scale word: "5 million people" counts people. */
const isNounAt = (pieces: readonly Piece[], at: number): boolean =>
  pieces[at]!.depth === 0 && isNoun(pieces[at]!) && !SCALES.has(pieces[at]!.value.toLowerCase());

/** Digits in characters are a number of their own, not what is counted. */
const CHINESE_NUMERAL = /^[〇零一二三四五六七八九十百千万亿两]+$/u;

/** `k입니다`: a letter of mathematics and a word of another script, written together. */
const LETTER_BESIDE_CJK = /^[A-Za-z]{1,2}[\u3040-\ud7ff]/;

/** A word that may name what is counted: in a text macro, or in plain notation after white space. */
function isNoun(piece: Piece): boolean {
  if (piece.kind !== 'word' || !isProse(piece)) return false;
  if (CHINESE_NUMERAL.test(piece.value) || LETTER_BESIDE_CJK.test(piece.value)) return false;
  if (piece.style === 'text' || piece.value.charCodeAt(0) > 0x2e80) return true;
  if (piece.style === 'math') return !looksLikeProduct(piece.value);
  return piece.value.length > 3
    ? !looksLikeProduct(piece.value)
    : piece.value.length === 3 && piece.space && !isRising(piece.value);
}

/** `abc`, `xyz`: letters in alphabetical order are variables. */
const isRising = (word: string): boolean =>
  [...word.toLowerCase()].every((c, i, all) => i === 0 || c > all[i - 1]!);

/** A counted thing over a unit: `2 beats/lifetime`, "3 pages per hour" with an unknown noun on top. */
function nounPerTail(pieces: readonly Piece[]): Tail | null {
  for (let at = Math.max(2, pieces.length - 8); at < pieces.length - 1; at += 1) {
    const piece = pieces[at]!;
    if (!(isMark(piece, '/') || (piece.kind === 'word' && piece.value.toLowerCase() === 'per'))) continue;
    const noun = nounTail(pieces.slice(0, at));
    if (noun === null || typeof noun.unit === 'string') continue;
    const below = readUnit(pieces, at + 1, pieces.length) ?? onlyNoun(pieces, at + 1);
    if (below !== null) return { from: noun.from, unit: multiplyUnits(noun.unit, below, -1) };
  }
  return null;
}

function onlyNoun(pieces: readonly Piece[], from: number): UnitValue | null {
  const words = pieces
    .slice(from)
    .filter(isNoun)
    .map((piece) => singular(piece.value.toLowerCase()));
  if (words.length !== pieces.length - from || words.length === 0) return null;
  return { ...noUnit, name: words.join(' '), dimension: { [`item:${words.join(' ')}`]: 1 } };
}

/** 5个以上: a bound, no quantity. */
const BOUND = /以上|以下|以内|以外/u;

/** What ends the pieces: a percent or degree word, a unit, or a counted noun. */
export const readTail = (pieces: readonly Piece[]): Tail | null =>
  pieces.length < 2 || BOUND.test(pieces[pieces.length - 1]!.value)
    ? null
    : (wordTail(pieces) ?? unitOrRate(pieces) ?? nounPerTail(pieces) ?? nounTail(pieces));

/** A unit; where it is only the "per day" of "5 apples per day", the rate as a whole. */
function unitOrRate(pieces: readonly Piece[]): Tail | null {
  const unit = unitTail(pieces);
  if (unit === null) return null;
  const first = pieces[unit.from];
  return isWord(first, 'per') || isMark(first, '/') ? (nounPerTail(pieces) ?? unit) : unit;
}

/** The letters of the unit may as well be variables: single letters, or letters within mathematics. */
export const isAmbiguous = (pieces: readonly Piece[], from: number): boolean =>
  pieces
    .slice(from)
    .every((piece) => piece.kind !== 'word' || (piece.style !== 'text' && piece.value.length < 4)) &&
  pieces
    .slice(from)
    .some(
      (piece) =>
        (piece.kind === 'word' && (piece.style === 'math' || piece.value.length === 1)) ||
        (piece.kind === 'command' && piece.value === 'Omega'),
    );
