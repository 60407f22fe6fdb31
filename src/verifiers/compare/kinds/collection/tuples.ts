import type { Answer, IntervalAnswer, TupleAnswer } from '../../../answer.js';
import type { Context } from '../../../context.js';
import { allOf, different, type Finding } from '../../../verdict.js';
import type { Compare } from '../../table.js';
import { compareImpliedPoints } from '../family/implied.js';
import { order, Unordered } from '../sets/cells.js';
import { compareNumberSets } from '../sets/compare.js';
import { matchInOrder } from './match.js';

const expression = (expr: IntervalAnswer['low']): Answer => ({ kind: 'expression', expr });

/** The items of a tuple, or of brackets around two numbers that may be one; null for an interval that is nothing else. */
export function asItems(answer: TupleAnswer | IntervalAnswer): readonly Answer[] | null {
  if (answer.kind === 'tuple') return answer.items;
  return answer.ambiguous ? [expression(answer.low), expression(answer.high)] : null;
}

/** Two tuples: as many items, equal in order; named coordinates in another order are put in order first. */
export function compareTuples(a: TupleAnswer, b: TupleAnswer, context: Context, recurse: Compare): Finding {
  const finding = itemwise(a, b, recurse);
  return finding.kind === 'equal' ? finding : (compareImpliedPoints(a, b, context, recurse) ?? finding);
}

function itemwise(a: TupleAnswer, b: TupleAnswer, recurse: Compare): Finding {
  if (a.names !== undefined && b.names !== undefined) {
    const order = a.names.map((name) => b.names!.indexOf(name));
    if (!order.includes(-1) && a.items.length === b.items.length) {
      return matchInOrder(
        'tuple',
        a.items,
        order.map((at) => b.items[at]!),
        recurse,
      );
    }
  }
  return matchInOrder('tuple', a.items, b.items, recurse);
}

/** A tuple of two against brackets around two numbers. */
export function compareTupleWithPair(
  tuple: TupleAnswer,
  pair: IntervalAnswer,
  context: Context,
  recurse: Compare,
): Finding | null {
  const items = asItems(pair);
  if (items === null) return null;
  const finding = matchInOrder('tuple', tuple.items, items, recurse);
  return finding.kind === 'equal'
    ? finding
    : (compareImpliedPoints(tuple, pair, context, recurse) ?? finding);
}

/** The ends with a known order that is not ascending: such brackets hold a point or a list, no interval. */
function isDescending({ low, high }: IntervalAnswer, context: Context): boolean {
  try {
    return order(low, high, context) >= 0;
  } catch (error) {
    if (error instanceof Unordered) return false;
    throw error;
  }
}

/** Two intervals: the same ends of the same sort. Ends that cannot be ordered are still compared one by one. */
export function compareIntervals(
  a: IntervalAnswer,
  b: IntervalAnswer,
  context: Context,
  recurse: Compare,
): Finding {
  const ends = allOf('interval', [
    recurse(expression(a.low), expression(b.low)),
    recurse(expression(a.high), expression(b.high)),
  ]);
  const sameSort = a.lowClosed === b.lowClosed && a.highClosed === b.highClosed;
  if (sameSort && ends.kind === 'equal') return ends;
  if (sameSort) return compareEmpty(a, b, context) ?? asPoints(a, b, context, recurse) ?? ends;
  if (a.ambiguous && b.ambiguous && ends.kind === 'equal' && isDescending(a, context)) return ends;
  return compareEmpty(a, b, context) ?? different('interval-ends');
}

/** Different ends denote the same interval only when both are empty or single points; asked only of plain intervals. */
function compareEmpty(a: IntervalAnswer, b: IntervalAnswer, context: Context): Finding | null {
  if (a.ambiguous || b.ambiguous) return null;
  const finding = compareNumberSets(a, b, context);
  return finding?.kind === 'equal' ? finding : null;
}

/** Brackets that may hold points with a parameter each. */
const asPoints = (
  a: IntervalAnswer,
  b: IntervalAnswer,
  context: Context,
  recurse: Compare,
): Finding | null => (a.ambiguous && b.ambiguous ? compareImpliedPoints(a, b, context, recurse) : null);
