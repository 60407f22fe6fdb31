import type { Expr } from '../../expr.js';
import { apply, isApply } from '../../expr.js';
import { applyAll, isStatement } from './build.js';
import { caseLeft, casesInLine, conditions } from './cases-in-line.js';
import { leadingConditions } from './leading-conditions.js';
import { shareModulus } from './modulus.js';
import { accept, bracketed, deeper, peek, peekOperator, type Reader, refuse } from './reader.js';
import { relation } from './relation.js';
import { nextSeparator } from './separators.js';
import { isBareSymbol, joinConditions, joinSeries, type Separator } from './series.js';

/** Statements separated by `;` (or standing in separate brackets), each with its implications. */
export function statement(reader: Reader): Expr {
  const parts = [implication(reader, true)];
  while (accept(reader, ';')) {
    if (atEnd(reader)) break;
    parts.push(implication(reader, true));
  }
  skipFinalDot(reader);
  return parts.length === 1 ? parts[0]! : applyAll('List', parts);
}

/** One item of a bracketed list: statements with "and" and "or", but no comma. */
export const item = (reader: Reader): Expr => implication(reader, false);

const atEnd = (reader: Reader): boolean => reader.at >= reader.end;

/** A full stop that ends the answer. */
function skipFinalDot(reader: Reader): void {
  if (peekOperator(reader) === '.' && reader.at === reader.end - 1 && reader.end === reader.tokens.length) {
    reader.at += 1;
  }
}

/** `∀x ∈ A, …`: the conditions stand first. */
function quantified(reader: Reader, commas: boolean): Expr {
  const conditions = [relation(reader)];
  while (accept(reader, 'forall')) conditions.push(relation(reader));
  if (!accept(reader, ',') && !accept(reader, ':'))
    return refuse(reader, 'a quantifier without its statement');
  return joinConditions(implication(reader, commas), conditions);
}

function implication(reader: Reader, commas: boolean): Expr {
  if (accept(reader, 'forall')) return deeper(reader, () => quantified(reader, commas));
  const cases = commas ? leadingConditions(reader) : null;
  if (cases !== null) return cases;
  let left = series(reader, commas);
  for (;;) {
    if (accept(reader, 'implies')) left = apply('Implies', left, series(reader, commas));
    else if (accept(reader, 'iff')) left = apply('Iff', left, series(reader, commas));
    else if (accept(reader, 'xor')) left = apply('Not', apply('Iff', left, series(reader, commas)));
    else return left;
  }
}

/** Items with commas, "and", "or" between them and conditions after them. */
function series(reader: Reader, commas: boolean): Expr {
  const items = [relation(reader)];
  const separators: Separator[] = [];
  for (;;) {
    const separator = nextSeparator(reader, commas);
    if (separator === null) break;
    if (separator === 'otherwise') return caseLeft(items);
    if (separator === 'condition')
      return casesInLine(reader, commas, joinSeries(shareModulus(items), separators));
    separators.push(separator);
    items.push(relation(reader));
  }
  const whole = trailingConditions(shareModulus(items), separators);
  const result = bracketedConditions(reader, whole);
  return result === whole ? whole : furtherCases(reader, commas, result);
}

/** `x² (x < 1), 2 − x (x ≥ 1)`: what follows the bracket of a condition. */
function furtherCases(reader: Reader, commas: boolean, first: Expr): Expr {
  if (!commas || !accept(reader, ',')) return first;
  const rest = deeper(reader, () => series(reader, commas));
  return applyAll('List', [first, ...(isApply(rest, 'List') ? rest.args : [rest])]);
}

/** `x = kπ, k ∈ ℤ`: memberships at the end of a list, after something else, are conditions on it. */
function trailingConditions(items: readonly Expr[], separators: readonly Separator[]): Expr {
  let first = items.length;
  // An alternative ("x = 3 or x ∈ ℝ") is no condition.
  while (first > 1 && separators[first - 2] !== 'or' && isMembership(items[first - 1]!)) first -= 1;
  // In `m, n ∈ ℤ` the bare symbols before the membership belong to it.
  const bare = first < items.length ? bareSymbolsBefore(items, first) : first;
  if (first === items.length || isMembership(items[0]!)) return joinSeries(items, separators);
  const start = bare > 0 ? bare : first;
  if (bare === 0)
    return applyAll('And', [...spread(items.slice(0, first), items[first]!), ...items.slice(first)]);
  return joinConditions(joinSeries(items.slice(0, start), separators.slice(0, start - 1)), [
    ...spread(items.slice(start, first), items[first]!),
    ...items.slice(first),
  ]);
}

/** Index of the first of the bare symbols that end just before `first`. */
function bareSymbolsBefore(items: readonly Expr[], first: number): number {
  let at = first;
  while (at > 0 && isBareSymbol(items[at - 1]!)) at -= 1;
  return at;
}

/** The membership of the last symbol, given to each of the symbols before it. */
const spread = (symbols: readonly Expr[], membership: Expr): readonly Expr[] =>
  symbols.map((name) => apply('Element', name, (membership as { args: readonly Expr[] }).args[1]!));

const isMembership = (expr: Expr): boolean => isApply(expr, 'Element') && isBareSymbol(expr.args[0]!);

/** `kπ (k ∈ ℤ)`: a bracket that holds a condition and follows a statement. */
function bracketedConditions(reader: Reader, whole: Expr): Expr {
  let result = whole;
  while (peek(reader)?.kind === 'open' && reader.relational.has(reader.at)) {
    const start = reader.at;
    const found = bracketed(reader, (inner) => {
      const list = conditions(inner, true);
      if (!list.every(isStatement)) refuse(inner, 'words in a bracket', 'parse-error', start);
      return list;
    });
    result = joinConditions(result, found);
  }
  return result;
}
