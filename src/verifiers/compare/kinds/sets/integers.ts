import type { Context } from '../../../context.js';
import { floor, negated } from '../../../exact/rational.js';
import { type Expr, integer } from '../../../expr.js';
import { exactValue } from '../../rules/index.js';
import { order, Unordered } from './cells.js';
import type { RealSet } from './real-set.js';

/** Integers that are written out, at most. */
const MAX_MEMBERS = 20_000;
/** Doublings when the whole part of an end is searched for. */
const MAX_DOUBLINGS = 200;

/** A run of integers; null is no bound. */
export interface Run {
  readonly from: bigint | null;
  readonly to: bigint | null;
}

/** The greatest integer not above a real constant, proved. */
function floorOf(expr: Expr, context: Context): bigint {
  const value = exactValue(expr, context);
  if (value !== null) return floor(value);
  const isAtMost = (n: bigint): boolean => order(integer(n), expr, context) <= 0;
  let low = -1n;
  let high = 1n;
  for (let i = 0; !isAtMost(low); i += 1) {
    if (i > MAX_DOUBLINGS) throw new Unordered();
    low *= 2n;
  }
  for (let i = 0; isAtMost(high); i += 1) {
    if (i > MAX_DOUBLINGS) throw new Unordered();
    high *= 2n;
  }
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (isAtMost(middle)) low = middle;
    else high = middle;
  }
  return low;
}

function isInteger(expr: Expr, whole: bigint, context: Context): boolean {
  const value = exactValue(expr, context);
  if (value !== null) return value.den === 1n && negated(value).num === -whole;
  return order(expr, integer(whole), context) === 0;
}

/** The integers of a set of reals as runs in order, neighbours joined. Throws Unordered. */
export function integerRuns(set: RealSet, context: Context): readonly Run[] {
  const runs: Run[] = [];
  const push = (run: Run): void => {
    if (run.from !== null && run.to !== null && run.from > run.to) return;
    const last = runs[runs.length - 1];
    if (last !== undefined && last.to !== null && run.from !== null && run.from <= last.to + 1n) {
      runs[runs.length - 1] = { from: last.from, to: run.to };
    } else runs.push(run);
  };
  let from: bigint | null = null;
  set.points.forEach((point, i) => {
    const whole = floorOf(point, context);
    const exact = isInteger(point, whole, context);
    if (set.between[i]) push({ from, to: exact ? whole - 1n : whole });
    if (exact && set.at[i]) push({ from: whole, to: whole });
    from = whole + 1n;
  });
  if (set.between[set.points.length]) push({ from, to: null });
  return runs;
}

/** The integers of finitely many bounded runs, or null when there are infinitely or too many. */
export function members(runs: readonly Run[], context: Context): readonly Expr[] | null {
  const found: Expr[] = [];
  for (const { from, to } of runs) {
    if (from === null || to === null || to - from >= BigInt(MAX_MEMBERS - found.length)) return null;
    context.budget.spend(Number(to - from) + 1);
    for (let n = from; n <= to; n += 1n) found.push(integer(n));
  }
  return found;
}
