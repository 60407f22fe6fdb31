import { contains, freeSymbols, substitute } from '../../exact/symbols.js';
import { apply, type Expr, integer, isApply, symbol } from '../../expr.js';
import { equal, type Finding } from '../../verdict.js';
import type { Pair, Rule } from './pair.js';

/** Compares two expressions with the rest of the ladder. */
export type Compare = (gold: Expr, given: Expr, pair: Pair) => Finding;

const isSeries = (part: Expr): part is Expr & { readonly node: 'apply' } =>
  isApply(part, 'Sum') || isApply(part, 'Product');

/** The one symbol that upper bounds of sums run to, with the least lower bound; `null` otherwise. */
function runningSymbol(exprs: readonly Expr[]): { readonly name: string; readonly from: bigint } | null {
  let name: string | null = null;
  let from: bigint | null = null;
  let fits = true;
  const visit = (part: Expr): boolean => {
    if (isSeries(part)) {
      const [body, , low, high] = part.args;
      const names = high === undefined ? [] : freeSymbols(high);
      const [only] = names;
      if (names.length > 1 || low?.node !== 'number' || low.den !== 1n) fits = false;
      else if (only !== undefined) {
        if ((name !== null && name !== only) || (body !== undefined && freeSymbols(body).includes(only)))
          fits = false;
        name = only;
        from = from === null || low.num > from ? low.num : from;
      }
    }
    return false;
  };
  for (const expr of exprs) contains(expr, visit);
  return fits && name !== null && from !== null ? { name, from } : null;
}

const before = (expr: Expr, name: string): Expr =>
  substitute(expr, new Map([[name, apply('Add', symbol(name), integer(-1))]]));

/** What the n-th term adds. */
const difference = (expr: Expr, name: string): Expr =>
  apply('Add', expr, apply('Negate', before(expr, name)));

/** What the n-th factor multiplies by. */
const quotient = (expr: Expr, name: string): Expr => apply('Divide', expr, before(expr, name));

const isSum = (part: Expr): boolean => isApply(part, 'Sum');

/**
 * Sums (or products) up to a symbol n without closed form: the two sides agree at the first n, and their differences
 * (or quotients) from n − 1 to n agree, so they agree from there on.
 */
export const induction =
  (compare: Compare): Rule =>
  (pair) => {
    const running = runningSymbol([pair.gold, pair.given]);
    if (running === null || pair.depth > 0) return null;
    const base = new Map<string, Expr>([[running.name, integer(running.from)]]);
    const start = compare(substitute(pair.gold, base), substitute(pair.given, base), pair);
    if (start.kind !== 'equal' || start.certainty !== 'proved') return null;
    const step = contains(pair.gold, isSum) || contains(pair.given, isSum) ? difference : quotient;
    const steps = compare(step(pair.gold, running.name), step(pair.given, running.name), pair);
    return steps.kind === 'equal' && steps.certainty === 'proved' ? equal('induction') : null;
  };
