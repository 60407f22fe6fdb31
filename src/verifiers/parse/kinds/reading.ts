import type { Answer } from '../../answer.js';
import type { Context } from '../../context.js';
import type { Piece } from '../scan.js';
import type { Surface } from '../surface/clean.js';

/** What a recogniser looks at: the cleaned surface, its pieces, and a way to parse a part of it. */
export interface Reading {
  readonly surface: Surface;
  readonly pieces: readonly Piece[];
  /** The phrase when the surface is words and punctuation only (see {@link phraseOf}), else null. */
  readonly phrase: string | null;
  readonly context: Context;
  /** Parses a part of the surface as an answer of its own, or null when it does not parse. */
  readonly part: (text: string) => Answer | null;
  /** As `part`, but mathematics only: no words, units or labels. */
  readonly mathematics: (text: string) => Answer | null;
}

/** Recognises one kind from the surface; null: not this kind, ask the next. */
export type Recogniser = (reading: Reading) => Answer | null;

const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the']);
const SILENT_MARKS: ReadonlySet<string> = new Set([...'.!?"“”。！？…«»']);
const APOSTROPHES: ReadonlySet<string> = new Set([..."'’´`"]);
const HYPHENS: ReadonlySet<string> = new Set([...'-‐‑–']);

/** True for a piece that is letters meant as words: not a possible product of variables. */
export const isProse = (piece: Piece): boolean =>
  piece.kind === 'word' && (piece.style !== 'math' || piece.value.length > 3);

/** A hyphen that opens the text is a minus sign, unless white space sets it off as a bullet before a word. */
function isMinus(pieces: readonly Piece[]): boolean {
  const [first, second] = pieces;
  if (first?.kind !== 'mark' || !HYPHENS.has(first.value)) return false;
  return second?.space !== true || /^inf/i.test(second.value);
}

/** `!odd`: code's way to deny. */
export function isNegated(pieces: readonly Piece[]): boolean {
  // Past an empty `\\left.`
  const from = pieces.findIndex(
    ({ kind, value }) => !(kind === 'command' && value === 'left') && value !== '.',
  );
  const first = pieces[from];
  return first?.kind === 'mark' && first.value === '!';
}

/** Normal form of words: lower case, articles and final punctuation removed, `and`/commas as one comma. */
export function phraseOf(pieces: readonly Piece[]): string | null {
  if (isMinus(pieces) || isNegated(pieces)) return null;
  const out: string[] = [];
  for (const piece of pieces) {
    const word = wordOf(piece);
    if (word === null) return null;
    if (word === '') continue;
    if (word === ',' && (out.length === 0 || out[out.length - 1] === ',')) continue;
    if (piece.kind === 'word' && !piece.space && out.length > 0 && joins(pieces, piece))
      out[out.length - 1] += word;
    else out.push(word);
  }
  while (out[out.length - 1] === ',') out.pop();
  const kept = out.filter((word, i) => !(ARTICLES.has(word) && i < out.length - 1));
  return kept.length === 0 ? null : kept.join(' ').replaceAll(' ,', ',');
}

/** The word is written directly after an apostrophe: one word with what stands before. */
function joins(pieces: readonly Piece[], piece: Piece): boolean {
  const before = pieces[pieces.indexOf(piece) - 1];
  return before !== undefined && before.kind === 'mark' && APOSTROPHES.has(before.value) && !before.space;
}

function wordOf(piece: Piece): string | null {
  if (piece.kind === 'word') {
    const word = piece.value.toLowerCase();
    return piece.style === 'text' || piece.style === 'plain' ? (word === 'and' ? ',' : word) : word;
  }
  if (piece.kind !== 'mark') return null;
  if (SILENT_MARKS.has(piece.value)) return '';
  if (piece.value === ',' || piece.value === ';' || piece.value === '，' || piece.value === '、') return ',';
  return APOSTROPHES.has(piece.value) || HYPHENS.has(piece.value) ? '' : null;
}
