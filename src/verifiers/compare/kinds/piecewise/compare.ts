import type { Answer, PiecewiseAnswer } from '../../../answer.js';
import type { Context } from '../../../context.js';
import type { Expr } from '../../../expr.js';
import { allOf, different, type Finding, undecided } from '../../../verdict.js';
import { compareExpressions, freeSymbols, mentions, substitute } from '../../rules/index.js';
import type { Compare } from '../../table.js';
import { INDEX_LETTERS } from '../family/view.js';
import { statedValue } from '../relation/value.js';
import { Unordered } from '../sets/cells.js';
import { integerRuns } from '../sets/integers.js';
import { numberSet } from '../sets/of-answer.js';
import {
  complement,
  difference,
  EMPTY,
  EVERYTHING,
  intersection,
  isEmpty,
  type RealSet,
  union,
} from '../sets/real-set.js';
import { inLine } from './in-line.js';
import { areApart, compareByResidues } from './residues.js';
import { signedOn } from './signed.js';

const RULE = 'piecewise';

/** One case with the numbers it holds for. */
interface Piece {
  readonly value: Expr;
  readonly where: RealSet;
}

/** A function of one real variable, piece by piece; outside all pieces it has no value. */
interface Pieces {
  readonly pieces: readonly Piece[];
  readonly domain: RealSet;
}

/** The value of a case, without a name before it. */
function caseValue(answer: Answer, context: Context): Expr | null {
  if (answer.kind === 'expression') return answer.expr;
  if (answer.kind !== 'relation') return null;
  const stated = statedValue(answer, context);
  return stated === null || stated === 'contradiction' ? null : stated.value;
}

/** The variable that the conditions are about. */
function variableOf(answer: PiecewiseAnswer, context: Context): string | null {
  const names = new Set<string>();
  for (const { value } of answer.cases) {
    const expr = caseValue(value, context);
    if (expr !== null) for (const name of freeSymbols(expr)) names.add(name);
  }
  for (const { condition } of answer.cases) {
    if (condition === 'otherwise') continue;
    for (const name of conditionSymbols(condition)) names.add(name);
  }
  const [only] = names;
  return names.size === 1 ? (only ?? null) : null;
}

function conditionSymbols(condition: Answer): readonly string[] {
  if (condition.kind === 'relation') return condition.sides.flatMap((side) => freeSymbols(side));
  if (condition.kind === 'logic') return condition.parts.flatMap(conditionSymbols);
  return 'variable' in condition && condition.variable !== undefined ? [condition.variable] : [];
}

/** Cases with their sets of numbers; an earlier case wins where two overlap. Throws Unordered. */
function piecesOf(answer: PiecewiseAnswer, variable: string, context: Context): Pieces | null {
  const pieces: Piece[] = [];
  let domain: RealSet = EMPTY;
  for (const { value, condition } of answer.cases) {
    const expr = caseValue(value, context);
    const where = condition === 'otherwise' ? EVERYTHING : realSet(condition, variable, context);
    if (expr === null || where === null) return null;
    pieces.push({ value: expr, where: difference(where, domain, context) });
    domain = union(domain, where, context);
  }
  return { pieces, domain };
}

function realSet(condition: Answer, variable: string, context: Context): RealSet | null {
  const found = numberSet(condition, { context, variable, naturalsFrom: 1 });
  // An index goes through the whole numbers anyway.
  return found === null || (found.integers && !INDEX_LETTERS.has(variable)) ? null : found.set;
}

/** Do the conditions exclude one another, so that none of the cases is a value beside another one? */
function areSeparate({ cases }: PiecewiseAnswer, variable: string, context: Context): boolean {
  const conditions = cases.flatMap(({ condition }) => (condition === 'otherwise' ? [] : [condition]));
  if (areApart(conditions)) return true;
  let domain: RealSet = EMPTY;
  for (const condition of conditions) {
    const where = realSet(condition, variable, context);
    if (where === null || !isEmpty(intersection(where, domain, context))) return false;
    domain = union(domain, where, context);
  }
  return true;
}

/** A function whose cases may stand in one line, against another answer; null when they do not. */
export function compareInLine(a: Answer, b: Answer, context: Context, recurse: Compare): Finding | null {
  const cases = inLine(a);
  const variable = cases === null ? null : variableOf(cases, context);
  if (cases === null || variable === null) return null;
  return ordered(() => (areSeparate(cases, variable, context) ? recurse(cases, b) : null));
}

/** Two values on a set: as functions, then as what they are where absolute values have one sign, then at points. */
function compareOn(a: Expr, b: Expr, where: RealSet, variable: string, context: Context): Finding {
  const points = where.between.includes(true) ? null : where.points.filter((_, i) => where.at[i]);
  if (points !== null) {
    const at = (expr: Expr, point: Expr): Expr => substitute(expr, new Map([[variable, point]]));
    return allOf(
      RULE,
      points.map((point) => compareExpressions(at(a, point), at(b, point), context)),
    );
  }
  const finding = compareExpressions(a, b, context);
  if (finding.kind !== 'different') return finding;
  const [x, y] = [signedOn(a, where, variable, context), signedOn(b, where, variable, context)];
  // Different functions may still agree on a part of the line only when they hide a case of their own.
  if (x === a && y === b)
    return hidesCases(a) || hidesCases(b)
      ? undecided('unsupported', 'values on a part of the line')
      : finding;
  return compareExpressions(x, y, context);
}

const CASES: ReadonlySet<string> = new Set([
  'Abs',
  'Sign',
  'Floor',
  'Ceiling',
  'Min',
  'Max',
  'Root',
  'Power',
]);

function hidesCases(expr: Expr): boolean {
  if (expr.node !== 'apply') return false;
  const fractional = expr.head === 'Power' && expr.args[1]?.node === 'number' && expr.args[1].den === 1n;
  return (CASES.has(expr.head) && !fractional) || expr.args.some(hidesCases);
}

/** Index letters go through the whole numbers: `n = 1` and `n ≥ 2` leave nothing out between them. */
const leavesOut = (outside: RealSet, variable: string, context: Context): boolean =>
  !isEmpty(outside) && !(INDEX_LETTERS.has(variable) && integerRuns(outside, context).length === 0);

function comparePieces(a: Pieces, b: Pieces, variable: string, context: Context): Finding {
  const findings: Finding[] = [];
  for (const x of a.pieces) {
    for (const y of b.pieces) {
      const where = intersection(x.where, y.where, context);
      if (!isEmpty(where)) findings.push(compareOn(x.value, y.value, where, variable, context));
    }
  }
  const outside = union(
    difference(a.domain, b.domain, context),
    difference(b.domain, a.domain, context),
    context,
  );
  if (leavesOut(outside, variable, context)) findings.push(different('piecewise-domain'));
  return allOf(RULE, findings);
}

/** Runs a comparison that needs the order of ends; null when it is not known. */
function ordered(work: () => Finding | null): Finding | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof Unordered) return null;
    throw error;
  }
}

/** Two functions by cases. */
export function comparePiecewise(
  a: PiecewiseAnswer,
  b: PiecewiseAnswer,
  context: Context,
  recurse: Compare,
): Finding {
  const [x, y] = [variableOf(a, context), variableOf(b, context)];
  const bySets =
    x === null || y === null
      ? null
      : ordered(() => {
          const left = piecesOf(a, x, context);
          const right = left === null ? null : piecesOf(renamed(b, y, x), x, context);
          return left === null || right === null ? null : comparePieces(left, right, x, context);
        });
  const valueIn = (value: Answer): Expr | null => caseValue(value, context);
  return bySets ?? compareByResidues(a, b, valueIn, context) ?? caseByCase(a, b, recurse);
}

/** The argument of one function under the name of the other's. */
function renamed(answer: PiecewiseAnswer, from: string, to: string): PiecewiseAnswer {
  if (from === to) return answer;
  const map = new Map<string, Expr>([[from, { node: 'symbol', name: to }]]);
  const rename = (part: Answer): Answer => {
    if (part.kind === 'expression') return { ...part, expr: substitute(part.expr, map) };
    if (part.kind === 'relation') return { ...part, sides: part.sides.map((side) => substitute(side, map)) };
    if (part.kind === 'logic') return { ...part, parts: part.parts.map(rename) };
    return 'variable' in part && part.variable === from ? { ...part, variable: to } : part;
  };
  const cases = answer.cases.map(({ value, condition }) => ({
    value: rename(value),
    condition: condition === 'otherwise' ? condition : rename(condition),
  }));
  return { ...answer, cases };
}

/** Conditions that are no sets of numbers: each case must have a partner with an equal condition and value. */
function caseByCase(a: PiecewiseAnswer, b: PiecewiseAnswer, recurse: Compare): Finding {
  const open = undecided('unsupported', 'conditions of a function by cases');
  if (a.cases.length !== b.cases.length) return open;
  const free = [...b.cases];
  for (const { value, condition } of a.cases) {
    const at = free.findIndex((other) => {
      const same =
        condition === 'otherwise' || other.condition === 'otherwise'
          ? condition === other.condition
          : recurse(condition, other.condition).kind === 'equal';
      return same && recurse(value, other.value).kind === 'equal';
    });
    if (at < 0) return open;
    free.splice(at, 1);
  }
  return allOf(RULE, [{ kind: 'equal', by: RULE, certainty: 'proved' }]);
}

/** A function by cases against one expression: every case agrees with it, and the cases cover the line. */
export function comparePiecewiseWith(a: PiecewiseAnswer, value: Expr, context: Context): Finding | null {
  const byResidues = compareByResidues(a, value, (part) => caseValue(part, context), context);
  if (byResidues !== null) return byResidues;
  const variable = variableOf(a, context);
  if (variable === null) return null;
  return ordered(() => {
    const pieces = piecesOf(a, variable, context);
    if (pieces === null) return null;
    // One case under an inequality is a remark on the domain, which the other side may leave out.
    const remark = a.cases.length === 1 && pieces.domain.between.includes(true);
    const whole: Pieces = remark
      ? { pieces: [{ value, where: pieces.domain }], domain: pieces.domain }
      : { pieces: [{ value, where: EVERYTHING }], domain: EVERYTHING };
    // "5 if n > 2" is no remark on 5: what holds outside is not said.
    if (remark && !mentions(pieces.pieces[0]!.value, variable)) return null;
    if (remark) return compareExpressions(pieces.pieces[0]!.value, value, context);
    return comparePieces(withoutHoles(pieces, variable, context), whole, variable, context);
  });
}

/** Isolated points without a value are ignored, as everywhere; a sequence starts at 0 or 1. */
function withoutHoles(pieces: Pieces, variable: string, context: Context): Pieces {
  const everywhere: Pieces = { ...pieces, domain: EVERYTHING };
  if (INDEX_LETTERS.has(variable)) {
    const [run, ...others] = integerRuns(pieces.domain, context);
    const counts = run !== undefined && others.length === 0 && run.to === null;
    if (counts && (run.from === 0n || run.from === 1n)) return everywhere;
  }
  return complement(pieces.domain).between.includes(true) ? pieces : everywhere;
}
