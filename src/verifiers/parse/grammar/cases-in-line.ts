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
  return cases.length === 0
    ? joinConditions(value, found)
    : applyAll('List', [...cases, joinConditions(value, found)]);
}
