import type { Context } from '../../../context.js';
import { isNumber, multiply, subtract, ZERO } from '../../../exact/build.js';
import { apply, type Expr, rational, symbol } from '../../../expr.js';
import { formatExpr } from '../../../format.js';
import { type Certainty, different, equal, type Finding, undecided, type Witness } from '../../../verdict.js';
import { compareExpressions, freeSymbols, substitute } from '../../rules/index.js';
import { compareRoots } from '../sets/compare.js';
import { constantSign } from '../shared/constants.js';
import { argOf, headOf } from '../shared/parts.js';
import { numerator } from './numerator.js';

const RULE = 'equation';

/** Points tried when a value of both sides that is not zero is looked for. */
const POINTS = 6;

/** The expression that an equation sets to zero. */
export const zeroForm = (left: Expr, right: Expr): Expr => {
  const [a, b] = [unsquared(left), unsquared(right)];
  // |a| = |b| and a² = b² say the same; so do |a| = c and a² = c² for a number c ≥ 0.
  if (a !== null && b !== null) return subtract(square(a), square(b));
  if (a !== null && isNonNegative(right)) return subtract(square(a), square(right));
  if (b !== null && isNonNegative(left)) return subtract(square(b), square(left));
  return subtract(left, right);
};

const unsquared = (expr: Expr): Expr | null => (headOf(expr) === 'Abs' ? argOf(expr, 0) : null);

const square = (expr: Expr): Expr => multiply(expr, expr);

const isNonNegative = (expr: Expr): boolean => expr.node === 'number' && expr.num >= 0n;

/** Fixed points of no particular beauty: small fractions that no formula is likely to vanish at. */
function pointOf(names: readonly string[], round: number): ReadonlyMap<string, Expr> {
  return new Map(
    names.map((name, i) => [name, rational(BigInt(7 + 4 * i + 3 * round), BigInt(3 + ((i + round) % 5)))]),
  );
}

function symbolsOf(a: Expr, b: Expr): readonly string[] {
  return [...new Set([...freeSymbols(a), ...freeSymbols(b)])].sort();
}

type Vanishing = 'zero' | 'nonzero' | null;

/** Whether a constant is zero; null when it is not known or has no value. */
function vanishes(expr: Expr, context: Context): Vanishing {
  if (expr.node === 'number') return expr.num === 0n ? 'zero' : 'nonzero';
  const sign = constantSign(expr, context);
  if (sign !== null) return sign === 0 ? 'zero' : 'nonzero';
  const finding = compareExpressions(expr, ZERO, context);
  if (finding.kind === 'undecided') return null;
  return finding.kind === 'equal' ? 'zero' : 'nonzero';
}

const witnessAt = (point: ReadonlyMap<string, Expr>, a: Vanishing, b: Vanishing): Witness => ({
  at: Object.fromEntries([...point].map(([name, value]) => [name, formatExpr(value)])),
  gold: a === 'zero' ? 'holds' : 'fails',
  given: b === 'zero' ? 'holds' : 'fails',
});

/** Are two expressions constant multiples of one another (so that they vanish together)? */
export function proportional(a: Expr, b: Expr, context: Context): Finding {
  const names = symbolsOf(a, b);
  for (let round = 0; round < POINTS; round += 1) {
    context.budget.spend();
    const point = pointOf(names, round);
    const [x, y] = [substitute(a, point), substitute(b, point)];
    const [u, v] = [vanishes(x, context), vanishes(y, context)];
    if (u === null || v === null) continue;
    if (u !== v) return different(RULE, 'proved', witnessAt(point, u, v));
    if (u === 'zero') continue;
    const finding = compareExpressions(multiply(a, y), multiply(b, x), context);
    return finding.kind === 'equal' ? equal(RULE, finding.certainty) : finding;
  }
  return undecided('unsupported', 'no point separates the two equations');
}

/** An equation without unknowns: always true or never. */
function constantEquations(a: Expr, b: Expr, context: Context): Finding | null {
  const [x, y] = [identically(a, context), identically(b, context)];
  if (x === null && y === null) return null;
  if (x === null || y === null) return different(RULE, 'proved');
  return x === y && saysAlways(a, b) ? equal(RULE) : different(RULE);
}

/** `x = x` says "always" and `1 = 2` in plain numbers "never"; two sums done wrong are not the same answer. */
const saysAlways = (a: Expr, b: Expr): boolean =>
  (freeSymbols(a).length > 0 && freeSymbols(b).length > 0) || (a.node === 'number' && b.node === 'number');

/** `zero` for 0 = 0 and identities, `nonzero` for 1 = 2; null for an equation with something to say. */
function identically(expr: Expr, context: Context): Vanishing {
  if (isNumber(expr, 0n)) return 'zero';
  if (compareExpressions(expr, ZERO, context).kind === 'equal') return 'zero';
  return freeSymbols(expr).length === 0 ? vanishes(expr, context) : null;
}

/**
 * Do two equations, each given by the expression it sets to zero, say the same: one a constant multiple of the other,
 * as they stand or after clearing denominators?
 */
export function compareZeroForms(a: Expr, b: Expr, context: Context): Finding {
  const trivial = constantEquations(a, b, context);
  if (trivial !== null) return trivial;
  const direct = proportional(a, b, context);
  if (direct.kind === 'equal') return direct;
  const [x, y] = [numerator(a, context), numerator(b, context)];
  if (x === null && y === null) return direct;
  const cleared = proportional(x ?? a, y ?? b, context);
  return cleared.kind === 'equal' ? sameRoots(a, b, cleared.certainty, context) : cleared;
}

/** In one unknown a root may be lost with its denominator: both root sets are compared where they are known. */
function sameRoots(a: Expr, b: Expr, certainty: Certainty, context: Context): Finding {
  const names = symbolsOf(a, b);
  if (names.length !== 1) return equal('equation-cleared', certainty);
  const found = compareRoots(a, b, names[0]!, context);
  return found?.kind === 'different' ? found : equal('equation-cleared', certainty);
}

/** A solved logarithm: `log_b(u) = c` says u = b^c. */
export function withoutLogarithm(left: Expr, right: Expr): readonly [Expr, Expr] {
  return raised(left, right) ?? raised(right, left) ?? [left, right];
}

function raised(left: Expr, right: Expr): readonly [Expr, Expr] | null {
  if (headOf(left) === 'Ln') return [argOf(left, 0), apply('Power', symbol('e'), right)];
  return headOf(left) === 'Log' ? [argOf(left, 0), apply('Power', argOf(left, 1), right)] : null;
}
