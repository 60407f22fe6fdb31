import type { Context } from '../../../context.js';
import type { Expr } from '../../../expr.js';
import { mentions } from '../../rules/index.js';
import { negate, ONE, subtract } from '../shared/build.js';
import { constantSign } from '../shared/constants.js';
import { type Cells, constantCells, mapCells, mergeCells, simplifyCells } from './cells.js';
import { fractionIn, type Polynomial } from './polynomial.js';
import { realRoots } from './roots.js';

/** The sign of an expression at each real value of a variable; null where it is not defined. */
export type Signs = Cells<-1 | 0 | 1 | null>;

type Sign = -1 | 0 | 1 | null;

/** Absolute values that are told apart by cases, at most. */
const MAX_CASES = 5;

const productSign = (a: Sign, b: Sign): Sign => (a === null || b === null ? null : ((a * b) as -1 | 0 | 1));

const quotientSign = (a: Sign, b: Sign): Sign => (b === 0 ? null : productSign(a, b));

/** Signs of (x − root)^multiplicity. */
const factorSigns = (root: Expr, multiplicity: number): Signs => ({
  points: [root],
  at: [0],
  between: [multiplicity % 2 === 0 ? 1 : -1, 1],
});

function polynomialSigns(polynomial: Polynomial, context: Context): Signs | null {
  const found = realRoots(polynomial, context);
  if (found === null) return null;
  let signs: Signs = constantCells<Sign>(found.leading);
  for (const { value, multiplicity } of found.roots) {
    signs = mergeCells(signs, factorSigns(value, multiplicity), productSign, context);
  }
  return signs;
}

/** The sign of `expr` over the reals as `variable` varies; null when it is not known. Throws Unordered. */
export function signsOf(
  expr: Expr,
  variable: string,
  context: Context,
  cases: number = MAX_CASES,
): Signs | null {
  context.budget.spend();
  if (!mentions(expr, variable)) {
    const sign = constantSign(expr, context);
    return sign === null ? null : constantCells<Sign>(sign);
  }
  const split = cases > 0 ? absoluteValue(expr, variable) : null;
  if (split !== null) return splitSigns(expr, split, variable, context, cases - 1);
  const fraction = fractionIn(expr, variable, context);
  if (fraction === null) return structuralSigns(expr, variable, context, cases);
  const [top, bottom] = [polynomialSigns(fraction.top, context), polynomialSigns(fraction.bottom, context)];
  return top === null || bottom === null ? null : mergeCells(top, bottom, quotientSign, context);
}

/** The inside of the first absolute value that depends on the variable. */
function absoluteValue(expr: Expr, variable: string): Expr | null {
  if (expr.node !== 'apply' || !mentions(expr, variable)) return null;
  for (const arg of expr.args) {
    const inner = absoluteValue(arg, variable);
    if (inner !== null) return inner;
  }
  return expr.head === 'Abs' ? expr.args[0]! : null;
}

const replaceAbsolute = (expr: Expr, inner: Expr, by: Expr): Expr => {
  if (expr.node !== 'apply') return expr;
  if (expr.head === 'Abs' && expr.args[0] === inner) return by;
  return { ...expr, args: expr.args.map((arg) => replaceAbsolute(arg, inner, by)) };
};

/** |u| is u where u ≥ 0 and −u elsewhere. */
function splitSigns(
  expr: Expr,
  inner: Expr,
  variable: string,
  context: Context,
  cases: number,
): Signs | null {
  const sign = signsOf(inner, variable, context, cases);
  if (sign === null) return null;
  const upper = signsOf(replaceAbsolute(expr, inner, inner), variable, context, cases);
  const lower = signsOf(replaceAbsolute(expr, inner, negate(inner)), variable, context, cases);
  if (upper === null || lower === null) return null;
  const both = mergeCells(upper, lower, (a, b) => [a, b] as const, context);
  const pick = (s: Sign, [a, b]: readonly [Sign, Sign]): Sign => (s === null ? null : s >= 0 ? a : b);
  return simplifyCells(mergeCells(sign, both, pick, context));
}

/** Products, quotients, roots, exponentials and logarithms of what is known. */
function structuralSigns(expr: Expr, variable: string, context: Context, cases: number): Signs | null {
  if (expr.node !== 'apply') return null;
  const of = (part: Expr): Signs | null => signsOf(part, variable, context, cases);
  const [first, second] = expr.args as readonly [Expr, Expr];
  switch (expr.head) {
    case 'Multiply':
    case 'Divide': {
      const join = expr.head === 'Multiply' ? productSign : quotientSign;
      return expr.args
        .slice(1)
        .reduce<Signs | null>((signs, arg) => join2(signs, of(arg), join, context), of(first));
    }
    case 'Negate':
      return mapSigns(of(first), (s) => (s === null ? null : (-s as -1 | 0 | 1)));
    case 'Root':
      return evenRoot(second) ? mapSigns(of(first), (s) => (s === null || s < 0 ? null : s)) : null;
    case 'Ln':
      return join2(of(subtract(first, ONE)), of(first), (s, inside) => (inside === 1 ? s : null), context);
    case 'Power':
      return exponentialSigns(first, second, variable, context);
    default:
      return null;
  }
}

const join2 = (
  a: Signs | null,
  b: Signs | null,
  join: (a: Sign, b: Sign) => Sign,
  context: Context,
): Signs | null => (a === null || b === null ? null : mergeCells(a, b, join, context));

const mapSigns = (signs: Signs | null, change: (sign: Sign) => Sign): Signs | null =>
  signs === null ? null : mapCells(signs, change);

const evenRoot = (index: Expr): boolean =>
  index.node === 'number' && index.den === 1n && index.num % 2n === 0n;

/** c^u for a constant c > 0 and a polynomial u is positive everywhere. */
function exponentialSigns(base: Expr, exponent: Expr, variable: string, context: Context): Signs | null {
  if (mentions(base, variable) || constantSign(base, context) !== 1) return null;
  const isPolynomial = fractionIn(exponent, variable, context)?.bottom.length === 1;
  return isPolynomial ? constantCells<Sign>(1) : null;
}
