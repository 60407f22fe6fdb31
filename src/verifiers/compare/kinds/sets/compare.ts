import type { Answer } from '../../../answer.js';
import type { Context } from '../../../context.js';
import { ZERO } from '../../../exact/build.js';
import type { Expr } from '../../../expr.js';
import { formatExpr } from '../../../format.js';
import { allOf, different, equal, type Finding } from '../../../verdict.js';
import { compareExpressions } from '../../rules/index.js';
import { simplifyCells, Unordered } from './cells.js';
import { integerRuns, members, type Run } from './integers.js';
import { type NumberSet, numberSet } from './of-answer.js';
import { finiteSet, isEmpty, type RealSet } from './real-set.js';
import { relationSet } from './solve.js';

const RULE = 'number-sets';

/** Two sets of reals, piece by piece. */
function compareReal(a: RealSet, b: RealSet, context: Context): Finding {
  const [x, y] = [simplifyCells(a), simplifyCells(b)];
  const shape = x.points.length === y.points.length && sameList(x.at, y.at) && sameList(x.between, y.between);
  if (!shape) return different(RULE, 'proved', witness(x, y));
  const ends = x.points.map((point, i) => compareExpressions(point, y.points[i]!, context));
  const finding = allOf(RULE, ends);
  return finding.kind === 'different' ? different(RULE, finding.certainty, witness(x, y)) : finding;
}

const sameList = (a: readonly boolean[], b: readonly boolean[]): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i]);

const witness = (a: RealSet, b: RealSet): { at: Record<string, string>; gold: string; given: string } => ({
  at: {},
  gold: written(a),
  given: written(b),
});

/** A set of reals in interval notation. */
function written(set: RealSet): string {
  const parts: string[] = [];
  const bound = (i: number): string =>
    i < 0 ? '-∞' : i >= set.points.length ? '∞' : formatExpr(set.points[i]!);
  for (let i = 0; i < set.between.length; i += 1) {
    if (set.between[i])
      parts.push(`${i > 0 && set.at[i - 1] ? '[' : '('}${bound(i - 1)}, ${bound(i)}${set.at[i] ? ']' : ')'}`);
    const alone = set.at[i] === true && !set.between[i] && !set.between[i + 1];
    if (alone) parts.push(`{${bound(i)}}`);
  }
  return parts.length === 0 ? '∅' : parts.join(' ∪ ');
}

const sameRun = (a: Run, b: Run): boolean => a.from === b.from && a.to === b.to;

function compareSets(a: NumberSet, b: NumberSet, context: Context): Finding {
  if (!a.integers && !b.integers) return compareReal(a.set, b.set, context);
  const [left, right] = [runsOf(a, context), runsOf(b, context)];
  if (left !== null && right !== null) {
    const same = left.length === right.length && left.every((run, i) => sameRun(run, right[i]!));
    return same ? equal(RULE) : different(RULE);
  }
  const [x, y] = [listed(a, left, context), listed(b, right, context)];
  return x === null || y === null ? different(RULE) : compareReal(x, y, context);
}

const runsOf = (set: NumberSet, context: Context): readonly Run[] | null =>
  set.integers ? integerRuns(set.set, context) : null;

/** Finitely many integers as a set of points. */
function listed(set: NumberSet, runs: readonly Run[] | null, context: Context): RealSet | null {
  if (runs === null) return set.set;
  const points = members(runs, context);
  return points === null ? null : finiteSet(points, context);
}

/** Whether two answers are the same set of numbers; null when either is no set that is known. */
export function compareNumberSets(gold: Answer, given: Answer, context: Context): Finding | null {
  const found = compareWithNaturals(gold, given, context, 1);
  // Authors differ on whether 0 is natural: the reading that makes the two agree is the one meant.
  if (found?.kind === 'equal' || !(mentionsNaturals(gold) || mentionsNaturals(given))) return found;
  const other = compareWithNaturals(gold, given, context, 0);
  return other?.kind === 'equal' ? other : found;
}

function compareWithNaturals(
  gold: Answer,
  given: Answer,
  context: Context,
  naturalsFrom: 0 | 1,
): Finding | null {
  try {
    const reading = { context, variable: null, naturalsFrom } as const;
    const a = numberSet(gold, reading);
    const b = a === null ? null : numberSet(given, reading);
    if (a === null || b === null) return null;
    // An equation that nothing satisfies (`x = ∞`) is not the statement that there is nothing.
    if ((isEquation(gold) || isEquation(given)) && isEmpty(a.set) && isEmpty(b.set)) return null;
    return compareSets(a, b, context);
  } catch (error) {
    if (error instanceof Unordered) return null;
    throw error;
  }
}

const isEquation = (answer: Answer): boolean =>
  answer.kind === 'relation' &&
  answer.operators.some((operator) => operator === '=' || operator === 'approx');

function mentionsNaturals(answer: Answer): boolean {
  switch (answer.kind) {
    case 'expression':
      return answer.expr.node === 'symbol' && answer.expr.name === 'Naturals';
    case 'set-operation':
    case 'logic':
      return answer.parts.some(mentionsNaturals);
    case 'set-builder':
      return answer.conditions.some(mentionsNaturals);
    default:
      return false;
  }
}

/** The real roots of two expressions in one unknown, as sets; null when they are not known. */
export function compareRoots(a: Expr, b: Expr, variable: string, context: Context): Finding | null {
  const rootsOf = (left: Expr): RealSet | null =>
    relationSet({ kind: 'relation', sides: [left, ZERO], operators: ['='] }, variable, context);
  try {
    const x = rootsOf(a);
    const y = x === null ? null : rootsOf(b);
    return x === null || y === null ? null : compareReal(x, y, context);
  } catch (error) {
    if (error instanceof Unordered) return null;
    throw error;
  }
}
