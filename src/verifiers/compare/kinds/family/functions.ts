import type { Context } from '../../../context.js';
import { type Expr, integer } from '../../../expr.js';
import { different, equal, type Finding, undecided } from '../../../verdict.js';
import { compareExpressions, substitute } from '../../rules/index.js';
import { proportional } from '../relation/equation.js';
import { add, multiply, subtract, sumOf, ZERO } from '../shared/build.js';

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

/** Every function of one basis as a multiple of one of the other. */
function sameBasis(a: readonly Expr[], b: readonly Expr[], context: Context): Finding {
  const findings = a.map((element) => isMultiple(element, b, context));
  const off = findings.find((finding) => finding.kind !== 'equal');
  if (off === undefined)
    return equal(
      RULE,
      findings.every((f) => f.kind === 'equal' && f.certainty === 'proved') ? 'proved' : 'probable',
    );
  return a.length === 2 ? (mixedBasis(a, b, context) ?? off) : off;
}

/** {u, v} spans what {u + v, u − v} spans: exponentials and hyperbolic functions. */
function mixedBasis(a: readonly Expr[], b: readonly Expr[], context: Context): Finding | null {
  for (const [x, y] of [
    [a, b],
    [b, a],
  ] as const) {
    const mixed = [add(x[0]!, x[1]!), subtract(x[0]!, x[1]!)];
    const findings = mixed.map((element) => isMultiple(element, y, context));
    if (findings.every((finding) => finding.kind === 'equal')) return equal(RULE, 'probable');
  }
  return null;
}

function compareLinear(a: LinearFamily, b: LinearFamily, context: Context): Finding {
  const basis = sameBasis(a.basis, b.basis, context);
  if (basis.kind === 'undecided' || (basis.kind === 'different' && a.basis.length === 1)) return basis;
  if (basis.kind === 'different') return undecided('unsupported', 'two bases of solutions');
  const between = isMultiple(subtract(a.rest, b.rest), a.basis, context);
  if (between.kind === 'different' && a.basis.length > 1)
    return undecided('unsupported', 'two particular solutions');
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
  const left = linearFamily(a, aNames, context);
  const right = left === null ? null : linearFamily(b, bNames, context);
  if (left === null || right === null)
    return undecided('unsupported', 'constants that do not enter linearly');
  return compareLinear(left, right, context);
}

/** The constants renamed in some order, each with either sign. */
function sameUnderRenaming(
  a: Expr,
  aNames: readonly string[],
  b: Expr,
  bNames: readonly string[],
  context: Context,
): Finding | null {
  for (const order of orders(bNames)) {
    const map = new Map(order.map((name, i): [string, Expr] => [name, { node: 'symbol', name: aNames[i]! }]));
    const finding = compareExpressions(a, substitute(b, map), context);
    if (finding.kind === 'equal') return equal(RULE, finding.certainty);
  }
  return null;
}

function orders(names: readonly string[]): readonly (readonly string[])[] {
  if (names.length <= 1) return [names];
  return names.flatMap((name, i) => orders(names.filter((_, j) => j !== i)).map((rest) => [name, ...rest]));
}
