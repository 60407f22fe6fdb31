import type { Answer, ExpressionAnswer, QuantityAnswer, Unit } from '../../answer.js';
import { apply, type Expr, integer, rational } from '../../expr.js';
import { different, equal, type Finding } from '../../verdict.js';
import { compareExpressions } from '../rules/index.js';
import { type Compare, type Kind, type Row, row, rowsFor } from '../table.js';

/** Kinds that can stand for a value whose unit is not written. */
export const VALUE_KINDS: readonly Kind[] = [
  'expression',
  'relation',
  'interval',
  'set',
  'set-operation',
  'tuple',
  'list',
  'matrix',
  'family',
  'piecewise',
  'logic',
  'ratio',
  'base-numeral',
];

const isItem = (key: string): boolean => key.startsWith('item:');

/** Two counted nouns are the same when one's words are among the other's: "marbles", "red marbles". */
function sameNoun(a: string, b: string): boolean {
  const [first, second] = [a.slice(5).split(' '), b.slice(5).split(' ')];
  const [few, many] = first.length <= second.length ? [first, second] : [second, first];
  return few.every((word) => many.includes(word));
}

/** Same dimension: equal powers of the same bases; a counted noun may be missing or described more closely. */
export function sameDimension(a: Unit, b: Unit): boolean {
  const [left, right] = [Object.entries(a.dimension), Object.entries(b.dimension)];
  const nounless = (
    entries: readonly (readonly [string, number])[],
  ): readonly (readonly [string, number])[] => entries.filter(([key]) => !isItem(key));
  const [first, second] = [nounless(left), nounless(right)];
  const others = new Map(second);
  if (first.length !== second.length || !first.every(([key, power]) => others.get(key) === power))
    return false;
  const [nouns, otherNouns] = [left.filter(([key]) => isItem(key)), right.filter(([key]) => isItem(key))];
  if (nouns.length === 0 || otherNouns.length === 0) return true;
  return (
    nouns.length === otherNouns.length &&
    nouns.every(([key, power]) => otherNouns.some(([other, p]) => p === power && sameNoun(key, other)))
  );
}

/** Names of two currencies or of a currency and another unit: pounds are money and weight, ¥ is yuan and yen. */
const HOMONYMS: readonly (readonly [name: string, dimension: string])[] = [
  ['lb', 'GBP'],
  ['¥', 'JPY'],
];

/** Degrees Celsius and Fahrenheit by their letters, which are coulombs and farads too. */
const TEMPERATURES: ReadonlySet<string> = new Set(['°C C', 'C °C', '°F F', 'F °F']);

/** One unit's name may as well mean the other's dimension; the values are then compared as written. */
const isHomonym = (a: Unit, b: Unit): boolean =>
  TEMPERATURES.has(`${a.name} ${b.name}`) ||
  HOMONYMS.some(
    ([name, dimension]) =>
      (a.name === name && isOnly(b, dimension)) || (b.name === name && isOnly(a, dimension)),
  );

const isOnly = (unit: Unit, dimension: string): boolean =>
  Object.keys(unit.dimension).join() === dimension && unit.dimension[dimension] === 1;

const sameExpr = (a: Expr, b: Expr): boolean =>
  a.node === 'number' && b.node === 'number' && a.num === b.num && a.den === b.den;

/** The value in coherent base units. */
function toBase(expr: Expr, unit: Unit): Expr {
  const scaled =
    expr.node === 'number' && unit.factor.node === 'number'
      ? rational(expr.num * unit.factor.num, expr.den * unit.factor.den)
      : apply('Multiply', expr, unit.factor);
  return sameExpr(unit.offset, integer(0)) ? scaled : apply('Add', scaled, unit.offset);
}

/** Converts the expressions of an answer to base units; null for a kind that holds none to convert. */
function convert(answer: Answer, unit: Unit): Answer | null {
  if (answer.kind === 'expression') return { kind: 'expression', expr: toBase(answer.expr, unit) };
  if (answer.kind === 'interval')
    return { ...answer, low: toBase(answer.low, unit), high: toBase(answer.high, unit) };
  if (answer.kind === 'relation' && answer.sides.length === 2 && answer.sides[0]!.node === 'symbol') {
    return { ...answer, sides: [answer.sides[0]!, toBase(answer.sides[1]!, unit)] };
  }
  return null;
}

function compareQuantities(a: QuantityAnswer, b: QuantityAnswer, recurse: Compare): Finding {
  if (isHomonym(a.unit, b.unit)) return recurse(a.value, b.value);
  if (!sameDimension(a.unit, b.unit))
    return different('unit', 'proved', { at: {}, gold: a.unit.name, given: b.unit.name });
  // Equal units: the values as written, so that spelling rules (rounding, print-out) still apply.
  if (sameExpr(a.unit.factor, b.unit.factor) && sameExpr(a.unit.offset, b.unit.offset))
    return recurse(a.value, b.value);
  const [left, right] = [convert(a.value, a.unit), convert(b.value, b.unit)];
  if (left === null || right === null) return different('unit');
  const finding = recurse(left, right);
  return finding.kind === 'equal' ? equal('unit-conversion', finding.certainty) : finding;
}

/** Letters that may as well be a unit, against a quantity; as variables when both may be. */
function compareMeasured(a: QuantityAnswer, b: ExpressionAnswer, recurse: Compare): Finding {
  const finding = recurse(a, b.measured!);
  return finding.kind === 'equal' || a.algebra === undefined ? finding : recurse(a.algebra, b);
}

/** A plain number: letters after the other side's number are then a unit it left out. */
const isNumeric = (answer: Answer): boolean => answer.kind === 'expression' && answer.expr.node === 'number';

/** A unit without dimension (5 units, 3个, radians) changes nothing. */
const isBare = (unit: Unit): boolean =>
  sameExpr(unit.factor, integer(1)) &&
  Object.keys(unit.dimension).every((key) => key === 'rad' || key === 'unit');

const holdsDegrees = (expr: Expr): boolean =>
  expr.node === 'apply' && (expr.head === 'Degree' || expr.args.some(holdsDegrees));

const PI: Expr = { node: 'symbol', name: 'pi' };

/** Radians under the sign of degrees, so that no convention about a missing one applies. */
const inDegrees = (expr: Expr): Expr =>
  apply('Degree', apply('Divide', apply('Multiply', expr, integer(180)), PI));

const isRadian = (unit: Unit): boolean => Object.keys(unit.dimension).join() === 'rad';

/** Quantities: same dimension, values equal after exact conversion. */
export const quantityRows: readonly Row[] = [
  row('quantity', 'quantity', (a, b, _context, recurse) => compareQuantities(a, b, recurse)),
  ...rowsFor(['quantity'], VALUE_KINDS, (a, b, context, recurse) => {
    if (a.kind !== 'quantity') return null;
    if (b.kind === 'expression' && b.measured !== undefined) return compareMeasured(a, b, recurse);
    if (a.algebra !== undefined && !isNumeric(b)) return recurse(a.algebra, b);
    // Radians state what a degree sign would: no convention about missing signs may look at the number alone.
    if (isRadian(a.unit) && a.value.kind === 'expression' && b.kind === 'expression') {
      return compareExpressions(a.value.expr, b.expr, context);
    }
    if (
      isRadian(a.unit) &&
      a.value.kind === 'expression' &&
      b.kind === 'relation' &&
      b.sides.some(holdsDegrees)
    )
      return recurse({ kind: 'expression', expr: inDegrees(a.value.expr) }, b);
    return isBare(a.unit) ? recurse(a.value, b) : different('unit-missing');
  }),
];
