import type { Context } from '../../context.js';
import { type ApplyNode, apply, type Expr, integer, isApply, symbol } from '../../expr.js';
import { compareExpressions, freeSymbols, substitute } from '../rules/index.js';

/** The index of a series that dots stand for; no symbol of an answer has this name. */
const INDEX = 'k_series';
/** Whole numbers that a series may start from. */
const STARTS: readonly number[] = [1, 0, 2];
/** Terms written out beside the dots, at most. */
const MAX_SHOWN = 12;

/** The terms before the dots and after them. */
interface Shown {
  readonly before: readonly Expr[];
  readonly after: readonly Expr[];
}

/**
 * Sums and products with dots whose last term settles them, written with Σ and Π: in `1² + 2² + … + n²` the terms
 * before the dots are the last one at 1 and 2. Anything else keeps its dots.
 */
export function withoutDots(expr: Expr, context: Context): Expr {
  if (expr.node !== 'apply') return expr;
  context.budget.spend();
  if (expr.head === 'Add' || expr.head === 'Multiply') {
    const series = seriesOf(expr, context);
    if (series !== null) return series;
  }
  return { ...expr, args: expr.args.map((arg) => withoutDots(arg, context)) };
}

function seriesOf({ head, args }: ApplyNode, context: Context): Expr | null {
  const at = args.findIndex((arg) => isApply(arg, 'Ellipsis'));
  if (at < 0 || args.length > MAX_SHOWN) return null;
  const shown = { before: args.slice(0, at), after: args.slice(at + 1) };
  if ([...shown.before, ...shown.after].some((arg) => isApply(arg, 'Ellipsis'))) return null;
  const turned = { before: [...shown.after].reverse(), after: [...shown.before].reverse() };
  const sort = head === 'Add' ? 'Sum' : 'Product';
  return upwards(sort, shown, context) ?? upwards(sort, turned, context);
}

/** The series whose last shown term is its general one. */
function upwards(sort: 'Sum' | 'Product', { before, after }: Shown, context: Context): Expr | null {
  const last = after[after.length - 1];
  if (before.length < 2 || last === undefined) return null;
  if (freeSymbols(last).length === 0) return arithmetic(sort, before, after, context);
  for (const name of freeSymbols(last)) {
    const at = (value: Expr): Expr => substitute(last, new Map([[name, value]]));
    const fitsEnd = after.slice(0, -1).every((term, i) => {
      const steps = after.length - 1 - i;
      return isSame(term, at(apply('Add', symbol(name), integer(-steps))), context);
    });
    const fits = (start: number): boolean =>
      before.every((term, i) => isSame(term, at(integer(start + i)), context));
    const start = fitsEnd ? STARTS.find(fits) : undefined;
    if (start !== undefined)
      return apply(sort, at(symbol(INDEX)), symbol(INDEX), integer(start), symbol(name));
  }
  return null;
}

const isSame = (a: Expr, b: Expr, context: Context): boolean => {
  const found = compareExpressions(a, b, context);
  return found.kind === 'equal' && found.certainty === 'proved';
};

const less = (a: Expr, b: Expr): Expr => apply('Add', a, apply('Negate', b));

/** Numbers in equal steps: `1 + 3 + 5 + … + 99`. */
function arithmetic(
  sort: 'Sum' | 'Product',
  before: readonly Expr[],
  after: readonly Expr[],
  context: Context,
): Expr | null {
  const [first, second] = before as readonly [Expr, Expr, ...Expr[]];
  const last = after[after.length - 1] as Expr;
  if (before.some((term) => freeSymbols(term).length > 0)) return null;
  // The dots go on to further terms: in `2π … π` nothing is left out between 2, π and π.
  if (after.some((term) => before.some((shown) => isSame(shown, term, context)))) return null;
  const step = less(second, first);
  const even = (terms: readonly Expr[]): boolean =>
    terms.slice(1).every((term, i) => isSame(less(term, terms[i] as Expr), step, context));
  if (isSame(step, integer(0), context) || !even(before) || !even(after)) return null;
  const term = apply('Add', first, apply('Multiply', symbol(INDEX), step));
  return apply(sort, term, symbol(INDEX), integer(0), apply('Divide', less(last, first), step));
}
