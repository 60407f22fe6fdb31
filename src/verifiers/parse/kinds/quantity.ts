import type { Answer, Unit } from '../../answer.js';
import { apply, type Expr, rational } from '../../expr.js';
import { type Piece, sliceText } from '../scan.js';
import { readUnit } from '../units/grammar.js';
import { singular } from '../units/lookup.js';
import { multiplyUnits, noUnit, toUnit, type UnitValue } from '../units/unit.js';
import { takeCurrency } from './money.js';
import { SCALES } from './number-words.js';
import { isProse, type Reading } from './reading.js';
import { STOP_WORDS } from './stop-words.js';

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
interface Tail {
  readonly from: number;
  readonly unit: UnitValue | 'percent' | 'degree';
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
  if (lower === 'cent' && pieces[last - 1]!.value.toLowerCase() === 'per')
    return { from: last - 1, unit: 'percent' };
  if (
    (lower === 'degrees' || lower === 'degree' || lower === 'deg' || word.value === '度') &&
    word.style !== 'math'
  )
    return { from: last, unit: 'degree' };
  return null;
}

/** The longest unit expression that ends the pieces. A remark in brackets, `42 (days)`, counts as one. */
function unitTail(pieces: readonly Piece[]): Tail | null {
  const first = Math.max(1, pieces.length - MAX_TAIL);
  for (let from = first; from < pieces.length; from += 1) {
    const piece = pieces[from]!;
    if (piece.depth > 0 || piece.kind === 'close' || piece.kind === 'number') continue;
    if (endsOpen(pieces, from)) continue;
    const unit = readUnit(pieces, from, pieces.length);
    if (unit !== null) return { from, unit };
  }
  return null;
}

/** Words after a value that are no unit: what is counted. `item:apple` may be missing, never different. */
function nounTail(pieces: readonly Piece[]): Tail | null {
  let from = pieces.length;
  const words: string[] = [];
  while (from > 1 && words.length <= MAX_NOUN && pieces[from - 1]!.depth === 0 && isNoun(pieces[from - 1]!)) {
    from -= 1;
    words.unshift(singular(pieces[from]!.value.toLowerCase()));
  }
  if (words.length === 0 || words.length > MAX_NOUN || endsOpen(pieces, from)) return null;
  const before = pieces[from - 1]!;
  const counted =
    before.kind === 'number' ||
    before.kind === 'close' ||
    before.style === 'text' ||
    pieces[from]!.style === 'text';
  if (!counted || words.some((word) => STOP_WORDS.has(word))) return null;
  const name = words.join(' ');
  return { from, unit: { ...noUnit, name, dimension: { [`item:${name}`]: 1 } } };
}

const isNoun = (piece: Piece): boolean =>
  piece.kind === 'word' &&
  isProse(piece) &&
  (piece.value.length > 1 || piece.style === 'text' || piece.value.charCodeAt(0) > 0x2e80);

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

/** `1.2 million`: the scale word before the unit, and the pieces without it. */
function takeScale(pieces: readonly Piece[], end: number): { readonly end: number; readonly scale: bigint } {
  let scale = 1n;
  let at = end;
  while (at > 1 && pieces[at - 1]!.kind === 'word' && scale < 10n ** 12n) {
    const factor = SCALES.get(pieces[at - 1]!.value.toLowerCase());
    if (factor === undefined || (pieces[at - 1]!.style === 'math' && pieces[at - 1]!.value.length < 4)) break;
    scale *= factor;
    at -= 1;
  }
  return { end: at, scale };
}

/** Multiplies every number of an answer that is one expression; other kinds cannot be scaled by a word. */
function scaleBy(answer: Answer, scale: bigint): Answer | null {
  if (scale === 1n) return answer;
  if (answer.kind !== 'expression') return null;
  const { expr } = answer;
  const scaled: Expr =
    expr.node === 'number' ? rational(expr.num * scale, expr.den) : apply('Multiply', expr, rational(scale));
  return { kind: 'expression', expr: scaled };
}

const wrap = (answer: Answer, head: 'Percent' | 'Degree'): Answer | null => {
  if (answer.kind === 'expression') return { kind: 'expression', expr: apply(head, answer.expr) };
  if (answer.kind !== 'list' && answer.kind !== 'set') return null;
  const items = (answer.kind === 'list' ? answer.items : answer.elements).map((item) => wrap(item, head));
  if (items.some((item) => item === null)) return null;
  return { kind: 'list', items: items.filter((item) => item !== null) };
};

/** Gives each item of a list or tuple the unit: "12 and 36 min". */
export function withUnit(answer: Answer, unit: Unit): Answer | null {
  if (answer.kind === 'list' || answer.kind === 'tuple') {
    const items = answer.items.map((item) => withUnit(item, unit));
    return items.some((item) => item === null)
      ? null
      : { ...answer, items: items.filter((item) => item !== null) };
  }
  if (answer.kind === 'set') {
    const elements = answer.elements.map((item) => withUnit(item, unit));
    return elements.some((item) => item === null)
      ? null
      : { ...answer, elements: elements.filter((item) => item !== null) };
  }
  if (answer.kind === 'text' || answer.kind === 'truth' || answer.kind === 'choice') return null;
  if (answer.kind === 'quantity') return Object.keys(unit.dimension).length === 0 ? answer : null;
  return { kind: 'quantity', value: answer, unit };
}

/** An answer that ends in a unit, a percent or degree word, or a counted noun; money signs before it count too. */
export function readQuantity(reading: Reading): Answer | null {
  const money = takeCurrency(reading);
  const pieces = money.pieces;
  if (pieces.length === 0) return null;
  const tail =
    pieces.length > 1
      ? (wordTail(pieces) ?? unitTail(pieces) ?? nounPerTail(pieces) ?? nounTail(pieces))
      : null;
  const { end, scale } = takeScale(pieces, tail?.from ?? pieces.length);
  if (tail === null && money.unit === null && scale === 1n) return null;
  const text = money.slice(end);
  if (money.unit === null && !/[0-9]/.test(text) && scale === 1n && !plausibleValue(pieces, end)) return null;
  const value = readValue(reading, text, scale);
  if (value === null) return null;
  if (tail?.unit === 'percent' || tail?.unit === 'degree') {
    return money.unit === null ? wrap(value, tail.unit === 'percent' ? 'Percent' : 'Degree') : null;
  }
  return finish(value, money.unit, tail?.unit ?? null);
}

function readValue(reading: Reading, text: string, scale: bigint): Answer | null {
  const value = reading.part(text);
  return value === null ? null : scaleBy(value, scale);
}

/** `\$5 \text{ dollars}` names one unit twice; `\$5 \text{ per hour}` is a quotient. */
function finish(value: Answer, money: UnitValue | null, tail: UnitValue | null): Answer | null {
  if (money === null) return tail === null ? value : withUnit(value, toUnit(tail));
  if (tail === null || sameUnit(money, tail)) return withUnit(value, toUnit(money));
  const item = Object.keys(tail.dimension).every((key) => key.startsWith('item:'));
  return item ? withUnit(value, toUnit(money)) : withUnit(value, toUnit(multiplyUnits(money, tail, 1)));
}

const sameUnit = (a: UnitValue, b: UnitValue): boolean =>
  a.num === b.num && a.den === b.den && JSON.stringify(a.dimension) === JSON.stringify(b.dimension);

/** A value without a digit must be mathematics (`\pi`, `l^2/8`), not one bare word. */
const plausibleValue = (pieces: readonly Piece[], end: number): boolean =>
  pieces
    .slice(0, end)
    .some(
      (piece) =>
        piece.kind === 'command' ||
        (piece.kind === 'word' && piece.style === 'math' && piece.value.length < 3),
    ) || pieces.slice(0, end).every((piece) => piece.kind === 'word');

export { sliceText };
