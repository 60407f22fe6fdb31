import type { Context } from '../../../context.js';
import type { Expr } from '../../../expr.js';
import { orderOf } from '../shared/constants.js';

/**
 * A function on the real line that is constant between finitely many points: `at[i]` is its value at `points[i]`,
 * `between[i]` its value just below `points[i]`, and the last entry of `between` its value above all points.
 */
export interface Cells<T> {
  readonly points: readonly Expr[];
  readonly at: readonly T[];
  readonly between: readonly T[];
}

/** Carries "the order of two ends is not known" up to where a comparison gives up. Control flow only. */
export class Unordered extends Error {
  override readonly name = 'Unordered';
}

/** The order of two real constants; throws {@link Unordered} when it is not known. */
export function order(a: Expr, b: Expr, context: Context): -1 | 0 | 1 {
  const known = orderOf(a, b, context);
  if (known === null) throw new Unordered();
  return known;
}

/** The same value everywhere. */
export const constantCells = <T>(value: T): Cells<T> => ({ points: [], at: [], between: [value] });

/** Every value replaced. */
export const mapCells = <T, U>(cells: Cells<T>, change: (value: T) => U): Cells<U> => ({
  points: cells.points,
  at: cells.at.map(change),
  between: cells.between.map(change),
});

/** Both functions taken together, point by point. */
export function mergeCells<A, B, C>(
  a: Cells<A>,
  b: Cells<B>,
  join: (a: A, b: B) => C,
  context: Context,
): Cells<C> {
  const points: Expr[] = [];
  const at: C[] = [];
  const between: C[] = [];
  let [i, j] = [0, 0];
  while (i < a.points.length || j < b.points.length) {
    const side = nextSide(a.points[i], b.points[j], context);
    between.push(join(a.between[i]!, b.between[j]!));
    points.push(side <= 0 ? a.points[i]! : b.points[j]!);
    at.push(join(side <= 0 ? a.at[i]! : a.between[i]!, side >= 0 ? b.at[j]! : b.between[j]!));
    if (side <= 0) i += 1;
    if (side >= 0) j += 1;
  }
  between.push(join(a.between[i]!, b.between[j]!));
  return { points, at, between };
}

function nextSide(a: Expr | undefined, b: Expr | undefined, context: Context): -1 | 0 | 1 {
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  return order(a, b, context);
}

/** Points where nothing changes left out. */
export function simplifyCells<T>(cells: Cells<T>): Cells<T> {
  const points: Expr[] = [];
  const at: T[] = [];
  const between: T[] = [cells.between[0]!];
  cells.points.forEach((point, i) => {
    const after = cells.between[i + 1]!;
    if (cells.at[i] === after && cells.between[i] === after) return;
    points.push(point);
    at.push(cells.at[i]!);
    between.push(after);
  });
  return { points, at, between };
}
