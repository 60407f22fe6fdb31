import type { Context } from '../../../context.js';
import { infiniteSign } from '../../../exact/build.js';
import type { Expr } from '../../../expr.js';
import { type Cells, constantCells, mapCells, mergeCells, order, simplifyCells } from './cells.js';

/** A set of real numbers: finitely many intervals and points. */
export type RealSet = Cells<boolean>;

/** No real number, and all of them. */
export const EMPTY: RealSet = constantCells(false);
export const EVERYTHING: RealSet = constantCells(true);

/** Is a part of the set. */
export const isEmpty = (set: RealSet): boolean => !set.at.includes(true) && !set.between.includes(true);

/** A single number. */
export const pointSet = (point: Expr): RealSet => ({ points: [point], at: [true], between: [false, false] });

/** Finitely many numbers, in any order, repetitions allowed. */
export function finiteSet(numbers: readonly Expr[], context: Context): RealSet {
  const sorted = [...numbers].sort((a, b) => order(a, b, context));
  const points = sorted.filter((point, i) => i === 0 || order(sorted[i - 1]!, point, context) !== 0);
  return { points, at: points.map(() => true), between: [false, ...points.map(() => false)] };
}

/** An interval; empty when its ends are the wrong way round. */
export function intervalSet(
  low: Expr,
  high: Expr,
  lowClosed: boolean,
  highClosed: boolean,
  context: Context,
): RealSet {
  const [below, above] = [infiniteSign(low), infiniteSign(high)];
  if (below === 1 || above === -1) return EMPTY;
  if (below === -1 && above === 1) return EVERYTHING;
  if (below === -1) return { points: [high], at: [highClosed], between: [true, false] };
  if (above === 1) return { points: [low], at: [lowClosed], between: [false, true] };
  const sign = order(low, high, context);
  if (sign === 0) return lowClosed && highClosed ? pointSet(low) : EMPTY;
  if (sign > 0) return EMPTY;
  return { points: [low, high], at: [lowClosed, highClosed], between: [false, true, false] };
}

/** A ∪ B. */
export const union = (a: RealSet, b: RealSet, context: Context): RealSet =>
  simplifyCells(mergeCells(a, b, (x, y) => x || y, context));

/** A ∩ B. */
export const intersection = (a: RealSet, b: RealSet, context: Context): RealSet =>
  simplifyCells(mergeCells(a, b, (x, y) => x && y, context));

/** A ∖ B. */
export const difference = (a: RealSet, b: RealSet, context: Context): RealSet =>
  simplifyCells(mergeCells(a, b, (x, y) => x && !y, context));

/** ℝ ∖ A. */
export const complement = (a: RealSet): RealSet => mapCells(a, (x) => !x);
