import type { Answer } from '../../../answer.js';
import type { Context } from '../../../context.js';
import type { Expr } from '../../../expr.js';
import { allOf, different, type Finding, undecided } from '../../../verdict.js';
import type { Compare } from '../../table.js';
import { matchSet } from '../collection/match.js';
import { compareCurves, compareFlats } from './affine.js';
import { type Range, rangeOf } from './domains.js';
import { compareIndexed, type Indexed } from './indexed.js';
import { replaceIn } from './replace.js';
import { expressionsOf, type Family } from './view.js';

const RULE = 'family';

/** Members a finite family is written out to, at most. */
const MAX_MEMBERS = 400;

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
  const indexed = (family: Family, ranges: Ranges): Indexed => {
    const [name, range] = [...ranges][0]!;
    return { bodies: family.bodies, name, range };
  };
  return compareIndexed(indexed(a, x), indexed(b, y), context, recurse);
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
  // A single number with a real parameter is a function of it; only points are compared as sets.
  if (p.kind === 'expression' || q.kind === 'expression') return compareRenamed(a, b, recurse);
  const flats = compareFlats(x, names, y, others, context);
  if (flats !== null) return flats;
  if (names.length !== 1 || others.length !== 1 || x.length !== y.length)
    return compareRenamed(a, b, recurse);
  return compareCurves(x, names[0]!, y, others[0]!, context) ?? compareRenamed(a, b, recurse);
}
