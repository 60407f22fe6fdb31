import type { Context } from '../../../context.js';
import { add, multiply, ONE, subtract, sumOf, ZERO } from '../../../exact/build.js';
import { type Expr, integer, rational } from '../../../expr.js';
import { allOf, different, equal, type Finding, undecided } from '../../../verdict.js';
import { compareExpressions, differByConstants, substitute } from '../../rules/index.js';
import { proportional } from '../relation/equation.js';
import { withLinearConstants } from './reparametrise.js';

/** A family of functions `rest + Σ cᵢ·basisᵢ`, the cᵢ any constants. */
interface LinearFamily {
  readonly rest: Expr;
  readonly basis: readonly Expr[];
}

const RULE = 'constants-of-integration';

/** Constants that are matched in every order, at most. */
const MAX_ORDERS = 3;

/** The family that an expression is in its constants, when it is linear in them. */
function linearFamily(expr: Expr, names: readonly string[], context: Context): LinearFamily | null {
  const at = (one: string | null): Expr =>
    substitute(expr, new Map(names.map((name) => [name, integer(name === one ? 1 : 0)])));
  const rest = at(null);
  const basis = names.map((name) => subtract(at(name), rest));
  const rebuilt = sumOf([rest, ...names.map((name, i) => multiply(basis[i]!, { node: 'symbol', name }))]);
  return compareExpressions(expr, rebuilt, context).kind === 'equal' ? { rest, basis } : null;
}

const isZero = (expr: Expr, context: Context): Finding => compareExpressions(expr, ZERO, context);

/** Is `expr` a constant multiple of one of several functions, or zero? `different` when it is of none of them. */
function isMultiple(expr: Expr, basis: readonly Expr[], context: Context): Finding {
  const zero = isZero(expr, context);
  if (zero.kind === 'equal') return zero;
  let open: Finding | null = zero.kind === 'undecided' ? zero : null;
  for (const element of basis) {
    const finding = proportional(expr, element, context);
    if (finding.kind === 'equal') return finding;
    if (finding.kind === 'undecided') open ??= finding;
  }
  return open ?? different(RULE);
}

/** Every function of one basis as a multiple of one of the other, each of another one. */
function sameBasis(a: readonly Expr[], b: readonly Expr[], context: Context): Finding {
  const free = [...b];
  const findings: Finding[] = [];
  for (const element of a) {
    const tried = free.map((other) => nonZeroMultiple(element, other, context));
    const at = tried.findIndex((finding) => finding.kind === 'equal');
    if (at < 0) {
      const off = tried.find((finding) => finding.kind === 'undecided') ?? different(RULE);
      return a.length === 2 ? (mixedBasis(a, b, context) ?? off) : off;
    }
    findings.push(tried[at]!);
    free.splice(at, 1);
  }
  return allOf(RULE, findings);
}

/** A constant multiple, neither of the two being zero. */
function nonZeroMultiple(a: Expr, b: Expr, context: Context): Finding {
  if (isZero(a, context).kind === 'equal' || isZero(b, context).kind === 'equal') return different(RULE);
  return proportional(a, b, context);
}

/** {u, v} spans what {u + v, u − v} spans: exponentials and hyperbolic functions. */
function mixedBasis(a: readonly Expr[], b: readonly Expr[], context: Context): Finding | null {
  for (const [x, y] of [
    [a, b],
    [b, a],
  ] as const) {
    const [sum, difference] = [add(x[0]!, x[1]!), subtract(x[0]!, x[1]!)];
    for (const [u, v] of [
      [y[0]!, y[1]!],
      [y[1]!, y[0]!],
    ] as const) {
      const finding = allOf(RULE, [
        nonZeroMultiple(sum, u, context),
        nonZeroMultiple(difference, v, context),
      ]);
      if (finding.kind === 'equal') return finding;
    }
  }
  return null;
}

/** `arctan x + C` and `C − arctan(1/x)`: the constant of integration is another one on either side of a pole. */
const sameButForJumps = (a: LinearFamily, b: LinearFamily, context: Context): boolean =>
  a.basis.every((element) => proportional(element, ONE, context).kind === 'equal') &&
  differByConstants(a.rest, b.rest, context);

function compareLinear(a: LinearFamily, b: LinearFamily, context: Context): Finding {
  const basis = sameBasis(a.basis, b.basis, context);
  if (basis.kind === 'undecided' || (basis.kind === 'different' && a.basis.length === 1)) return basis;
  if (basis.kind === 'different') return undecided('unsupported', 'two bases of solutions');
  const between = isMultiple(subtract(a.rest, b.rest), a.basis, context);
  if (between.kind === 'different' && a.basis.length > 1)
    return undecided('unsupported', 'two particular solutions');
  if (between.kind === 'different' && sameButForJumps(a, b, context)) return equal(RULE);
  if (between.kind !== 'equal') return between;
  const proved = basis.kind === 'equal' && basis.certainty === 'proved' && between.certainty === 'proved';
  return equal(RULE, proved ? 'proved' : 'probable');
}

/**
 * Two expressions with constants that may take any value, as families of functions: equal when the constants of one
 * can be renamed, shifted or scaled into those of the other.
 */
export function compareFunctionFamilies(
  a: Expr,
  aNames: readonly string[],
  b: Expr,
  bNames: readonly string[],
  context: Context,
): Finding {
  if (aNames.length !== bNames.length) return different(RULE);
  if (aNames.length <= MAX_ORDERS) {
    const renamed = sameUnderRenaming(a, aNames, b, bNames, context);
    if (renamed !== null) return renamed;
  }
  const left = spannedBy(a, aNames, context);
  const right = left === null ? null : spannedBy(b, bNames, context);
  if (left === null || right === null)
    return undecided('unsupported', 'constants that do not enter linearly');
  return compareLinear(left, right, context);
}

/** The family as it stands, or with its constants brought to where they enter linearly. */
function spannedBy(expr: Expr, names: readonly string[], context: Context): LinearFamily | null {
  const plain = linearFamily(expr, names, context);
  if (plain !== null) return plain;
  const other = withLinearConstants(expr, names, context);
  return other === null ? null : linearFamily(other, names, context);
}

/** Factors that a constant may absorb when it is renamed. */
const ABSORBED: readonly (readonly [bigint, bigint])[] = [
  [1n, 1n],
  [-1n, 1n],
  [2n, 1n],
  [-2n, 1n],
  [1n, 2n],
  [-1n, 2n],
];

/** The constants renamed in some order; a single one may be scaled as well. */
function sameUnderRenaming(
  a: Expr,
  aNames: readonly string[],
  b: Expr,
  bNames: readonly string[],
  context: Context,
): Finding | null {
  const scales = bNames.length === 1 ? ABSORBED : ABSORBED.slice(0, 1);
  for (const order of orders(bNames)) {
    for (const [num, den] of scales) {
      const scaled = (name: string): Expr => multiply(rational(num, den), { node: 'symbol', name });
      const map = new Map(order.map((name, i): [string, Expr] => [name, scaled(aNames[i]!)]));
      const finding = compareExpressions(a, substitute(b, map), context);
      if (finding.kind === 'equal') return equal(RULE, finding.certainty);
    }
  }
  return null;
}

function orders(names: readonly string[]): readonly (readonly string[])[] {
  if (names.length <= 1) return [names];
  return names.flatMap((name, i) => orders(names.filter((_, j) => j !== i)).map((rest) => [name, ...rest]));
}
