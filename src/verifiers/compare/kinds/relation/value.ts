import type { RelationAnswer } from '../../../answer.js';
import type { Context } from '../../../context.js';
import { type Expr, integer, isApply } from '../../../expr.js';
import { isWithin } from '../../policy/nearness.js';
import { numeralOf } from '../../policy/numeral.js';
import { compareExpressions, freeSymbols, mentions, sameTree, substitute } from '../../rules/index.js';
import { isLabel, isSolvedFor } from './label.js';

/** What an equation such as `x = 6·7 = 42` says: the value, under its label. */
export interface Stated {
  /** What stands before the value to name it; null for `6·7 = 42`. */
  readonly label: Expr | null;
  readonly value: Expr;
  /** Numerals after `≈` that are correct roundings of the value. */
  readonly roundings: readonly Expr[];
}

/** `contradiction`: two sides of the chain are different constants. */
export type Reading = Stated | 'contradiction' | null;

/** Significant digits from which a decimal after an equals sign may be a rounding. */
const MIN_DIGITS = 3;

interface Sides {
  readonly exact: readonly Expr[];
  readonly approximate: readonly Expr[];
}

/** Sides up to the first `≈`, and those after it; a lone label before `≈` leaves the first number as the exact one. */
function split(relation: RelationAnswer): Sides | null {
  const { sides, operators } = relation;
  if (!operators.every((operator) => operator === '=' || operator === 'approx')) return null;
  const at = operators.indexOf('approx');
  if (at < 0) return { exact: sides, approximate: [] };
  const exact = sides.slice(0, at + 1);
  const onlyLabels = exact.every(isLabel);
  return onlyLabels
    ? { exact: [...exact, sides[at + 1]!], approximate: sides.slice(at + 2) }
    : { exact, approximate: sides.slice(at + 1) };
}

/** `e = 1/2`, `i = 3`: an eccentricity and a current, where the other sides are not about e and i themselves. */
function isConstantLetter([first, ...others]: readonly Expr[]): boolean {
  if (first?.node !== 'symbol' || (first.name !== 'e' && first.name !== 'i')) return false;
  return others.length > 0 && !others.some((side) => mentions(side, first.name));
}

/** Labels in front taken off; a label after the value (`3 = x`) is put in front first. */
function peel(exact: readonly Expr[]): {
  readonly labels: readonly Expr[];
  readonly values: readonly Expr[];
} {
  const last = exact[exact.length - 1]!;
  const turned = exact.length === 2 && isLabel(last) && !isLabel(exact[0]!) ? [last, exact[0]!] : exact;
  let count = isConstantLetter(turned) ? 1 : 0;
  while (count < turned.length - 1 && isLabel(turned[count]!)) count += 1;
  return { labels: turned.slice(0, count), values: turned.slice(count) };
}

/** `246/595 = 0.4134`: decimals at the end that round the constant before them are approximations, whatever the sign. */
function withoutRoundings(
  values: readonly Expr[],
  context: Context,
): { readonly values: readonly Expr[]; readonly rounded: readonly Expr[] } {
  let end = values.length;
  while (end > 1 && roundsOff(values[end - 2]!, values[end - 1]!, context)) end -= 1;
  return { values: values.slice(0, end), rounded: values.slice(end) };
}

/** True for a decimal that is not the value before it, only a rounding of it to three digits or more. */
function roundsOff(before: Expr, after: Expr, context: Context): boolean {
  const numeral = numeralOf(after);
  if (numeral === null || numeral.form === 'integer' || numeral.stripped < MIN_DIGITS || !isConstant(before))
    return false;
  if (compareExpressions(before, after, context).kind !== 'different') return false;
  return isRounding(before, after, context);
}

const isConstant = (expr: Expr): boolean => freeSymbols(expr).length === 0;

/** True when two constants among the sides are proved different, whichever base a bare `log` has. */
function contradicts(values: readonly Expr[], context: Context): boolean {
  const last = values[values.length - 1]!;
  if (!isConstant(last)) return false;
  const differ = (a: Expr, b: Expr): boolean => compareExpressions(a, b, context).kind === 'different';
  return values
    .slice(0, -1)
    .some(
      (side) =>
        isConstant(side) &&
        differ(side, last) &&
        differ(withCommonLogarithm(side), withCommonLogarithm(last)),
    );
}

/** `x = 2x = 4`, `f(x) = 2y = 2x + 9`: a side before the last is not the value when the value is put for the name. */
function deniesItself(label: Expr, values: readonly Expr[], context: Context): boolean {
  const name = label.node === 'symbol' ? label.name : isApply(label, 'Call') ? 'y' : null;
  const last = values[values.length - 1]!;
  if (name === null || values.length < 2 || freeSymbols(last).includes(name)) return false;
  const put = new Map([[name, last]]);
  return values
    .slice(0, -1)
    .some(
      (side) =>
        freeSymbols(side).includes(name) &&
        compareExpressions(substitute(side, put), last, context).kind === 'different',
    );
}

/** `log` without a base read as the logarithm to base 10; the grammar writes it Log(x, e), and `ln` Ln(x). */
function withCommonLogarithm(expr: Expr): Expr {
  if (expr.node !== 'apply') return expr;
  const args = expr.args.map(withCommonLogarithm);
  const isBare = expr.head === 'Log' && args[1]?.node === 'symbol' && args[1].name === 'e';
  return { ...expr, args: isBare ? [args[0]!, integer(10)] : args };
}

/** The value that an equation or chain of equations states; null when it states none (an equation to be solved). */
export function statedValue(relation: RelationAnswer, context: Context): Reading {
  const sides = split(relation);
  if (sides === null) return null;
  const peeled = peel(sides.exact);
  const { labels } = peeled;
  const { values, rounded } = withoutRoundings(peeled.values, context);
  const value = values[values.length - 1]!;
  const label = labels[0] ?? null;
  if (
    contradicts(values, context) ||
    labels.some((name) => deniesItself(name, values, context)) ||
    misrounds(value, sides.approximate, context)
  )
    return 'contradiction';
  if (labels.some((name) => !isSolvedFor(name, value))) return null;
  if (label === null && values.length > 1 && !statesIdentity(values, context)) return null;
  return { label, value, roundings: roundingsOf(value, [...rounded, ...sides.approximate], context) };
}

/** `12 ≈ 13`, `12~13`: a numeral beside another one, which is none of its roundings; `1234 ≈ 1200` is one. */
function misrounds(value: Expr, approximate: readonly Expr[], context: Context): boolean {
  if (numeralOf(value) === null) return false;
  return approximate.some((expr) => {
    const numeral = numeralOf(expr);
    if (numeral === null) return false;
    const { num, den, ulp, significant, stripped } = numeral;
    const place = ulp[0] * 10n ** BigInt(significant - stripped);
    return isWithin(value, [num, den], [place, 2n * ulp[1]], context) !== true;
  });
}

/** Without a label the sides must be one value: constants, or the same expression rewritten. */
function statesIdentity(values: readonly Expr[], context: Context): boolean {
  const last = values[values.length - 1]!;
  // `1 = 1` says nothing.
  if (values.every((side) => sameTree(side, last))) return false;
  return values.slice(0, -1).every((side) => {
    if (isConstant(side) && isConstant(last)) return true;
    return compareExpressions(side, last, context).kind === 'equal';
  });
}

/** The numerals after `≈` whose digits are right. */
function roundingsOf(value: Expr, approximate: readonly Expr[], context: Context): readonly Expr[] {
  if (!isConstant(value)) return [];
  return approximate.filter((expr) => isRounding(value, expr, context));
}

/** True when every digit of a numeral is right for the value. */
function isRounding(value: Expr, expr: Expr, context: Context): boolean {
  const numeral = numeralOf(expr);
  if (numeral === null) return false;
  const { num, den, ulp } = numeral;
  return isWithin(value, [num, den], [ulp[0], 2n * ulp[1]], context) === true;
}
