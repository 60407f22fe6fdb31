import type { Answer, IntervalAnswer } from '../../../answer.js';
import type { Context } from '../../../context.js';
import { add, negate, subtract } from '../../../exact/build.js';
import { type Expr, integer, rational } from '../../../expr.js';
import { allOf, different, type Finding, undecided } from '../../../verdict.js';
import { type Assumptions, compareExpressions, substitute } from '../../rules/index.js';
import type { Compare } from '../../table.js';
import { matchInOrder, matchSet } from '../collection/match.js';
import { asItems } from '../collection/tuples.js';
import type { Range } from './domains.js';
import { compareProgressions, type Progression, progressionsOf } from './progressions.js';
import { replaceIn } from './replace.js';

const RULE = 'family';

/** Shifts of an index that are tried on members that are not linear in it. */
const SHIFTS: readonly number[] = [0, 1, -1, 2, -2];

/** A family with one index. */
export interface Indexed {
  readonly bodies: readonly Answer[];
  readonly name: string;
  readonly range: Range;
}

/** Two families with one integer index each. */
export function compareIndexed(p: Indexed, q: Indexed, context: Context, recurse: Compare): Finding {
  if (p.range.kind === 'integers' && q.range.kind === 'integers') {
    return progressions(p, q, context) ?? bands(p, q, context) ?? shifted(p, q, context, recurse);
  }
  if (p.range.kind === 'integers' || q.range.kind === 'integers') return different(RULE);
  return fromStart(p, q, context, recurse);
}

/** Scalar bodies that are linear in the index. */
function progressions(p: Indexed, q: Indexed, context: Context): Finding | null {
  const [left, right] = [progressionList(p, context), progressionList(q, context)];
  return left === null || right === null ? null : compareProgressions(left, right, context);
}

function progressionList({ bodies, name }: Indexed, context: Context): readonly Progression[] | null {
  const found: Progression[] = [];
  for (const body of bodies) {
    const list = body.kind === 'expression' ? progressionsOf(body.expr, name, context) : null;
    if (list === null) return null;
    found.push(...list);
  }
  return found;
}

/** Intervals that repeat: `(kπ, kπ + 1)`. Each band needs a partner with the same ends modulo the step. */
function bands(p: Indexed, q: Indexed, context: Context): Finding | null {
  if (![...p.bodies, ...q.bodies].every((body) => body.kind === 'interval')) return null;
  const arePoints = [p, q].every(({ bodies, name }) => bodies.every((body) => isPoint(body, name, context)));
  if (arePoints) return null;
  const same = (body: Answer, other: Answer): Finding =>
    sameBand(body as IntervalAnswer, p.name, other as IntervalAnswer, q.name, context);
  const findings = p.bodies.map((body) => best(q.bodies.map((other) => same(body, other))));
  const back = q.bodies.map((other) => best(p.bodies.map((body) => same(body, other))));
  return allOf('repeated-intervals', [...findings, ...back]);
}

/** An expression where its index is 0. */
const atZero = (expr: Expr, name: string): Expr => substitute(expr, new Map([[name, integer(0)]]));

/** `(kπ, 0)`: brackets whose width would change with the index hold coordinates. */
function isPoint(body: Answer, name: string, context: Context): boolean {
  if (body.kind !== 'interval' || !body.ambiguous) return false;
  const width = subtract(body.high, body.low);
  return compareExpressions(width, atZero(width, name), context).kind === 'different';
}

const best = (findings: readonly Finding[]): Finding =>
  findings.find((finding) => finding.kind === 'equal') ??
  findings.find((finding) => finding.kind === 'undecided') ??
  different('repeated-intervals');

function sameBand(
  a: IntervalAnswer,
  aName: string,
  b: IntervalAnswer,
  bName: string,
  context: Context,
): Finding {
  if (a.lowClosed !== b.lowClosed || a.highClosed !== b.highClosed) return different('interval-ends');
  const [low, other] = [progressionsOf(a.low, aName, context), progressionsOf(b.low, bName, context)];
  if (low?.length !== 1 || other?.length !== 1) return undecided('unsupported', 'ends of repeated intervals');
  const starts = compareProgressions(low, other, context);
  if (starts.kind !== 'equal') return starts;
  // With the low ends aligned, the widths must agree.
  const widths: readonly [Expr, Expr] = [subtract(a.high, a.low), subtract(b.high, b.low)];
  return allOf('repeated-intervals', [
    starts,
    compareExpressions(atZero(widths[0], aName), atZero(widths[1], bName), context),
    compareExpressions(widths[0], atZero(widths[0], aName), context),
    compareExpressions(widths[1], atZero(widths[1], bName), context),
  ]);
}

/** Any bodies: the same after `k → ±k + s` for a small s. */
function shifted(p: Indexed, q: Indexed, context: Context, recurse: Compare): Finding {
  const k: Expr = { node: 'symbol', name: p.name };
  for (const shift of SHIFTS) {
    for (const index of [k, negate(k)]) {
      const moved = q.bodies.map((body) =>
        replaceIn(body, new Map([[q.name, add(index, rational(BigInt(shift)))]])),
      );
      const finding = sameBodies(p.bodies, moved, p.name, context, recurse);
      if (finding.kind === 'equal') return finding;
    }
  }
  return undecided('unsupported', 'two families in an integer');
}

const coordinatesOf = (body: Answer): readonly Answer[] | null =>
  body.kind === 'tuple' || (body.kind === 'interval' && body.ambiguous) ? asItems(body) : null;

function sameBodies(
  a: readonly Answer[],
  b: readonly Answer[],
  name: string,
  context: Context,
  recurse: Compare,
): Finding {
  const assume: Assumptions = new Map([[name, 'integer']]);
  const compare: Compare = (left, right) => {
    if (left.kind === 'expression' && right.kind === 'expression')
      return compareExpressions(left.expr, right.expr, context, assume);
    // Coordinates share the index: none of them may be renumbered by itself.
    const [x, y] = [coordinatesOf(left), coordinatesOf(right)];
    return x !== null && y !== null ? matchInOrder(RULE, x, y, compare) : recurse(left, right);
  };
  return matchSet(RULE, a, b, context, compare);
}

/** Indices that start (or end) somewhere: both counted from there. */
function fromStart(p: Indexed, q: Indexed, context: Context, recurse: Compare): Finding {
  const counted = ({ bodies, name, range }: Indexed): readonly Answer[] | null => {
    if (range.kind !== 'from' && range.kind !== 'to') return null;
    const k: Expr = { node: 'symbol', name: p.name };
    const index = add(rational(range.end), range.kind === 'from' ? k : negate(k));
    return bodies.map((body) => replaceIn(body, new Map([[name, index]])));
  };
  const [left, right] = [counted(p), counted(q)];
  if (left === null || right === null) return undecided('unsupported', 'ranges of two indices');
  const finding = sameBodies(left, right, p.name, context, recurse);
  return finding.kind === 'different' ? different(RULE, 'probable') : finding;
}
