import { sameTree } from '../../exact/symbols.js';
import { apply, type Expr, isApply, text } from '../../expr.js';
import { applyAll, isStatement } from './build.js';
import { peekOperator, type Reader } from './reader.js';
import { relation } from './relation.js';
import { nextSeparator } from './separators.js';
import { joinConditions } from './series.js';

/** What follows "where" in a bracket: everything to its end, flat. */
export function conditions(reader: Reader, commas: boolean): readonly Expr[] {
  const found = [relation(reader)];
  for (let next = nextSeparator(reader, commas); next !== null; next = nextSeparator(reader, commas)) {
    found.push(relation(reader));
  }
  return found;
}

/** The case that is left when no condition of the others holds. */
const otherwise = (value: Expr): Expr => apply('Cases', apply('Case', value, text('otherwise')));

const atEnd = (reader: Reader): boolean => reader.at >= reader.end || peekOperator(reader) === ';';

/** A value that can be that of the next case: a formula beside a formula, `f(x) = …` beside `f(x) = …`. */
function continues(first: Expr, value: Expr): boolean {
  if (isApply(first, 'Equal') && isApply(value, 'Equal')) return sameTree(first.args[0]!, value.args[0]!);
  return !isStatement(value) && value.node !== 'text';
}

/** `P(1) = 1/4, P(2) = 3/4, P(x) = 0 otherwise`: the word is about the last item. */
export function caseLeft(items: readonly Expr[]): Expr {
  const last = otherwise(items[items.length - 1]!);
  return items.length === 1 ? last : applyAll('List', [...items.slice(0, -1), last]);
}

/**
 * A value and its conditions, and any further cases in the same line: `x² if x < 1, 2 − x if x ≥ 1`, "x² if x < 1,
 * otherwise 2 − x". The word after the first value is read.
 */
export function casesInLine(reader: Reader, commas: boolean, first: Expr): Expr {
  const cases: Expr[] = [];
  let value = first;
  let found = [relation(reader)];
  for (let next = nextSeparator(reader, commas); next !== null; next = nextSeparator(reader, commas)) {
    const last = found[found.length - 1]!;
    const follows = found.length > 1 && continues(first, last);
    if (next === 'otherwise' && !atEnd(reader)) {
      cases.push(joinConditions(value, found), otherwise(relation(reader)));
      return applyAll('List', cases);
    }
    if (follows && (next === 'condition' || next === 'otherwise')) {
      cases.push(joinConditions(value, found.slice(0, -1)));
      if (next === 'otherwise') return applyAll('List', [...cases, otherwise(last)]);
      value = last;
      found = [];
    }
    found.push(relation(reader));
  }
  const end = found.findIndex((item, i) => i > 0 && isValueOfSame(value, item));
  cases.push(
    joinConditions(value, end < 0 ? found : found.slice(0, end)),
    ...(end < 0 ? [] : found.slice(end)),
  );
  return cases.length === 1 ? cases[0]! : applyAll('List', cases);
}

/** `a_1 = 3` after `a_n = 5n for n ≥ 2`: a value of the same sequence, no condition on it. */
function isValueOfSame(first: Expr, item: Expr): boolean {
  const [name, other] = [nameOf(first), nameOf(item)];
  return name !== null && name === other;
}

/** The sequence or function that an equation gives a value of; null for other equations. */
function nameOf(equation: Expr): string | null {
  const left = isApply(equation, 'Equal') ? equation.args[0]! : null;
  if (left === null) return null;
  if (isApply(left, 'Call')) return left.args[0]!.node === 'symbol' ? `${left.args[0]!.name}()` : null;
  return left.node === 'symbol' && left.name.includes('_')
    ? left.name.slice(0, left.name.indexOf('_'))
    : null;
}
