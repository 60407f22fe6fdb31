import type {
  Answer,
  IntervalAnswer,
  ListAnswer,
  LogicAnswer,
  SetAnswer,
  TupleAnswer,
} from '../../../answer.js';
import type { Context } from '../../../context.js';
import { different, exchanged, type Finding } from '../../../verdict.js';
import type { Compare } from '../../table.js';
import { compareImpliedPoints } from '../family/implied.js';
import { compareNumberSets } from '../sets/compare.js';
import { type Assignment, assignmentOf, isNumbered, partsOf } from './assignment.js';
import { matchInOrder, matchMultiset, matchSet } from './match.js';
import { pointName } from './named-point.js';
import { asItems } from './tuples.js';

const RULE = 'list';

/** Values under names, both sides: partners share a name. Null when the names differ. */
function compareByName(a: Assignment, b: Assignment, context: Context, recurse: Compare): Finding | null {
  const order = a.names.map((name) => b.names.indexOf(name));
  if (a.names.length !== b.names.length || order.includes(-1)) return null;
  const values = order.map((at) => b.values[at]!);
  const finding = matchInOrder('assignment', a.values, values, recurse);
  if (finding.kind === 'equal') return finding;
  // `x = 1 + t, y = 2 − t`: a line, whatever its parameter is called.
  const point = (items: readonly Answer[]): TupleAnswer => ({ kind: 'tuple', items, notation: 'round' });
  return compareImpliedPoints(point(a.values), point(values), context, recurse) ?? finding;
}

/** Named values against bare ones: in the order written, unless the names only number the solutions of one unknown. */
function compareNamed(
  named: Assignment,
  bare: readonly Answer[],
  context: Context,
  recurse: Compare,
): Finding {
  const numbered = isNumbered(named);
  const labels = bare.map(labelOf);
  const own = new Set(numbered ? named.names.map((name) => name.split('_')[0]!) : []);
  // `x = 1, y = 2` is not `y = 1, y = 2`; a label where the names have it says nothing new.
  const agrees = labels.every((label, i) => label === null || label === named.names[i] || own.has(label));
  if (!agrees) return different('label');
  return numbered
    ? matchMultiset(RULE, named.values, bare, context, recurse)
    : matchInOrder('assignment', inOrder(named), bare, recurse);
}

/** The letter that an equation names its value by; null for any other answer. */
const labelOf = (answer: Answer): string | null => {
  const left = answer.kind === 'relation' ? answer.sides[0]! : null;
  return left?.node === 'symbol' ? left.name : null;
};

/** Compares two collections without brackets, each given by its items and whatever names they carry. */
export function compareLists(
  a: ListAnswer | LogicAnswer,
  b: ListAnswer | LogicAnswer,
  context: Context,
  recurse: Compare,
): Finding {
  const [x, y] = [assignmentOf(a), assignmentOf(b)];
  if (x !== null && y !== null) {
    const byName = compareByName(x, y, context, recurse);
    if (byName !== null) return byName;
  }
  const [left, right] = [itemsOf(a), itemsOf(b)];
  const structures = compareNamedStructures(a, b, context, recurse);
  if (structures !== null) return structures;
  if (x !== null && y === null) return compareNamed(x, right, context, recurse);
  if (y !== null && x === null) return exchanged(compareNamed(y, left, context, (p, q) => recurse(q, p)));
  // A point listed twice is still one point; a number listed twice may be a double root.
  const match = [...left, ...right].every(isPoint) ? matchSet : matchMultiset;
  return match(RULE, left, right, context, recurse);
}

/** The names of structures, `A = {1, 2}, B = {3}`, and of points, `A(1, 2), B(3, 4)`; null for other lists. */
function namesIn(answer: ListAnswer | LogicAnswer): readonly string[] | null {
  if (answer.kind === 'list' && answer.names !== undefined) return answer.names;
  const names = itemsOf(answer).map((item) => (item.kind === 'expression' ? pointName(item.expr) : null));
  return names.includes(null) ? null : names.map((name) => name!);
}

/** Named structures by their names, in the order written where only one side has them; those of one letter in any order. */
function compareNamedStructures(
  a: ListAnswer | LogicAnswer,
  b: ListAnswer | LogicAnswer,
  context: Context,
  recurse: Compare,
): Finding | null {
  const isNamed = (answer: ListAnswer | LogicAnswer): boolean =>
    answer.kind === 'list' && answer.names !== undefined;
  if (!isNamed(a) && !isNamed(b)) return null;
  const [left, right] = [itemsOf(a), itemsOf(b)];
  const [x, y] = [namesIn(a), namesIn(b)];
  const names = x ?? y ?? [];
  if (isNumbered({ names, values: left })) return matchMultiset(RULE, left, right, context, recurse);
  const order = x === null || y === null ? [] : x.map((name) => y.indexOf(name));
  const byName = order.length === right.length && !order.includes(-1);
  return matchInOrder('assignment', left, byName ? order.map((at) => right[at]!) : right, recurse);
}

const isPoint = (answer: Answer): boolean => answer.kind === 'tuple' || answer.kind === 'interval';

const itemsOf = (answer: ListAnswer | LogicAnswer): readonly Answer[] => partsOf(answer) ?? [answer];

/** A bare list or "and" against an ordered tuple. */
export function compareListWithTuple(
  list: ListAnswer | LogicAnswer,
  tuple: TupleAnswer | IntervalAnswer,
  context: Context,
  recurse: Compare,
): Finding | null {
  const items = asItems(tuple);
  if (items === null) return null;
  const named = assignmentOf(list);
  if (named === null) {
    // `x = 1, x = 2` are solutions of one unknown, never the coordinates of a point.
    const bare = itemsOf(list);
    return bare.some((item) => item.kind === 'relation') ? null : matchInOrder('tuple', bare, items, recurse);
  }
  const names = tuple.kind === 'tuple' ? tuple.names : undefined;
  if (names !== undefined) {
    if (new Set(names).size < names.length) return different('label');
    const byName = compareByName(named, { names, values: items }, context, recurse);
    if (byName !== null) return byName;
  }
  return matchInOrder('assignment', inOrder(named), items, recurse);
}

/** Coordinates come in the order of their letters, however they are listed; other names in the order written. */
const COORDINATES: readonly string[] = ['x', 'y', 'z'];

function inOrder({ names, values }: Assignment): readonly Answer[] {
  const order = names.map((name) => COORDINATES.indexOf(name));
  if (order.includes(-1)) return values;
  return COORDINATES.flatMap((_, letter) => values.filter((_value, at) => order[at] === letter));
}

/** A bare list against a set: the same members. Names (`x_1 = 1, x_2 = 3`) are taken off first. */
export function compareListWithSet(
  list: ListAnswer,
  set: SetAnswer,
  context: Context,
  recurse: Compare,
): Finding | null {
  if (!context.policy.listAsSet) return null;
  const named = assignmentOf(list);
  // `x = 2, y = 3` is the one point of {(2, 3)}.
  const [only, ...others] = set.elements;
  if (named !== null && !isNumbered(named) && only !== undefined && others.length === 0 && isPoint(only))
    return recurse(list, only);
  const items = named !== null && isNumbered(named) ? named.values : list.items;
  const finding = matchSet('list-as-set', items, set.elements, context, recurse);
  if (finding.kind === 'equal') return finding;
  return compareNumberSets(list, set, context) ?? finding;
}
