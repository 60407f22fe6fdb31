import { type Expr, rational, symbol } from '../../../expr.js';
import { floor, type Rational, whole } from '../../rational.js';
import { substitute } from '../../symbols.js';
import { binomialSum } from '../binomial-sum.js';
import { closedProduct } from '../closed-product.js';
import { closedSum } from '../closed-sum.js';
import { stop } from '../field-helpers.js';
import { symbolOf } from '../generators.js';
import { linearTerms } from '../linear.js';
import type { HeadRule, Lower } from '../lower.js';
import { maclaurinSum } from '../maclaurin-sum.js';
import { constant, isConstant, isZero, NOUGHT, UNITY } from '../product.js';
import { productExpr } from '../to-expr.js';
import { type Product, Stop } from '../types.js';
import { openBound, type Workspace } from '../workspace.js';
import { argument } from './arithmetic.js';
import { factorialValue } from './combinatorial.js';
import { atomOf } from './opaque.js';

/** Longest sum or product that is written out term by term. */
const MAX_TERMS = 60n;
/** Terms moved between a symbolic bound and the outside. */
const MAX_SHIFT = 8;

interface Series {
  readonly body: Expr;
  readonly name: string;
  readonly low: Product;
  /** `null`: without end. */
  readonly high: Product | null;
  readonly product: boolean;
}

const rule =
  (product: boolean): HeadRule =>
  (ws, args, lower) => {
    const index = argument(args, 1);
    if (index.node !== 'symbol') return stop('unsupported');
    const upper = argument(args, 3);
    const endless = upper.node === 'symbol' && upper.name === 'Infinity';
    return seriesValue(ws, lower, {
      body: argument(args),
      name: index.name,
      low: lower(ws, argument(args, 2)),
      high: endless ? null : lower(ws, upper),
      product,
    });
  };

function seriesValue(ws: Workspace, lower: Lower, series: Series): Product {
  const written = writtenOut(ws, lower, series);
  if (written !== null) return written;
  const bound = openBound(ws);
  const body = lower(ws, substitute(series.body, new Map([[series.name, symbol(bound)]])));
  const index = [...symbolOf(ws, bound).powers.keys()][0] as number;
  const closed = closedForm(ws, series, body, index);
  ws.bound.now--;
  if (closed !== null) return closed;
  return openSeries(ws, lower, series, body);
}

/** A range of known, modest length, term by term. */
function writtenOut(ws: Workspace, lower: Lower, { body, name, low, high, product }: Series): Product | null {
  if (high === null || !isConstant(low) || !isConstant(high)) return null;
  if (low.coef.den !== 1n || high.coef.den !== 1n) return stop('undefined');
  const [from, to] = [low.coef.num, high.coef.num];
  if (to < from) return product ? UNITY : NOUGHT;
  if (to - from >= MAX_TERMS) return null;
  const terms: Product[] = [];
  for (let k = from; k <= to; k++) terms.push(termAt(ws, lower, body, name, whole(k)));
  return product ? ws.field.multiply(...terms) : ws.field.add(terms);
}

const termAt = (ws: Workspace, lower: Lower, body: Expr, name: string, at: Rational): Product =>
  lower(ws, substitute(body, new Map([[name, rational(at.num, at.den)]])));

function closedForm(
  ws: Workspace,
  { low, high, product }: Series,
  body: Product,
  index: number,
): Product | null {
  if (product) {
    if (high === null) return null;
    return closedProduct(ws, body, { index, low, high, factorial: (value) => factorialValue(ws, value) });
  }
  const closed = closedSum(ws, body, index, low, high);
  if (closed !== null) return closed;
  if (high === null) return maclaurinSum(ws, body, index, low);
  return binomialSum(ws, body, index, low, high, (value) => factorialValue(ws, value));
}

/**
 * A series without closed form, as an atom of its body and bounds: a whole offset of the upper bound is moved
 * outside, and a lower bound from 2 up or at 0 is brought to 1, so that neighbours meet.
 */
function openSeries(ws: Workspace, lower: Lower, series: Series, body: Product): Product {
  const extra: Product[] = [];
  const high = series.high === null ? null : shiftHigh(ws, lower, series, series.high, extra);
  const low = shiftLow(ws, lower, series, extra);
  const end = high ?? symbolOf(ws, '∞');
  const atom = atomOf(ws, series.product ? 'Product' : 'Sum', [body, low, end], null, false);
  return series.product ? ws.field.multiply(atom, ...extra) : ws.field.add([atom, ...extra]);
}

function shiftHigh(ws: Workspace, lower: Lower, series: Series, high: Product, extra: Product[]): Product {
  const offset = linearTerms(ws, high).find(({ monomial }) => isConstant(monomial))?.quantity;
  if (offset === undefined || isConstant(high)) return high;
  const steps = Number(floor(offset));
  if (steps === 0 || Math.abs(steps) > MAX_SHIFT) return high;
  const base = ws.field.subtract(high, constant(whole(steps)));
  const at = (k: number): Product => boundTerm(ws, lower, series, ws.field.add([base, constant(whole(k))]));
  for (let k = 1; k <= steps; k++) extra.push(at(k));
  for (let k = steps + 1; k <= 0; k++) extra.push(inverted(ws, series, at(k)));
  return base;
}

function shiftLow(ws: Workspace, lower: Lower, series: Series, extra: Product[]): Product {
  const { low } = series;
  if (!isConstant(low) || low.coef.den !== 1n) return low;
  const from = Number(low.coef.num);
  if (from === 1 || from < 0 || from > MAX_SHIFT) return low;
  try {
    const moved: Product[] = [];
    for (let k = from; k < 1; k++) moved.push(termAt(ws, lower, series.body, series.name, whole(k)));
    for (let k = 1; k < from; k++) {
      moved.push(inverted(ws, series, termAt(ws, lower, series.body, series.name, whole(k))));
    }
    extra.push(...moved);
    return UNITY;
  } catch (error) {
    if (error instanceof Stop) return low;
    throw error;
  }
}

const inverted = (ws: Workspace, series: Series, value: Product): Product => {
  if (!series.product) return ws.field.multiply(constant(whole(-1)), value);
  return isZero(value) ? stop('undefined') : ws.field.invert(value);
};

/** The body at a symbolic place. */
function boundTerm(ws: Workspace, lower: Lower, series: Series, at: Product): Product {
  return lower(ws, substitute(series.body, new Map([[series.name, productExpr(ws.field, at)]])));
}

/** Sums and products over an index. */
export const series: readonly (readonly [string, HeadRule])[] = [
  ['Sum', rule(false)],
  ['Product', rule(true)],
];
