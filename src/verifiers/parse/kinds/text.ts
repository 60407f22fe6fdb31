import type { TextAnswer } from '../../answer.js';
import { FUNCTIONS, GREEK } from '../names.js';
import type { Piece } from '../scan.js';
import { readUnit } from '../units/grammar.js';
import { isNegated, isProse, type Reading } from './reading.js';

const hasVowel = (word: string): boolean => /[aeiouyáéíóúàèùâêîôûäöü]/i.test(word);

/** Letters that read as a product of variables: short, or in alphabetical order with few letters between. */
export function looksLikeProduct(word: string): boolean {
  if (word.length < 3) return true;
  if (FUNCTIONS.has(word) || GREEK.has(word)) return true;
  if (!/^[A-Za-z]+$/.test(word) || word.length > 9) return false;
  if (!hasVowel(word) || word === word.toUpperCase()) return true;
  const codes = [...word.toLowerCase()].map((c) => c.charCodeAt(0));
  const rising = codes.every((code, i) => i === 0 || code > codes[i - 1]!);
  return (
    (rising && codes[codes.length - 1]! - codes[0]! < 8) ||
    (word.length === 3 && word === word.toLowerCase() && !COMMON.has(word))
  );
}

/** Common words of three letters that are answers. */
const COMMON: ReadonlySet<string> = new Set(
  'odd red one two six ten yes not all any dog cat boy man old new may her him she his one day big low top end tie win sun sea box cup pen car bus hat sad'.split(
    ' ',
  ),
);

/** A single word, where letters would otherwise multiply: `odd`, `east`, `Evelyn`. */
const isWordAlone = (piece: Piece): boolean =>
  piece.kind === 'word' &&
  !CONNECTIVES.has(piece.value.toLowerCase()) &&
  (piece.style === 'text' || !looksLikeProduct(piece.value));

/** Words that join mathematics and make no text by themselves. */
const CONNECTIVES: ReadonlySet<string> = new Set('and or if for when where with'.split(' '));

/** `x \text{ dollars}`: a variable in mathematics letters and a unit in words. */
function isUnitOfLetter(pieces: readonly Piece[]): boolean {
  const from = pieces.findIndex((piece) => piece.style === 'text');
  if (from < 1 || !pieces.slice(0, from).every((piece) => piece.style === 'math' && piece.value.length < 3))
    return false;
  return readUnit(pieces, from, pieces.length) !== null;
}

/** `!B`, "``` ¬B ```": a sign of negation comes first, but for the marks around code. */
const opensWithNot = (pieces: readonly Piece[]): boolean =>
  /^[!¬≠~]$/.test(pieces.find((piece) => piece.value !== '`')?.value ?? '');

/** Words and nothing else. In mathematics, letters that may be a product of variables are left to the grammar. */
export function readText({ pieces, phrase, surface }: Reading): TextAnswer | null {
  if (phrase === null) return null;
  const words = pieces.filter((piece) => piece.kind === 'word');
  if (words.length === 0) return null;
  if (isUnitOfLetter(pieces) || opensWithNot(pieces)) return null;
  const prose =
    surface.words || words.some(isWordAlone) || words.every((piece) => piece.value.charCodeAt(0) > 0x2e80);
  if (!prose) return null;
  return isJoined(pieces) ? { kind: 'text', normal: phrase, joined: true } : { kind: 'text', normal: phrase };
}

/** Words that answer two questions in their order: "yes and no", "even and odd". */
const ANSWERS_IN_ORDER =
  /^(?:yes|no|true|false|even|odd|increas(?:es|ing)|decreas(?:es|ing)|left|right|up|down|positive|negative|more|less|greater|smaller|first|second)$/i;

const isListMark = (piece: Piece): boolean => piece.kind === 'mark' && ',，、'.includes(piece.value);

/**
 * "Red, blue and green": one "and", and no comma after the next thing. A bare row of words may be a ranking; one that
 * "and" closes says what there is.
 */
function isJoined(pieces: readonly Piece[]): boolean {
  const and = pieces.findIndex((piece) => piece.kind === 'word' && AND.test(piece.value));
  const last = pieces.slice(and + 1);
  return (
    and > 0 &&
    !pieces.some((piece) => ANSWERS_IN_ORDER.test(piece.value) || isSemicolon(piece)) &&
    !last.some((piece) => isListMark(piece) || (piece.kind === 'word' && AND.test(piece.value)))
  );
}

const AND = /^(?:and|和|与)$/i;
const isSemicolon = (piece: Piece): boolean => piece.kind === 'mark' && ';；'.includes(piece.value);

/** A word of prose among mathematics: in words, or a name such as `\max` that stands as one. */
const isSentenceWord = (piece: Piece): boolean =>
  (piece.kind === 'word' &&
    piece.value.length > 2 &&
    isProse(piece) &&
    !(piece.style === 'plain' && FUNCTIONS.has(piece.value))) ||
  (piece.kind === 'command' && (piece.value === 'max' || piece.value === 'min'));

/** Spellings of one mathematical sign, brought to one. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['dfrac', 'frac'],
  ['tfrac', 'frac'],
  ['cfrac', 'frac'],
  ['leqslant', 'le'],
  ['leq', 'le'],
  ['geqslant', 'ge'],
  ['geq', 'ge'],
  ['neq', 'ne'],
  ['to', 'rightarrow'],
  ['ldots', 'dots'],
  ['cdots', 'dots'],
]);

/** Small words of a sentence, which in mathematics letters could be products. */
const SMALL_WORDS =
  /^(?:[A-Z]?[a-z]{2}|as|is|of|in|at|by|to|on|an|it|if|or|we|As|Is|In|At|By|To|On|An|It|If|We)$/;

/**
 * A sentence with mathematics in it that no other kind reads. Its normal form is its pieces in one spelling,
 * so two such sentences are equal only when they are written the same.
 */
export function readProse({ pieces }: Reading): TextAnswer | null {
  if (isNegated(pieces) || !pieces.some(isSentenceWord)) return null;
  const normal = pieces
    .filter((piece) => !(piece.kind === 'mark' && '.!?$'.includes(piece.value)))
    .filter((piece) => !(piece.kind === 'command' && (piece.value === 'left' || piece.value === 'right')))
    .map((piece) =>
      piece.kind === 'command'
        ? `\\${SPELLINGS.get(piece.value) ?? piece.value}`
        : isProse(piece) || (piece.kind === 'word' && SMALL_WORDS.test(piece.value))
          ? piece.value.toLowerCase()
          : piece.value,
    )
    .filter((value) => value !== 'the' && value !== 'a' && value !== 'an')
    .join(' ');
  return { kind: 'text', normal };
}

/** A sign that is the whole answer ("which sign belongs here?"), by any of its spellings. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['<', '<'],
  ['\\lt', '<'],
  ['>', '>'],
  ['\\gt', '>'],
  ['=', '='],
  ['+', '+'],
  ['-', '-'],
  ['−', '-'],
  ['\\div', '÷'],
  ['÷', '÷'],
  ['\\times', '×'],
  ['×', '×'],
  ['/', '÷'],
  ['\\le', '≤'],
  ['\\leq', '≤'],
  ['≤', '≤'],
  ['\\ge', '≥'],
  ['\\geq', '≥'],
  ['≥', '≥'],
  ['\\ne', '≠'],
  ['\\neq', '≠'],
  ['≠', '≠'],
  ['\\approx', '≈'],
  ['≈', '≈'],
  ['\\equiv', '≡'],
  ['≡', '≡'],
]);

/** One operator or relation sign alone. */
export function readSign({ surface }: Reading): TextAnswer | null {
  const sign = SIGNS.get(surface.text);
  return sign === undefined ? null : { kind: 'text', normal: sign };
}
