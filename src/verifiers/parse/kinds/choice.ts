import type { Answer, ChoiceAnswer } from '../../answer.js';
import { type Piece, sliceText } from '../scan.js';
import type { Reading } from './reading.js';
import { DENIAL } from './stop-words.js';

const isLabel = (piece: Piece | undefined, first = 'A', last = 'J'): boolean =>
  piece?.kind === 'word' && piece.value.length === 1 && piece.value >= first && piece.value <= last;
const isMark = (piece: Piece | undefined, marks: string): boolean =>
  piece?.kind === 'mark' && marks.includes(piece.value);

/** Look-changing macros around a label (`\mathbf{C}`) and their braces, taken out. */
const bare = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.filter(
    (piece) =>
      !(
        piece.kind === 'command' &&
        (piece.value === 'mathbf' || piece.value === 'bf' || piece.value === 'boldsymbol')
      ) &&
      !((piece.kind === 'open' && piece.value === '{') || (piece.kind === 'close' && piece.value === '}')),
  );

interface Label {
  readonly letter: string;
  /** Index of the first piece after the label. */
  readonly next: number;
  /** A bracket or a dot sets the label off from what follows. */
  readonly marked: boolean;
}

/** A label at `at`: `(C)`, `[C]`, `C)`, `C.`, `C:`, `C`. In parentheses any capital letter is a label. */
function labelAt(pieces: readonly Piece[], at: number): Label | null {
  const open = pieces[at]?.kind === 'open' && '([（'.includes(pieces[at]!.value) ? 1 : 0;
  const letter = pieces[at + open];
  if (!isLabel(letter, 'A', open === 1 ? 'Z' : 'J')) return null;
  const after = pieces[at + open + 1];
  const closed = after?.kind === 'close';
  if (open === 1) {
    return closed
      ? { letter: letter!.value, next: at + 3 + (isMark(pieces[at + 3], '.:：') ? 1 : 0), marked: true }
      : null;
  }
  const marked = closed || isMark(after, '.:：、．');
  return { letter: letter!.value, next: at + (marked ? 2 : 1), marked };
}

/** `A, B` / `A and C` / `(A), (B)`: labels separated by commas or "and", to the end. */
function severalLabels(pieces: readonly Piece[]): readonly string[] | null {
  const labels: string[] = [];
  let at = 0;
  while (at < pieces.length) {
    const label = labelAt(pieces, at);
    if (label === null || (label.marked && pieces[at]?.kind !== 'open')) return null;
    labels.push(label.letter);
    at = label.next;
    if (at === pieces.length) break;
    const start = at;
    while (isMark(pieces[at], ',;，、&') || (isAnd(pieces[at]) && pieces[at]!.value !== 'or')) at += 1;
    if (at === start) return null;
  }
  return labels.length > 1 ? labels : null;
}

/** `A and (B and C)` without its parentheses, where all that is written between labels is "and". */
function withoutGroups(pieces: readonly Piece[]): readonly Piece[] {
  const words = pieces.filter((piece) => piece.kind !== 'open' && piece.kind !== 'close');
  if (!words.every((piece, i) => (i % 2 === 0 ? isLabel(piece) : /^and$/i.test(piece.value)))) return pieces;
  const open = pieces.filter((piece) => piece.kind === 'open' && piece.value === '(').length;
  const closed = pieces.filter((piece) => piece.kind === 'close' && piece.value === ')').length;
  return open > 0 && open === closed && pieces.length === words.length + 2 * open ? words : pieces;
}

const isAnd = (piece: Piece | undefined): boolean =>
  piece?.kind === 'word' && /^(?:and|or|y|et|und|e|和|及)$/i.test(piece.value) && !isLabel(piece);

const choice = (labels: readonly string[], content?: Answer): ChoiceAnswer =>
  content === undefined ? { kind: 'choice', labels } : { kind: 'choice', labels, content };

/** "(B), 12": the option's text after a comma. */
const pastComma = (pieces: readonly Piece[], label: Label): Label =>
  pieces[0]!.kind === 'open' && isMark(pieces[label.next], ',') && pieces[label.next + 1]?.kind === 'number'
    ? { ...label, next: label.next + 1 }
    : label;

/** What the mark of the second part is after that of the first. */
const NEXT_MARK: ReadonlyMap<string, RegExp> = new Map([
  ['I', /^II$/],
  ['A', /^B$/],
]);

/** "B: right C: right", "A) 3 B) 4": another letter with the same mark, the next one where the mark is no colon. */
function labelsNext(pieces: readonly Piece[], { letter, next }: Label): boolean {
  const mark = pieces[next - 1]!;
  const any = isMark(mark, ':：');
  if (pieces[0]!.kind === 'open' || !(any || mark.value === ')' || isMark(mark, '.'))) return false;
  const following = String.fromCharCode(letter.charCodeAt(0) + 1);
  return pieces.some(
    (piece, i) =>
      i > next &&
      (any ? isLabel(piece) : piece.value === following) &&
      piece.space &&
      (any ? isMark(pieces[i + 1], ':：') : pieces[i + 1]?.value === mark.value),
  );
}

/** "(I) 5 (II) 0", "(A) 5 (B) 0": the letter marks the first of several parts. */
function marksParts(pieces: readonly Piece[], { letter, next }: Label): boolean {
  const second = NEXT_MARK.get(letter);
  if (second === undefined || pieces[0]!.kind !== 'open') return false;
  return pieces.some(
    (piece, i) =>
      i > next &&
      second.test(piece.value) &&
      pieces[i - 1]!.kind === 'open' &&
      pieces[i - 1]!.space &&
      pieces[i + 1]?.kind === 'close',
  );
}

/** "Option C", "choice (B)", 选项B, 选C, 故选C. */
const OPTION = /^(?:option|choice|alternative|opción|variante|选项|选择|选|故选|答案选|应选)$/i;

/** Option letters, alone, in brackets, several, or with the option's text. */
export function readChoice(reading: Reading): ChoiceAnswer | null {
  const { surface } = reading;
  const all = withoutGroups(bare(reading.pieces));
  const pieces = all.length > 1 && all[0]!.kind === 'word' && OPTION.test(all[0]!.value) ? all.slice(1) : all;
  const first = labelAt(pieces, 0);
  if (first === null) return null;
  if (first.next >= pieces.length) return choice([first.letter]);
  const several = severalLabels(pieces);
  if (several !== null) return choice([...new Set(several)].sort());
  if (deniesOthers(pieces, first)) return choice([first.letter]);
  const label = pastComma(pieces, first);
  if (!label.marked && !nameFollows(pieces, label)) return null;
  // `A:B=1` and `C(3)` are mathematics: the text after a label is set off by white space or a macro.
  const start = pieces[label.next]!;
  const setOff = start.space || start.macro?.start !== pieces[label.next - 1]!.macro?.start;
  if (
    !setOff &&
    !(label.marked && pieces[0]!.kind === 'open' && start.kind !== 'mark' && start.style === 'text')
  )
    return null;
  const mark = pieces[label.next - 1]!;
  if (mark.value === ':' && mark.style !== 'text' && surface.notation === 'latex' && start.style === 'math')
    return null;
  if (
    isMark(start, '=<>+-*/^|') ||
    (start.kind === 'command' && !/^(?:frac|dfrac|tfrac|sqrt|pi|text|dollar|\$|infty|pm)$/.test(start.value))
  ) {
    if (!(isMark(start, '-') && label.marked)) return null;
  }
  if (marksParts(pieces, label) || labelsNext(pieces, label)) return null;
  if (hedges(pieces, label.next, label.letter)) return null;
  const content = contentOf(reading, all.length - pieces.length, pieces, label);
  // "A. B": two labels, and no option's text.
  return content?.kind === 'choice' ? null : choice([label.letter], content);
}

/** "B (not C)", ", not A or C": to the end, other options that are denied. */
const DENIED_OTHERS = /^[,(]? ?[Nn]ot [A-J](?:(?:,? or| nor) [A-J])* ?\)?$/;

function deniesOthers(pieces: readonly Piece[], { letter, next }: Label): boolean {
  if (pieces.length - next > 12) return false;
  const rest = pieces
    .slice(next)
    .map(({ value }) => value)
    .join(' ')
    .replace('( ', '(')
    .replace(' ,', ',');
  return (
    DENIED_OTHERS.test(rest) && !pieces.slice(next).some((piece) => isLabel(piece) && piece.value === letter)
  );
}

const JOINERS: ReadonlySet<string> = new Set(
  'and or then but not nor if unless else maybe perhaps possibly vs versus xor alternatively otherwise is are was were isn cannot değil ou oder o или lub veya hoặc atau أو 或 或者 还是 還是 抑或 または もしくは あるいは か 또는 혹은 eller albo nebo vagy tai sau або ή या'.split(
    ' ',
  ),
);

/** What follows a label joins it to more ("or A/B"), or names options again ("(B, C)"): no option's text. */
function hedges(pieces: readonly Piece[], from: number, letter: string): boolean {
  const rest = pieces.slice(from).filter((piece) => piece.kind === 'word' || piece.kind === 'mark');
  const first = rest.find((piece) => !(piece.kind === 'mark' && '…,;.'.includes(piece.value)));
  if (first?.kind === 'word' && JOINERS.has(first.value.toLowerCase())) return true;
  if (
    rest[rest.length - 1]?.value === '=' ||
    deniesItself(rest, letter) ||
    namesItself(rest, letter) ||
    bracketsOthers(pieces, from, letter) ||
    rest.slice(0, 3).some((piece) => DENIAL.test(piece.value))
  )
    return true;
  const named = rest.slice(first === undefined ? 0 : rest.indexOf(first));
  return (
    named.length > 0 &&
    named.every((piece, i) => (i % 2 === 0 ? isLabel(piece) : isMark(piece, ',;/&=') || isAnd(piece)))
  );
}

/** "(D) (DE), as shown": brackets right after a label that hold nothing but letters of other options. */
const bracketsOthers = (pieces: readonly Piece[], from: number, letter: string): boolean =>
  pieces[from]?.kind === 'open' &&
  pieces[from + 2]?.kind === 'close' &&
  /^[A-J]{1,5}$/.test(pieces[from + 1]!.value) &&
  pieces[from + 1]!.value !== letter;

/** "(D) (either D or B)", "(C) (CD)": the option's own letter next to another one. An option's text may name others only. */
function namesItself(rest: readonly Piece[], letter: string): boolean {
  const labels = rest.filter((piece) => piece.kind === 'word' && /^[A-J]{1,5}$/.test(piece.value));
  const letters = new Set(labels.flatMap((piece) => [...piece.value]));
  return letters.size > 1 && letters.has(letter) && rest.every((piece) => isLabelOrJoiner(piece));
}

/** "all except C", "not C", "C or A", after the label C. */
const deniesItself = (rest: readonly Piece[], letter: string): boolean =>
  rest.some(
    (piece, i) =>
      piece.value === letter &&
      (isDeniedBefore(rest, i) ||
        isRejectedAfter(rest, i) ||
        OR.test(rest[i - 1]?.value ?? '') ||
        OR.test(rest[i + 1]?.value ?? '')),
  );

/** A denial within three words before a letter: "all except A and B". */
const isDeniedBefore = (rest: readonly Piece[], letter: number): boolean =>
  rest.slice(Math.max(0, letter - 3), letter).some(({ value }) => DENYING.test(value));

/** "…, since E is wrong". */
const isRejectedAfter = (rest: readonly Piece[], letter: number): boolean =>
  rest
    .slice(letter + 1, letter + 4)
    .some(({ value }) => /^(?:wrong|incorrect|false|not|isn|fails|impossible)$/i.test(value));

const DENYING =
  /^(?:except|not|but|excluding|never|pas|non|nicht|kein|niet|nie|inte|ikke|não|не|no|không|bukan|tidak|isn|isnt|ne|≠)$/i;
const OR = /^(?:or|and\/or|xor|otherwise|\|)$/i;

const isLabelOrJoiner = (piece: Piece): boolean =>
  piece.kind === 'mark' ||
  piece.value.charCodeAt(0) > 0x2e80 ||
  /^(?:[A-J]{1,5}|either|both)$/i.test(piece.value) ||
  JOINERS.has(piece.value.toLowerCase());

/** An option's text without a mark before it must be a name: `C Cecile`. */
function nameFollows(pieces: readonly Piece[], label: Label): boolean {
  const first = pieces[label.next];
  return (
    first?.kind === 'word' &&
    first.style !== 'math' &&
    first.space &&
    first.value.length > 1 &&
    /^\p{Lu}\p{Ll}/u.test(first.value)
  );
}

function contentOf(
  reading: Reading,
  skipped: number,
  pieces: readonly Piece[],
  label: Label,
): Answer | undefined {
  const first = pieces[label.next]!;
  const from = reading.pieces.indexOf(first);
  if (from < skipped) return undefined;
  return (
    reading.part(sliceText(reading.surface.text, reading.pieces, from, reading.pieces.length)) ?? undefined
  );
}
