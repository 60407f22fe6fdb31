import { apply, type Expr, isApply } from '../../expr.js';
import { applyAll, isStatement } from './build.js';

/** What stands between two items of a series. */
export type Separator = ',' | 'and' | 'or';

/** True for a symbol alone. */
export const isBareSymbol = (expr: Expr): boolean => expr.node === 'symbol';

/** Operands of logic: relations, and names that can only be propositions (`A and B`, "true or false"). */
const isProposition = (expr: Expr): boolean =>
  isStatement(expr) || expr.node === 'text' || (expr.node === 'symbol' && /^[A-Zpqr]$/.test(expr.name));

/** `x = 1, y = 2` as one alternative: all of it holds. */
const asConjunction = (part: Expr): Expr =>
  isApply(part, 'List') && part.args.every(isStatement) ? applyAll('And', part.args) : part;

const ORDERINGS: ReadonlySet<string> = new Set(['Less', 'LessEqual', 'Greater', 'GreaterEqual', 'NotEqual']);

const isOrdering = (expr: Expr): boolean => expr.node === 'apply' && ORDERINGS.has(expr.head);

/** Joins parts by a word: statements make And or Or, values make a list ("2 and 3"). */
function joinBy(word: 'and' | 'or', parts: readonly Expr[]): Expr {
  if (parts.length === 1) return parts[0]!;
  const joined = parts.map(asConjunction);
  if (joined.every(isProposition)) return applyAll(word === 'and' ? 'And' : 'Or', joined);
  // A value "or" an inequality: alternatives, not a value under a condition.
  if (word === 'or' && joined.some(isOrdering)) return applyAll('Or', joined);
  return applyAll(
    'List',
    parts.flatMap((part) => (isApply(part, 'List') ? part.args : [part])),
  );
}

const listOf = (parts: readonly Expr[]): Expr => (parts.length === 1 ? parts[0]! : applyAll('List', parts));

/** Splits items at every separator that `splits`. */
function groups<T>(
  items: readonly T[],
  separators: readonly Separator[],
  splits: (separator: Separator) => boolean,
): { readonly items: T[]; readonly separators: Separator[] }[] {
  const found = [{ items: [items[0]!], separators: [] as Separator[] }];
  separators.forEach((separator, i) => {
    const next = items[i + 1]!;
    const last = found[found.length - 1]!;
    if (splits(separator)) found.push({ items: [next], separators: [] });
    else {
      last.items.push(next);
      last.separators.push(separator);
    }
  });
  return found;
}

/** "a, b and c" is one flat list: a single word, before the last item. */
const isEnumeration = (separators: readonly Separator[]): boolean => {
  const last = separators[separators.length - 1];
  return (
    separators.length > 1 && last !== ',' && separators.slice(0, -1).every((separator) => separator === ',')
  );
};

/**
 * Gives a flat series its structure: "or" is looser than "and", "and" looser than the comma, except in the
 * enumeration "a, b, and c", which is flat.
 */
export function joinSeries(items: readonly Expr[], separators: readonly Separator[]): Expr {
  if (items.length === 1) return items[0]!;
  const last = separators[separators.length - 1]!;
  if (isEnumeration(separators)) return joinBy(last as 'and' | 'or', items);
  const alternatives = groups(items, separators, (separator) => separator === 'or').map((alternative) => {
    const parts = groups(alternative.items, alternative.separators, (separator) => separator === 'and');
    return joinBy(
      'and',
      parts.map((part) => listOf(part.items)),
    );
  });
  return joinBy('or', alternatives);
}

/** A statement with conditions written after it; conditions of a conditioned statement are merged. */
export function joinConditions(whole: Expr, conditions: readonly Expr[]): Expr {
  const flat = conditions.flatMap((condition) => (isApply(condition, 'And') ? condition.args : [condition]));
  if (isApply(whole, 'ForAll')) return applyAll('ForAll', [...whole.args, ...flat]);
  return apply('ForAll', whole, ...flat);
}
