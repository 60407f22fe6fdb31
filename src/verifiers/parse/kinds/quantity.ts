import type { Answer, Unit } from '../../answer.js';
import { apply, type Expr, rational } from '../../expr.js';
import type { Piece } from '../scan.js';
import { multiplyUnits, noUnit, toUnit, type UnitValue } from '../units/unit.js';
import { takeCurrency } from './money.js';
import { SCALES } from './number-words.js';
import type { Reading } from './reading.js';
import { isAmbiguous, readTail, type Tail } from './tail.js';

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
  if (answer.kind === 'relation' && answer.sides.length === 2 && answer.operators[0] === '=')
    return { ...answer, sides: [answer.sides[0]!, apply(head, answer.sides[1]!)] };
  if (answer.kind !== 'list' && answer.kind !== 'set') return null;
  const items = (answer.kind === 'list' ? answer.items : answer.elements).map((item) => wrap(item, head));
  if (items.some((item) => item === null)) return null;
  return { kind: 'list', items: items.filter((item) => item !== null) };
};

/** The value with a percent or degree sign; ten per mille are one percent. */
function signed(value: Answer, sign: 'percent' | 'permille' | 'degree'): Answer | null {
  if (sign !== 'permille') return wrap(value, sign === 'percent' ? 'Percent' : 'Degree');
  if (value.kind !== 'expression') return null;
  return wrap({ kind: 'expression', expr: apply('Multiply', value.expr, rational(1n, 10n)) }, 'Percent');
}

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
  const counts = Object.keys(unit.dimension).some((key) => key.startsWith('item:'));
  if (counts && answer.kind !== 'expression') return null;
  if (answer.kind === 'quantity') return Object.keys(unit.dimension).length === 0 ? answer : null;
  return { kind: 'quantity', value: answer, unit };
}

/** `20 \$ 5`: so many notes or coins of one value; null for any other pieces. */
function notes({ pieces }: Reading): Answer | null {
  const [count, sign, worth] = pieces;
  if (pieces.length !== 3 || count?.kind !== 'number' || worth?.kind !== 'number') return null;
  if (sign?.value !== '$' || !/^\d{1,9}$/.test(count.value)) return null;
  const name = `$${worth.value}`;
  const value: Answer = { kind: 'expression', expr: rational(BigInt(count.value)) };
  return { kind: 'quantity', value, unit: toUnit({ ...noUnit, name, dimension: { [`item:${name}`]: 1 } }) };
}

/** An answer that ends in a unit, a percent or degree word, or a counted noun; money signs before it count too. */
export function readQuantity(reading: Reading): Answer | null {
  const counted = notes(reading);
  if (counted !== null) return counted;
  const money = takeCurrency(reading);
  const pieces = money.pieces;
  if (pieces.length === 0) return null;
  const tail = readTail(pieces) ?? (money.unit === null ? null : remarkTail(pieces));
  const { end, scale } = takeScale(pieces, tail?.from ?? pieces.length);
  if (tail === null && money.unit === null && scale === 1n) return null;
  const text = money.slice(end);
  if (money.unit === null && !/[0-9]/.test(text) && scale === 1n && !plausibleValue(pieces, end)) return null;
  const value = readValue(reading, text, scale);
  if (value === null) return null;
  if (typeof tail?.unit === 'string') return money.unit === null ? signed(value, tail.unit) : null;
  const quantity = finish(value, money.unit, tail?.unit ?? null);
  return tail !== null && money.unit === null && isAmbiguous(pieces, tail.from)
    ? withAlgebra(quantity, reading)
    : quantity;
}

/** "$3.50 each": a word after an amount of money that changes nothing. */
function remarkTail(pieces: readonly Piece[]): Tail | null {
  const last = pieces[pieces.length - 1]!;
  const isRemark =
    pieces.length > 1 && last.kind === 'word' && /^(?:each|apiece|total|altogether)$/i.test(last.value);
  return isRemark ? { from: pieces.length - 1, unit: noUnit } : null;
}

/** A symbol other than π and e: letters after it are more variables, not a unit. */
const hasVariables = (expr: Expr): boolean =>
  expr.node === 'symbol'
    ? expr.name !== 'pi' && expr.name !== 'e'
    : expr.node === 'apply' && expr.args.some(hasVariables);

/** Keeps the reading of a whole answer as mathematics beside the quantity. */
function withAlgebra(quantity: Answer | null, reading: Reading): Answer | null {
  if (quantity?.kind !== 'quantity') return quantity;
  if (quantity.value.kind !== 'expression' || hasVariables(quantity.value.expr)) return null;
  const algebra = reading.mathematics(reading.surface.text);
  return algebra?.kind === 'expression' ? { ...quantity, algebra } : quantity;
}

function readValue(reading: Reading, text: string, scale: bigint): Answer | null {
  const part = reading.part(text);
  // With a unit after it, `2,74` is one number.
  const value: Answer | null =
    part?.kind === 'list' && part.decimal !== undefined ? { kind: 'expression', expr: part.decimal } : part;
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
