import type { Budget } from '../../../support/index.js';
import type { Context } from '../../context.js';
import { keyOf } from '../../exact/key.js';
import { withoutMatrices } from '../../exact/matrix-scalars.js';
import { apply, type Expr, type Head, text } from '../../expr.js';
import { formatExpr } from '../../format.js';
import { allOf, equal, type Finding, undecided } from '../../verdict.js';
import { compareExpressions, freeSymbols } from '../rules/index.js';
import { withoutDots } from './dots.js';
import { proportional } from './relation/equation.js';
import { argsOf, headOf } from './shared/parts.js';

/** Heads whose two sides may change places. */
const SYMMETRIC: ReadonlySet<Head> = new Set<Head>(['Parallel', 'Perpendicular']);

/** Heads of statements that are compared side by side. */
const ORDERED: ReadonlySet<Head> = new Set<Head>([
  'Subset',
  'SubsetEqual',
  'Element',
  'NotElement',
  'Divides',
]);

/** Figures that read the same from both ends: ∠ABC is ∠CBA. */
const REVERSIBLE: ReadonlySet<string> = new Set(['overline', 'angle', 'line', 'frown', 'overleftrightarrow']);

const isDots = (expr: Expr): boolean => headOf(expr) === 'Ellipsis';

/**
 * Heads that have no number of their own inside an expression: structures, and operations on named matrices and
 * vectors. What they are applied to may still be related (det AB = det A · det B), so two of them are never told apart.
 */
const UNEVALUATED: ReadonlySet<Head> = new Set<Head>([
  ...(['Tuple', 'Vector', 'Bracket', 'HalfOpenLeft', 'HalfOpenRight', 'Set', 'SetBuilder', 'List'] as const),
  ...(['Union', 'Intersection', 'SetMinus', 'Matrix', 'Row'] as const),
  ...(['Determinant', 'Transpose', 'Trace', 'Norm', 'Dot', 'Cross'] as const),
  ...(['Equal', 'NotEqual', 'Less', 'LessEqual', 'Greater', 'GreaterEqual', 'Chain', 'Approx'] as const),
  ...(['Element', 'NotElement', 'And', 'Or', 'Not', 'Implies', 'Iff'] as const),
]);

/** Factors that may not change places. */
const ORDERED_FACTORS: ReadonlySet<Head> = new Set<Head>(['Transpose', 'Cross', 'Matrix', 'Vector', 'Tuple']);

const isUnevaluated = (expr: Expr): boolean => expr.node === 'apply' && UNEVALUATED.has(expr.head);

/** `P(A | B)`, whose bar is kept as words. */
const isConditional = (expr: Expr): boolean =>
  headOf(expr) === 'Call' && argsOf(expr).some((arg) => arg.node === 'text');

const isOpaque = (expr: Expr): boolean =>
  isConditional(expr) ||
  (expr.node === 'apply' &&
    (UNEVALUATED.has(expr.head) || expr.head === 'Ellipsis' || expr.head === 'Segment'));

/** A product in which the order of the factors may matter: two that need not commute, one of them for sure. */
function isOrderedProduct(expr: Expr): boolean {
  if (headOf(expr) !== 'Multiply' || !argsOf(expr).some(hasOrderedFactor)) return false;
  const turned = new Set(argsOf(expr).flatMap((factor) => namesUnder(factor)));
  return argsOf(expr).filter((factor) => hasOrderedFactor(factor) || mayBeArray(factor, turned)).length > 1;
}

/** Letters that an ordered factor holds: x in xᵀAx is a vector there and everywhere. */
const namesUnder = (expr: Expr): readonly string[] => (hasOrderedFactor(expr) ? [...freeSymbols(expr)] : []);

/** True when a capital letter, a letter under an arrow, or a letter known to be a vector occurs. */
const mayBeArray = (expr: Expr, known: ReadonlySet<string>): boolean =>
  freeSymbols(expr).some((name) => known.has(name) || /^(?:[A-Z]|vec\()/.test(name));

const hasOrderedFactor = (expr: Expr): boolean =>
  expr.node === 'apply' && (ORDERED_FACTORS.has(expr.head) || expr.args.some(hasOrderedFactor));

/** True when dots, a figure or anything else without a value stands anywhere in the expression. */
const hasOpaque = (expr: Expr): boolean => isOpaque(expr) || argsOf(expr).some(hasOpaque);

/** True where a difference of the unknowns proves nothing: all opaque parts but figures. */
const isOpen = (expr: Expr): boolean => isDots(expr) || isUnevaluated(expr) || argsOf(expr).some(isOpen);

/** Factors of ordered products that do have values, each of which must exist. */
const plainFactors = (expr: Expr): readonly Expr[] =>
  isOrderedProduct(expr)
    ? argsOf(expr).filter((factor) => !hasOpaque(factor))
    : argsOf(expr).flatMap(plainFactors);

/** A figure's name, the same for all its spellings. */
function figureName(expr: Expr): string {
  const [sort, ...letters] = argsOf(expr).map(formatExpr) as [string, ...string[]];
  const forward = letters.join(' ');
  const backward = [...letters].reverse().join(' ');
  const name = REVERSIBLE.has(sort) && backward < forward ? backward : forward;
  return `${sort} ${sort === 'triangle' ? [...letters].sort().join(' ') : name}`;
}

/** What has no value as unknowns of their own, the same for the same spelling. */
function asUnknowns(expr: Expr, budget: Budget): Expr {
  if (isDots(expr)) return { node: 'symbol', name: 'dots' };
  if (headOf(expr) === 'Segment') return { node: 'symbol', name: figureName(expr) };
  if (isUnevaluated(expr) || isOrderedProduct(expr) || isConditional(expr))
    return { node: 'symbol', name: keyOf(expr, budget) };
  return expr.node === 'apply' ? { ...expr, args: expr.args.map((arg) => asUnknowns(arg, budget)) } : expr;
}

/** `AB`, written with or without a bar, as the line through its points: parallels are of lines. */
function asLine(expr: Expr): Expr {
  const head = headOf(expr);
  const points = head === 'Segment' ? argsOf(expr).slice(1) : head === 'Multiply' ? argsOf(expr) : [];
  const named =
    points.length === 2 && points.every((point) => point.node === 'symbol' && /^[A-Z]/.test(point.name));
  const isSegment = head !== 'Segment' || !/triangle|angle|arc/.test(formatExpr(argsOf(expr)[0]!));
  return named && isSegment ? apply('Segment', text('line'), ...points) : expr;
}

/** `\overline{AB}` beside `AB`: the segment of two points, which letters alone name as well. */
function isSegmentOf(figure: Expr, letters: Expr): boolean {
  if (headOf(figure) !== 'Segment' || headOf(letters) !== 'Multiply') return false;
  const [sort, ...points] = argsOf(figure).map(formatExpr);
  const names = argsOf(letters).map(formatExpr);
  if (sort !== formatExpr(text('overline')) || points.length !== 2 || names.length !== 2) return false;
  return (
    names.every((name) => /^[A-Z]$/.test(name)) && [...names].sort().join() === [...points].sort().join()
  );
}

/** Two pairs of sides in this order. */
const sideBySide = (a: readonly Expr[], b: readonly Expr[], context: Context): Finding =>
  allOf(
    'statement',
    a.map((side, i) => compareOpaque(side, b[i]!, context) ?? compareExpressions(side, b[i]!, context)),
  );

/** `I ∝ 1/r²`: the same quantity, proportional to the same up to a constant. */
function compareProportions(a: Expr, b: Expr, context: Context): Finding {
  const [left, right] = [argsOf(a), argsOf(b)];
  return allOf('proportion', [
    compareExpressions(left[0]!, right[0]!, context),
    proportional(left[1]!, right[1]!, context),
  ]);
}

/**
 * Expressions with parts that have no value of their own: `a_1 + … + a_n`, named figures, statements about them. Null
 * when there are none.
 */
export function compareOpaque(a: Expr, b: Expr, context: Context): Finding | null {
  const head = headOf(a);
  if (head === 'Proportional' && headOf(b) === head) return compareProportions(a, b, context);
  if (head !== null && head === headOf(b) && (SYMMETRIC.has(head) || ORDERED.has(head))) {
    if (!SYMMETRIC.has(head)) return sideBySide(argsOf(a), argsOf(b), context);
    const [left, right] = [argsOf(a).map(asLine), argsOf(b).map(asLine)];
    const straight = sideBySide(left, right, context);
    return straight.kind === 'equal' ? straight : sideBySide(left, [...right].reverse(), context);
  }
  if (!hasOpaque(a) && !hasOpaque(b)) return null;
  if (isSegmentOf(a, b) || isSegmentOf(b, a)) return equal('statement');
  const { budget } = context;
  const [x, y] = [a, b].map((side) => withoutDots(withoutMatrices(side, budget), context)) as [Expr, Expr];
  if (!hasOpaque(x) && !hasOpaque(y)) return compareExpressions(x, y, context);
  const finding = compareExpressions(asUnknowns(x, budget), asUnknowns(y, budget), context);
  // `1 + 0·…` is not 1: what has no value does not vanish.
  const vanishes = finding.kind === 'equal' && hasOpaque(x) !== hasOpaque(y);
  if (finding.kind === 'equal' && !vanishes)
    return allOf(finding.by, [
      finding,
      ...plainFactors(x).map((part) => compareExpressions(part, part, context)),
    ]);
  const open = vanishes || (finding.kind === 'different' && (isOpen(x) || isOpen(y)));
  return open ? undecided('unsupported', 'an expression with dots, sets or named matrices') : finding;
}
