import type { Context } from '../../../context.js';
import { add, divide, multiply, subtract, ZERO } from '../../../exact/build.js';
import { type Expr, integer } from '../../../expr.js';
import { different, equal, type Finding, undecided } from '../../../verdict.js';
import { compareExpressions, substitute } from '../../rules/index.js';

/** The points `origin + Σ tᵢ·directionᵢ` over all real t. */
interface Flat {
  readonly origin: readonly Expr[];
  readonly directions: readonly (readonly Expr[])[];
}

const RULE = 'parametrisation';

/** Carries "it is not known whether an entry is zero" up to the comparison. Control flow only. */
class UnknownZero extends Error {
  override readonly name = 'UnknownZero';
}

function isZero(expr: Expr, context: Context): boolean {
  if (expr.node === 'number') return expr.num === 0n;
  const finding = compareExpressions(expr, ZERO, context);
  if (finding.kind === 'undecided') throw new UnknownZero();
  return finding.kind === 'equal';
}

/** The flat that a point with parameters runs through; null when it is not linear in them. */
function flatOf(point: readonly Expr[], names: readonly string[], context: Context): Flat | null {
  const at = (expr: Expr, one: string | null): Expr =>
    substitute(expr, new Map(names.map((name) => [name, integer(name === one ? 1 : 0)])));
  const origin = point.map((expr) => at(expr, null));
  const directions = names.map((name) => point.map((expr, i) => subtract(at(expr, name), origin[i]!)));
  const linear = point.every((expr, i) => {
    const rebuilt = names.reduce<Expr>(
      (sum, name, j) => add(sum, multiply(directions[j]![i]!, { node: 'symbol', name })),
      origin[i]!,
    );
    return compareExpressions(expr, rebuilt, context).kind === 'equal';
  });
  return linear ? { origin, directions } : null;
}

/** Rank of a few row vectors, by elimination. Throws UnknownZero. */
function rank(rows: readonly (readonly Expr[])[], context: Context): number {
  const work = rows.map((row) => [...row]);
  const width = work[0]?.length ?? 0;
  let next = 0;
  for (let column = 0; column < width && next < work.length; column += 1) {
    const pivot = work.findIndex((row, i) => i >= next && !isZero(row[column]!, context));
    if (pivot < 0) continue;
    [work[next], work[pivot]] = [work[pivot]!, work[next]!];
    for (let i = next + 1; i < work.length; i += 1) {
      context.budget.spend(width);
      const factor = divide(work[i]![column]!, work[next]![column]!);
      work[i] = work[i]!.map((value, j) =>
        j === column ? ZERO : subtract(value, multiply(factor, work[next]![j]!)),
      );
    }
    next += 1;
  }
  return next;
}

function sameFlat(a: Flat, b: Flat, context: Context): boolean {
  const size = rank(a.directions, context);
  if (size !== rank(b.directions, context)) return false;
  const between = a.origin.map((value, i) => subtract(value, b.origin[i]!));
  return rank([...a.directions, ...b.directions, between], context) === size;
}

/** The dimension of the flat that a point with real parameters runs through; null when it is not linear, or not known. */
export function flatDimension(
  point: readonly Expr[],
  names: readonly string[],
  context: Context,
): number | null {
  const flat = flatOf(point, names, context);
  try {
    return flat === null ? null : rank(flat.directions, context);
  } catch (error) {
    if (error instanceof UnknownZero) return null;
    throw error;
  }
}

/** Two points with real parameters: the same line, plane … ? Null when either is not linear in its parameters. */
export function compareFlats(
  a: readonly Expr[],
  aNames: readonly string[],
  b: readonly Expr[],
  bNames: readonly string[],
  context: Context,
): Finding | null {
  if (a.length !== b.length) return different(RULE);
  const left = flatOf(a, aNames, context);
  const right = left === null ? null : flatOf(b, bNames, context);
  if (left === null || right === null) return null;
  try {
    return sameFlat(left, right, context) ? equal(RULE) : different(RULE);
  } catch (error) {
    if (error instanceof UnknownZero) return undecided('unsupported', 'the directions of two lines');
    throw error;
  }
}

/** The parameter as a linear function of a coordinate: `s` with `coordinate(s) = value`. */
function solved(coordinate: Expr, name: string, value: Expr, context: Context): Expr | null {
  const flat = flatOf([coordinate], [name], context);
  if (flat === null) return null;
  const slope = flat.directions[0]![0]!;
  const finding = compareExpressions(slope, ZERO, context);
  return finding.kind === 'different' ? divide(subtract(value, flat.origin[0]!), slope) : null;
}

/**
 * Two curves in one real parameter of which some coordinate is linear in both: the substitution that this forces on
 * the parameter is the only one possible. Null when no coordinate is.
 */
export function compareCurves(
  a: readonly Expr[],
  aName: string,
  b: readonly Expr[],
  bName: string,
  context: Context,
): Finding | null {
  for (const [i, coordinate] of b.entries()) {
    if (flatOf([a[i]!], [aName], context) === null) continue;
    const parameter = solved(coordinate, bName, a[i]!, context);
    if (parameter === null) continue;
    const moved = b.map((expr) => substitute(expr, new Map([[bName, parameter]])));
    const findings = moved.map((expr, j) => compareExpressions(a[j]!, expr, context));
    const open = findings.find((finding) => finding.kind === 'undecided');
    if (findings.some((finding) => finding.kind === 'different')) return different(RULE);
    return open ?? equal(RULE);
  }
  return null;
}
