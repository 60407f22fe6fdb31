import type { Context } from '../../context.js';
import type { Expr, Head } from '../../expr.js';
import { formatExpr } from '../../format.js';
import { allOf, type Finding, undecided } from '../../verdict.js';
import { compareExpressions, sameTree } from '../rules/index.js';
import { argsOf, headOf } from './shared/parts.js';

/** Heads whose two sides may change places. */
const SYMMETRIC: ReadonlySet<Head> = new Set<Head>(['Parallel', 'Perpendicular']);

/** Heads of statements that are compared side by side. */
const ORDERED: ReadonlySet<Head> = new Set<Head>(['Subset', 'SubsetEqual', 'Element', 'NotElement']);

/** Figures that read the same from both ends: ∠ABC is ∠CBA. */
const REVERSIBLE: ReadonlySet<string> = new Set(['overline', 'angle', 'line', 'frown', 'overleftrightarrow']);

const isDots = (expr: Expr): boolean => headOf(expr) === 'Ellipsis';

const isOpaque = (expr: Expr): boolean => isDots(expr) || headOf(expr) === 'Segment';

/** True when dots or a figure stand anywhere in the expression. */
const hasOpaque = (expr: Expr): boolean => isOpaque(expr) || argsOf(expr).some(hasOpaque);

const hasDots = (expr: Expr): boolean => isDots(expr) || argsOf(expr).some(hasDots);

/** A figure's name, the same for all its spellings. */
function figureName(expr: Expr): string {
  const [sort, ...letters] = argsOf(expr).map(formatExpr) as [string, ...string[]];
  const forward = letters.join(' ');
  const backward = [...letters].reverse().join(' ');
  const name = REVERSIBLE.has(sort) && backward < forward ? backward : forward;
  return `${sort} ${sort === 'triangle' ? [...letters].sort().join(' ') : name}`;
}

/** Dots and figures as unknowns of their own. */
function asUnknowns(expr: Expr): Expr {
  if (isDots(expr)) return { node: 'symbol', name: 'dots' };
  if (headOf(expr) === 'Segment') return { node: 'symbol', name: figureName(expr) };
  return expr.node === 'apply' ? { ...expr, args: expr.args.map(asUnknowns) } : expr;
}

/** Two pairs of sides in this order. */
const sideBySide = (a: readonly Expr[], b: readonly Expr[], context: Context): Finding =>
  allOf(
    'statement',
    a.map((side, i) => compareOpaque(side, b[i]!, context) ?? compareExpressions(side, b[i]!, context)),
  );

/**
 * Expressions with parts that have no value of their own: `a_1 + … + a_n`, named figures, statements about them. Null
 * when there are none.
 */
export function compareOpaque(a: Expr, b: Expr, context: Context): Finding | null {
  const head = headOf(a);
  if (head !== null && head === headOf(b) && (SYMMETRIC.has(head) || ORDERED.has(head))) {
    const straight = sideBySide(argsOf(a), argsOf(b), context);
    if (straight.kind === 'equal' || !SYMMETRIC.has(head)) return straight;
    return sideBySide(argsOf(a), [...argsOf(b)].reverse(), context);
  }
  if (!hasOpaque(a) && !hasOpaque(b)) return null;
  if (sameTree(a, b)) return { kind: 'equal', by: 'same-structure', certainty: 'proved' };
  const finding = compareExpressions(asUnknowns(a), asUnknowns(b), context);
  const open = finding.kind === 'different' && (hasDots(a) || hasDots(b));
  return open ? undecided('unsupported', 'an expression with dots') : finding;
}
