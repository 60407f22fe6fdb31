import type { Answer, LabelledAnswer } from '../../answer.js';
import { type Piece, sliceText } from '../scan.js';
import { findUnit } from '../units/lookup.js';
import { isProse, type Reading } from './reading.js';
import { splitParts } from './split.js';
import { STOP_WORDS } from './stop-words.js';

type Part = LabelledAnswer['parts'][number];

const isMark = (piece: Piece | undefined, marks: string): boolean =>
  piece?.kind === 'mark' && marks.includes(piece.value);
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩';

/** How the label is set off from its value: `mean: 4`, `mean = 4`, "mean is 4", `mean 4`. */
function valueStart(
  pieces: readonly Piece[],
  from: number,
  to: number,
): { readonly label: number; readonly value: number } | null {
  let at = from;
  while (at < to && (isLabelWord(pieces[at]!) || joinsLabel(pieces, at) || isLabelLetter(pieces, from, at)))
    at += 1;
  if (at === from || at >= to) return null;
  if (isMark(pieces[at], ':：=')) return { label: at, value: at + 1 };
  const verb = pieces[at - 1]!;
  if (at - 1 > from && /^(?:is|are|was|equals|为|是)$/i.test(verb.value)) return { label: at - 1, value: at };
  return { label: at, value: at };
}

/** The hyphen of `x-intercept` and the dot of `max.`; a minus sign before a number belongs to the value. */
const joinsLabel = (pieces: readonly Piece[], at: number): boolean =>
  isMark(pieces[at], '.') ||
  (isMark(pieces[at], '-') && pieces[at + 1] !== undefined && isLabelWord(pieces[at + 1]!));

/** The letter of "Part A: 3". */
const isLabelLetter = (pieces: readonly Piece[], from: number, at: number): boolean =>
  at > from && /^[A-Za-z]$/.test(pieces[at]!.value) && isMark(pieces[at + 1], ':：=');

/** "max", "min", also as commands: `$\max$ at $x = 7$`. */
const isExtremum = (piece: Piece): boolean =>
  (piece.kind === 'command' || piece.kind === 'word') && /^(?:max|min)(?:imum|ima)?$/i.test(piece.value);

const isLabelWord = (piece: Piece): boolean =>
  isExtremum(piece) || (isProse(piece) && (piece.value.length > 1 || piece.style === 'text'));

/** Words that carry a value without naming a part, and so are no labels. */
const NO_LABEL: ReadonlySet<string> = new Set('x y z for all each any so thus hence therefore'.split(' '));

function labelOf(pieces: readonly Piece[], from: number, to: number): string | null {
  const named = pieces.slice(from, to);
  const words = named
    .filter((piece) => piece.kind === 'word' || isExtremum(piece))
    .map((piece) => piece.value.toLowerCase().replace(/[为是]$/u, ''))
    .map((word) => FULL.get(word) ?? word);
  // A place, "min at x = 2", is labelled as the extremum itself is.
  const silent = named.some(hasPlace) ? ['the', 'of', 'a', 'at', 'on', 'is', 'are'] : ['the', 'of', 'a'];
  // "Part A" ends in its letter, not in an article.
  const lettered = words.length > 1 && words[words.length - 1] === 'a' ? words.length - 1 : -1;
  const kept = words.filter((word, i) => i === lettered || !silent.includes(word));
  const label = kept.join(' ');
  if (label === '' || label.length > 60 || kept.length > 5) return null;
  if (kept.some((word) => STOP_WORDS.has(word) && !NAMES.has(word)) || NO_LABEL.has(label)) return null;
  return SYNONYMS.get(label) ?? label;
}

/** Stop words that do name parts: "max 5, min 3". */
const NAMES: ReadonlySet<string> = new Set(
  'max min least greatest even odd positive negative above below first gcd lcm number'.split(' '),
);

/** Words of labels in full. */
const FULL: ReadonlyMap<string, string> = new Map([
  ['max', 'maximum'],
  ['min', 'minimum'],
  ['maxima', 'maximum'],
  ['minima', 'minimum'],
  ['decreases', 'decreasing'],
  ['increases', 'increasing'],
]);

const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['maximum value', 'maximum'],
  ['minimum value', 'minimum'],
  ['最大值', 'maximum'],
  ['最小值', 'minimum'],
  ['average', 'mean'],
]);

const isAt = (piece: Piece | undefined): boolean =>
  piece?.kind === 'word' && (piece.value === 'at' || piece.value === 'on');

/** What a function does somewhere: "increasing on (0, 1)", "max at x = 7". */
const hasPlace = (piece: Piece): boolean =>
  isExtremum(piece) ||
  (piece.kind === 'word' &&
    /^(?:in|de)creas(?:ing|es)$|^concave$|^convex$|^continuous$|^differentiable$/i.test(piece.value));

/** A place with what the function does there, labelled even where it is the only one. */
const namesPlace = (pieces: readonly Piece[]): boolean => {
  if (isExtremum(pieces[0]!) && isMark(pieces[1], '.')) return true;
  const at = pieces.findIndex(isAt);
  return at > 0 && at < 4 && pieces.slice(0, at).some(hasPlace);
};

/** `mean 4, median 5`, `Maximum = 2, Minimum = 1`, `radius: 5, center: (1, 2)`. */
function namedParts(reading: Reading): readonly Part[] | null {
  const { pieces, surface } = reading;
  const ranges = splitParts(pieces);
  if (ranges.length > 12 || (ranges.length < 2 && !namesPlace(pieces))) return null;
  const parts: Part[] = [];
  for (const [from, to] of ranges) {
    const start = valueStart(pieces, from, to);
    if (start === null) return null;
    const label = labelOf(pieces, from, start.label);
    const next = pieces[start.value];
    const unlabelled =
      start.label === start.value &&
      !isAt(pieces[start.label - 1]) &&
      !isMark(pieces[start.label - 1], '.') &&
      (next?.kind === 'word' ||
        (next?.kind === 'open' && !next.space) ||
        (!isExtremum(pieces[from]!) && findUnit(pieces[from]!.value) !== null));
    if (label === null || unlabelled) return null;
    const value = reading.part(sliceText(surface.text, pieces, start.value, to));
    if (value === null || value.kind === 'text') return null;
    parts.push({ label, value });
  }
  return distinct(parts) ? parts : null;
}

const distinct = (parts: readonly Part[]): boolean =>
  new Set(parts.map((part) => part.label)).size === parts.length;

/** `J: 4 hr, S: 14 hr`: single letters before a colon; only when every part is so labelled. */
function letterParts(reading: Reading): readonly Part[] | null {
  const { pieces, surface } = reading;
  const ranges = splitParts(pieces);
  if (ranges.length < 2 || ranges.length > 12) return null;
  const parts: Part[] = [];
  for (const [from, to] of ranges) {
    const letter = pieces[from]!;
    if (
      letter.kind !== 'word' ||
      letter.value.length > 2 ||
      !isMark(pieces[from + 1], ':：') ||
      to < from + 3
    )
      return null;
    const value = reading.part(sliceText(surface.text, pieces, from + 2, to));
    if (value === null || value.kind === 'text') return null;
    parts.push({ label: letter.value, value });
  }
  return distinct(parts) ? parts : null;
}

/** The marks of parts by their style, in order. */
const STYLES: ReadonlyMap<string, readonly string[]> = new Map([
  ['a', [...'abcdefghij']],
  ['A', [...'ABCDEFGHIJ']],
  ['1', [...'123456789', '10']],
  ['i', ['i', 'ii', 'iii', 'iv', 'v', 'vi']],
  ['I', ['I', 'II', 'III', 'IV', 'V', 'VI']],
]);

/** The mark of part number `n` at `at`: `(a)`, `(i)`, `(1)`, `a)`, `①`; its length in pieces, or 0. */
function ordinalAt(pieces: readonly Piece[], at: number, n: number, style: string): number {
  const piece = pieces[at];
  if (piece === undefined) return 0;
  if (style === '①') return isMark(piece, CIRCLED[n] ?? '') && CIRCLED[n] !== undefined ? 1 : 0;
  const wanted = STYLES.get(style)?.[n];
  if (wanted === undefined) return 0;
  const open = piece.kind === 'open' && (piece.value === '(' || piece.value === '（');
  if (!open) return piece.value === wanted && pieces[at + 1]?.kind === 'close' ? 2 : 0;
  const inner = pieces[at + 1];
  return inner?.value === wanted && pieces[at + 2]?.kind === 'close' ? 3 : 0;
}

/** Marks that a part may have, at most. */
const MAX_MARKS = 10;

/** Where a mark stands, where what it marks begins, and its number. */
interface Mark {
  readonly at: number;
  readonly value: number;
  readonly n: number;
}

/** The number of the mark at `at` that is not taken: the expected one before any other. */
function markAt(
  pieces: readonly Piece[],
  at: number,
  style: string,
  expected: number,
  taken: ReadonlySet<number>,
): number | null {
  if (!taken.has(expected) && ordinalAt(pieces, at, expected, style) > 0) return expected;
  for (let n = 0; n < MAX_MARKS; n += 1)
    if (n !== expected && !taken.has(n) && ordinalAt(pieces, at, n, style) > 0) return n;
  return null;
}

/** The marks of one style: in order, or, where that is not all of them, each once. */
function marksOf(pieces: readonly Piece[], style: string): readonly Mark[] {
  const marks: Mark[] = [];
  const taken = new Set<number>();
  for (let at = 0; at < pieces.length && marks.length < MAX_MARKS; at += 1) {
    // The first mark opens the answer; most that open a bracket are tuples.
    if (at > 0 && marks.length === 0) return [];
    if (pieces[at]!.depth > 0) continue;
    const n = markAt(pieces, at, style, marks.length, taken);
    if (n === null) continue;
    const value = at + ordinalAt(pieces, at, n, style);
    taken.add(n);
    marks.push({ at, value: isMark(pieces[value], ':：=') ? value + 1 : value, n });
  }
  return marks.every(({ n }) => n < marks.length) && marks[0]?.at === 0 ? marks : [];
}

/** `(a) 3 (b) 7`, `① 5 ② 6`, `(2) 3; (1) 2`: as many marks as the first ones of their style. */
function markedParts(reading: Reading): readonly Part[] | null {
  const { pieces, surface } = reading;
  if (pieces[0]!.kind === 'number' ? pieces[1]!.kind !== 'close' : !opensMark(pieces[0]!)) return null;
  const marks = ['a', '1', 'i', 'I', 'A', '①']
    .map((style) => marksOf(pieces, style))
    .find((list) => list.length > 1);
  if (marks === undefined) return null;
  const parts: Part[] = [];
  for (const [i, { value, n }] of marks.entries()) {
    let end = marks[i + 1]?.at ?? pieces.length;
    while (end > value && (isMark(pieces[end - 1], ',;，；。.') || isAnd(pieces[end - 1]!))) end -= 1;
    const answer = end > value ? reading.part(sliceText(surface.text, pieces, value, end)) : null;
    if (answer === null) return null;
    parts.push({ label: String(n + 1), value: answer });
  }
  return parts;
}

const isAnd = (piece: Piece): boolean => piece.kind === 'word' && /^(?:and|和)$/i.test(piece.value);

/** What a mark of a part may begin with. */
const opensMark = (piece: Piece): boolean =>
  piece.kind === 'open' || piece.kind === 'word' || (piece.kind === 'mark' && CIRCLED.includes(piece.value));

/** Answers in several labelled parts. */
export function readLabelled(reading: Reading): Answer | null {
  if (reading.pieces.length < 4 || reading.pieces.length > 600) return null;
  const parts = markedParts(reading) ?? namedParts(reading) ?? letterParts(reading);
  return parts === null ? null : { kind: 'labelled', parts };
}
