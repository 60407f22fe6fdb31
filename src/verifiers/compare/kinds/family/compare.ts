import type { Answer, IntervalAnswer } from '../../../answer.js';
import type { Context } from '../../../context.js';
import { type Expr, integer, rational } from '../../../expr.js';
import { allOf, different, type Finding, undecided } from '../../../verdict.js';
import { type Assumptions, compareExpressions, substitute } from '../../rules/index.js';
import type { Compare } from '../../table.js';
import { matchSet } from '../collection/match.js';
import { add, negate, subtract } from '../shared/build.js';
import { compareCurves, compareFlats } from './affine.js';
import { type Range, rangeOf } from './domains.js';
import { compareProgressions, type Progression, progressionsOf } from './progressions.js';
import { expressionsOf, type Family } from './view.js';

const RULE = 'family';

/** Members a finite family is written out to, at most. */
const MAX_MEMBERS = 400;
/** Shifts of an index that are tried on members that are not linear in it. */
const SHIFTS: readonly number[] = [0, 1, -1, 2, -2];

type Ranges = ReadonlyMap<string, Range>;

function rangesOf(family: Family, context: Context, naturalsFrom: 0 | 1): Ranges | null {
  const ranges = new Map<string, Range>();
  for (const [name, domain] of family.parameters) {
    const range = rangeOf(domain, context, naturalsFrom);
    if (range === null) return null;
    ranges.set(name, range);
  }
  return ranges;
}

/** An answer of value kind with symbols replaced. */
export function replaceIn(answer: Answer, map: ReadonlyMap<string, Expr>): Answer {
  switch (answer.kind) {
    case 'expression':
      return { ...answer, expr: substitute(answer.expr, map) };
    case 'interval':
      return { ...answer, low: substitute(answer.low, map), high: substitute(answer.high, map) };
    case 'tuple':
    case 'list':
      return { ...answer, items: answer.items.map((item) => replaceIn(item, map)) };
    case 'matrix':
      return { ...answer, rows: answer.rows.map((row) => row.map((entry) => substitute(entry, map))) };
    case 'relation':
      return { ...answer, sides: answer.sides.map((side) => substitute(side, map)) };
    default:
      return answer;
  }
}

/** The members of a family whose parameters take finitely many values; null when one takes infinitely many. */
function membersOf(family: Family, ranges: Ranges, context: Context): readonly Answer[] | null {
  let found: readonly Answer[] = family.bodies;
  for (const [name, range] of ranges) {
    if (range.kind !== 'values') return null;
    if (found.length * range.values.length > MAX_MEMBERS) return null;
    context.budget.spend(found.length * range.values.length);
    found = range.values.flatMap((value) => found.map((body) => replaceIn(body, new Map([[name, value]]))));
  }
  return found;
}

/** The members of a finite family as a list; null when it is not finite. */
export function finiteMembers(family: Family, context: Context): readonly Answer[] | null {
  const ranges = rangesOf(family, context, 1);
  return ranges === null ? null : membersOf(family, ranges, context);
}

/** Two families. */
export function compareFamilies(a: Family, b: Family, context: Context, recurse: Compare): Finding {
  const first = compareWith(a, b, context, recurse, 1);
  if (first.kind === 'equal') return first;
  const second = compareWith(a, b, context, recurse, 0);
  return second.kind === 'equal' ? second : first;
}

function compareWith(a: Family, b: Family, context: Context, recurse: Compare, naturalsFrom: 0 | 1): Finding {
  const [x, y] = [rangesOf(a, context, naturalsFrom), rangesOf(b, context, naturalsFrom)];
  if (x === null || y === null) return compareRestricted(a, b, recurse);
  const [left, right] = [membersOf(a, x, context), membersOf(b, y, context)];
  if (left !== null && right !== null) return matchSet(RULE, left, right, context, recurse);
  if (left !== null || right !== null) return different(RULE);
  return compareInfinite(a, x, b, y, context, recurse);
}

/** Parameters over intervals of reals: the same domains, and the same bodies after renaming. */
function compareRestricted(a: Family, b: Family, recurse: Compare): Finding {
  const [x, y] = [[...a.parameters], [...b.parameters]];
  if (x.length !== 1 || y.length !== 1 || a.bodies.length !== b.bodies.length) {
    return undecided('unsupported', 'families with restricted parameters');
  }
  const [[name, domain], [other, range]] = [x[0]!, y[0]!];
  if (typeof domain === 'string' || typeof range === 'string')
    return undecided('unsupported', 'families with different domains');
  const renaming = new Map<string, Expr>([[other, { node: 'symbol', name }]]);
  const bodies = a.bodies.map((body, i) => recurse(body, replaceIn(b.bodies[i]!, renaming)));
  const finding = allOf(RULE, [recurse(domain, range), ...bodies]);
  return finding.kind === 'different'
    ? undecided('unsupported', 'another parametrisation of a part of a curve')
    : finding;
}

function compareInfinite(
  a: Family,
  x: Ranges,
  b: Family,
  y: Ranges,
  context: Context,
  recurse: Compare,
): Finding {
  const integers = (ranges: Ranges): boolean =>
    [...ranges.values()].every((range) => range.kind !== 'reals' && range.kind !== 'constant');
  if (integers(x) !== integers(y)) return different(RULE);
  if (!integers(x)) return compareReal(a, b, context, recurse);
  if (x.size !== 1 || y.size !== 1) return compareRenamed(a, b, recurse);
  return compareIndexed(a, x, b, y, context, recurse);
}

/** Several parameters: the same bodies under some renaming. */
function compareRenamed(a: Family, b: Family, recurse: Compare): Finding {
  const [names, others] = [[...a.parameters.keys()], [...b.parameters.keys()]];
  if (names.length !== others.length || names.length > 3 || a.bodies.length !== b.bodies.length) {
    return undecided('unsupported', 'families with several parameters');
  }
  for (const order of orders(others)) {
    const renaming = new Map(
      order.map((other, i): [string, Expr] => [other, { node: 'symbol', name: names[i]! }]),
    );
    const finding = allOf(
      RULE,
      a.bodies.map((body, i) => recurse(body, replaceIn(b.bodies[i]!, renaming))),
    );
    if (finding.kind === 'equal') return finding;
  }
  return undecided('unsupported', 'families with several parameters');
}

function orders(names: readonly string[]): readonly (readonly string[])[] {
  if (names.length <= 1) return [names];
  return names.flatMap((name, i) => orders(names.filter((_, j) => j !== i)).map((rest) => [name, ...rest]));
}

/** Points with real parameters. */
function compareReal(a: Family, b: Family, context: Context, recurse: Compare): Finding {
  const [p, q] = [a.bodies[0]!, b.bodies[0]!];
  if (a.bodies.length !== 1 || b.bodies.length !== 1) return compareRenamed(a, b, recurse);
  const [x, y] = [expressionsOf(p), expressionsOf(q)];
  const [names, others] = [[...a.parameters.keys()], [...b.parameters.keys()]];
  const flats = compareFlats(x, names, y, others, context);
  if (flats !== null) return flats;
  if (names.length !== 1 || others.length !== 1 || x.length !== y.length)
    return compareRenamed(a, b, recurse);
  return compareCurves(x, names[0]!, y, others[0]!, context) ?? compareRenamed(a, b, recurse);
}

interface Indexed {
  readonly bodies: readonly Answer[];
  readonly name: string;
  readonly range: Range;
}

function compareIndexed(
  a: Family,
  x: Ranges,
  b: Family,
  y: Ranges,
  context: Context,
  recurse: Compare,
): Finding {
  const indexed = (family: Family, ranges: Ranges): Indexed => {
    const [name, range] = [...ranges][0]!;
    return { bodies: family.bodies, name, range };
  };
  const [p, q] = [indexed(a, x), indexed(b, y)];
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
  const same = (body: Answer, other: Answer): Finding =>
    sameBand(body as IntervalAnswer, p.name, other as IntervalAnswer, q.name, context);
  const findings = p.bodies.map((body) => best(q.bodies.map((other) => same(body, other))));
  const back = q.bodies.map((other) => best(p.bodies.map((body) => same(body, other))));
  return allOf('repeated-intervals', [...findings, ...back]);
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
  const at = (expr: Expr, name: string): Expr => substitute(expr, new Map([[name, integer(0)]]));
  const widths: readonly [Expr, Expr] = [subtract(a.high, a.low), subtract(b.high, b.low)];
  return allOf('repeated-intervals', [
    starts,
    compareExpressions(at(widths[0], aName), at(widths[1], bName), context),
    compareExpressions(widths[0], at(widths[0], aName), context),
    compareExpressions(widths[1], at(widths[1], bName), context),
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

function sameBodies(
  a: readonly Answer[],
  b: readonly Answer[],
  name: string,
  context: Context,
  recurse: Compare,
): Finding {
  const assume: Assumptions = new Map([[name, 'integer']]);
  const compare: Compare = (left, right) =>
    left.kind === 'expression' && right.kind === 'expression'
      ? compareExpressions(left.expr, right.expr, context, assume)
      : recurse(left, right);
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
