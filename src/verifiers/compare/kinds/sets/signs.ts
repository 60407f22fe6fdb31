import type { Context } from '../../../context.js';
import { divide, negate, ONE, subtract, sumOf } from '../../../exact/build.js';
import { type ApplyNode, apply, type Expr, symbol } from '../../../expr.js';
import { mentions } from '../../rules/index.js';
import { constantSign } from '../shared/constants.js';
import { argOf, headOf } from '../shared/parts.js';
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
  if (fraction === null) {
    const solved =
      expr.node === 'apply' && expr.head === 'Add' ? thresholdSigns(expr, variable, context, cases) : null;
    return solved ?? structuralSigns(expr, variable, context, cases);
  }
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

/** The sum of one function of the variable and constants: where the function passes the threshold −constants. */
function thresholdSigns(expr: ApplyNode, variable: string, context: Context, cases: number): Signs | null {
  const moving = expr.args.filter((arg) => mentions(arg, variable));
  if (moving.length !== 1) return null;
  const rest = sumOf(expr.args.filter((arg) => !mentions(arg, variable)));
  const only = moving[0]!;
  if (headOf(only) === 'Negate') {
    const inner = thresholdSigns(
      apply('Add', argOf(only, 0), negate(rest)) as ApplyNode,
      variable,
      context,
      cases,
    );
    return mapSigns(inner, (s) => (s === null ? null : (-s as -1 | 0 | 1)));
  }
  const question = inverted(only, negate(rest), context);
  if (question === null) return null;
  const signs =
    question.form === null ? constantCells<Sign>(1) : signsOf(question.form, variable, context, cases);
  if (question.domain === null) return signs;
  const domain = signsOf(question.domain, variable, context, cases);
  const open = question.open;
  return join2(
    signs,
    domain,
    (s, inside) => (inside !== null && (inside > 0 || (!open && inside === 0)) ? s : null),
    context,
  );
}

/** g(u) − threshold has the sign of `form` (1 where null) where `domain` is positive (or zero, unless `open`). */
interface Inverted {
  readonly form: Expr | null;
  readonly domain: Expr | null;
  readonly open: boolean;
}

/** Undoes an increasing function: ln u > c says u > e^c. */
function inverted(expr: Expr, threshold: Expr, context: Context): Inverted | null {
  if (expr.node !== 'apply') return null;
  const [u, by] = expr.args as readonly [Expr, Expr];
  switch (expr.head) {
    case 'Ln':
      return { form: subtract(u, apply('Power', symbol('e'), threshold)), domain: u, open: true };
    case 'Log':
      if (constantSign(subtract(by, ONE), context) !== 1) return null;
      return { form: subtract(u, apply('Power', by, threshold)), domain: u, open: true };
    case 'Root':
      return invertedRoot(u, by, threshold, context);
    case 'Power': {
      if (constantSign(subtract(u, ONE), context) !== 1) return null;
      const sign = constantSign(threshold, context);
      if (sign === null) return null;
      const form = sign <= 0 ? null : subtract(by, divide(apply('Ln', threshold), apply('Ln', u)));
      return { form, domain: null, open: false };
    }
    default:
      return null;
  }
}

function invertedRoot(u: Expr, index: Expr, threshold: Expr, context: Context): Inverted | null {
  if (!evenRoot(index))
    return { form: subtract(u, apply('Power', threshold, index)), domain: null, open: false };
  const sign = constantSign(threshold, context);
  if (sign === null) return null;
  return { form: sign < 0 ? null : subtract(u, apply('Power', threshold, index)), domain: u, open: false };
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
