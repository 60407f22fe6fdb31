import type {
  Answer,
  LogicAnswer,
  RelationAnswer,
  SetBuilderAnswer,
  SetOperationAnswer,
} from '../../../answer.js';
import type { Context } from '../../../context.js';
import type { Expr } from '../../../expr.js';
import { freeSymbols, sameTree } from '../../rules/index.js';
import { isLabel, isModulus } from '../relation/label.js';
import { order } from './cells.js';
import {
  complement,
  difference,
  EMPTY,
  EVERYTHING,
  finiteSet,
  intersection,
  intervalSet,
  isEmpty,
  type RealSet,
  union,
} from './real-set.js';
import { relationSet } from './solve.js';

/** A set of numbers: real ones, or the integers among them. */
export interface NumberSet {
  readonly set: RealSet;
  readonly integers: boolean;
}

/** What reading one answer as a set needs to know. */
export interface Reading {
  readonly context: Context;
  /** The variable of the conditions, when the answer itself does not tell. */
  readonly variable: string | null;
  /** Where ℕ starts: 0 or 1, as authors differ. */
  readonly naturalsFrom: 0 | 1;
}

const real = (set: RealSet): NumberSet => ({ set, integers: false });

/**
 * The set of numbers an answer denotes: intervals, finite sets, conditions on one variable and whatever ∪, ∩, ∖, "and"
 * and "or" make of them. Null when it is none, or is not known. Throws Unordered when two ends cannot be ordered.
 */
export function numberSet(answer: Answer, reading: Reading): NumberSet | null {
  const { context } = reading;
  context.budget.spend();
  const own = 'variable' in answer ? answer.variable : undefined;
  if (own !== undefined && reading.variable !== null && own !== reading.variable) return null;
  switch (answer.kind) {
    case 'interval':
      // Nobody writes the empty set or one number as an interval: such brackets hold a point or a list.
      if (order(answer.low, answer.high, context) > (answer.ambiguous ? -1 : 0)) return null;
      return real(intervalSet(answer.low, answer.high, answer.lowClosed, answer.highClosed, context));
    case 'expression':
      return namedSet(answer.expr, reading);
    case 'set':
      return elementSet(answer.elements, reading);
    case 'set-operation':
      return operationSet(answer, reading);
    case 'set-builder':
      return builderSet(answer, reading);
    case 'relation':
      return conditionSet(answer, reading);
    case 'logic':
      return logicSet(answer, reading);
    case 'list':
      if (answer.items.every(isCondition)) return jointSet(answer.items, reading);
      // `(−∞, 1), (2, ∞)`: intervals with commas or words between them are all meant.
      return answer.items.every((item) => item.kind === 'interval') ? joinApart(answer.items, reading) : null;
    default:
      return null;
  }
}

function namedSet(expr: Expr, { naturalsFrom }: Reading): NumberSet | null {
  if (expr.node !== 'symbol') return null;
  if (expr.name === 'Reals') return real(EVERYTHING);
  if (expr.name === 'EmptySet') return real(EMPTY);
  if (expr.name === 'Integers') return { set: EVERYTHING, integers: true };
  if (expr.name !== 'Naturals') return null;
  const zero: Expr = { node: 'number', num: BigInt(naturalsFrom), den: 1n };
  return { set: { points: [zero], at: [true], between: [false, true] }, integers: true };
}

function elementSet(elements: readonly Answer[], { context }: Reading): NumberSet | null {
  const points: Expr[] = [];
  for (const element of elements) {
    if (element.kind !== 'expression') return null;
    points.push(element.expr);
  }
  return real(finiteSet(points, context));
}

/** Integers, or finitely many numbers that are. */
const isWhole = ({ set, integers }: NumberSet): boolean =>
  integers ||
  (!set.between.includes(true) && set.points.every((point) => point.node === 'number' && point.den === 1n));

/** Two sets joined; a mix of integers and reals is settled only where the result is clear. */
function join(
  a: NumberSet,
  b: NumberSet,
  operation: SetOperationAnswer['operation'],
  context: Context,
): NumberSet | null {
  if (operation === 'intersection') {
    return { set: intersection(a.set, b.set, context), integers: a.integers || b.integers };
  }
  if (operation === 'difference') {
    if (b.integers && !a.integers) return null;
    return { set: difference(a.set, b.set, context), integers: a.integers };
  }
  const integers = a.integers || b.integers;
  if (integers && !(isWhole(a) && isWhole(b))) return null;
  return { set: union(a.set, b.set, context), integers };
}

function joinAll(
  parts: readonly Answer[],
  operation: SetOperationAnswer['operation'],
  reading: Reading,
): NumberSet | null {
  let result: NumberSet | null = null;
  for (const part of parts) {
    const next = numberSet(part, reading);
    if (next === null) return null;
    result = result === null ? next : join(result, next, operation, reading.context);
    if (result === null) return null;
  }
  return result;
}

/** The union of sets that do not meet. Of two that overlap, as in "[1, 2] or [1, 2)", each was offered by itself. */
function joinApart(parts: readonly Answer[], reading: Reading): NumberSet | null {
  let result: NumberSet = real(EMPTY);
  for (const part of parts) {
    const next = numberSet(part, reading);
    if (next === null || !isEmpty(intersection(result.set, next.set, reading.context))) return null;
    result = real(union(result.set, next.set, reading.context));
  }
  return result;
}

const operationSet = (answer: SetOperationAnswer, reading: Reading): NumberSet | null =>
  joinAll(answer.parts, answer.operation, reading);

function builderSet({ element, conditions }: SetBuilderAnswer, reading: Reading): NumberSet | null {
  if (element.kind !== 'expression' || element.expr.node !== 'symbol') return null;
  return joinAll(conditions, 'intersection', { ...reading, variable: element.expr.name });
}

const ORDERING: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', '!=']);

/** True for an inequality, or a membership. */
const isCondition = (answer: Answer): boolean =>
  (answer.kind === 'relation' && answer.operators.every((operator) => ORDERING.has(operator))) ||
  ((answer.kind === 'interval' || answer.kind === 'set-operation') && answer.variable !== undefined) ||
  answer.kind === 'logic';

/** Letters that are unknowns rather than parameters when a condition has both. */
const UNKNOWNS: ReadonlySet<string> = new Set(['x', 'y', 'z', 't', 'theta']);

/** The variable of a condition: its only symbol, the middle of a chain, or the side that is a symbol by itself. */
export function conditionVariable(relation: RelationAnswer): string | null {
  const { sides } = relation;
  const free = new Set(sides.flatMap((side) => freeSymbols(side)));
  if (free.size === 1) return [...free][0]!;
  const bare = (sides.length === 3 ? [sides[1]!] : sides).flatMap((side) =>
    side.node === 'symbol' ? [side.name] : [],
  );
  const name = bare.length === 1 ? bare[0]! : bare.find((one) => UNKNOWNS.has(one));
  if (name === undefined) return null;
  const uses = sides.filter((side) => freeSymbols(side).includes(name));
  return uses.length === 1 ? name : null;
}

/** `0 < f(x) < 1`: a named quantity that is itself the variable. */
function withoutNamedQuantity(relation: RelationAnswer): RelationAnswer {
  const [first, ...others] = relation.sides.filter((side) => freeSymbols(side).length > 0);
  if (first === undefined || first.node === 'symbol' || !isLabel(first) || isModulus(first)) return relation;
  if (!others.every((side) => sameTree(side, first))) return relation;
  const variable: Expr = { node: 'symbol', name: 'quantity' };
  return { ...relation, sides: relation.sides.map((side) => (sameTree(side, first) ? variable : side)) };
}

const isAlone = (side: Expr): boolean => side.node === 'symbol';

function conditionSet(condition: RelationAnswer, reading: Reading): NumberSet | null {
  const relation = reading.variable === null ? withoutNamedQuantity(condition) : condition;
  // By itself an equation still to be solved is not the set of its roots.
  if (reading.variable === null && relation.operators.includes('=') && !relation.sides.some(isAlone))
    return null;
  const variable = reading.variable ?? conditionVariable(relation);
  if (variable === null) return null;
  const set = relationSet(relation, variable, reading.context);
  return set === null ? null : real(set);
}

/** The one variable that all parts speak about. */
function sharedVariable(parts: readonly Answer[]): string | null {
  const names = new Set<string>();
  const visit = (part: Answer): void => {
    if (part.kind === 'relation') names.add(conditionVariable(part) ?? '');
    else if (part.kind === 'logic') part.parts.forEach(visit);
    else if ('variable' in part && part.variable !== undefined) names.add(part.variable);
    else names.add('');
  };
  parts.forEach(visit);
  const [only] = names;
  return names.size === 1 && only !== '' ? (only ?? null) : null;
}

function logicSet({ operation, parts }: LogicAnswer, reading: Reading): NumberSet | null {
  const variable = reading.variable ?? sharedVariable(parts);
  if (variable === null) return null;
  const inner = { ...reading, variable };
  if (operation === 'or') return joinAll(parts, 'union', inner);
  if (operation === 'and') return joinAll(parts, 'intersection', inner);
  const negated = numberSet(parts[0]!, inner);
  return negated === null || negated.integers ? null : real(complement(negated.set));
}

/**
 * Conditions with commas between them. They hold together; where nothing satisfies all of them they can only have been
 * meant as alternatives (`x < −1, x > 3`).
 */
function jointSet(items: readonly Answer[], reading: Reading): NumberSet | null {
  const variable = reading.variable ?? sharedVariable(items);
  if (variable === null) return null;
  const inner = { ...reading, variable };
  const both = joinAll(items, 'intersection', inner);
  if (both === null || !isEmpty(both.set)) return both;
  return joinAll(items, 'union', inner);
}
