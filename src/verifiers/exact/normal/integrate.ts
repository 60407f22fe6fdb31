import { type Expr, symbol } from '../../expr.js';
import { inverse, plus, type Rational, ratio, whole } from '../rational.js';
import { substitute } from '../symbols.js';
import { type ExponentialTerm, exponentialTerms, ratesAt } from './exponential-terms.js';
import { stop } from './field-helpers.js';
import { symbolOf } from './generators.js';
import { logarithm } from './logarithms.js';
import type { Lower } from './lower.js';
import { absoluteValue, rationalPower } from './powers.js';
import { constant, isUnity, isZero, NOUGHT, UNITY } from './product.js';
import { signOfProduct } from './signs.js';
import type { Product } from './types.js';
import { openVariable, type Workspace } from './workspace.js';

/** Highest power under an exponential that is integrated by parts. */
const MAX_DEGREE = 24;

/**
 * A definite integral of sums of c·x^p·e^(ax) (sines and cosines included): exact, or `null` when the integrand is
 * anything else, a bound is infinite, or a pole may lie between the bounds.
 */
export function definiteIntegral(ws: Workspace, args: readonly Expr[], lower: Lower): Product | null {
  const [body, variable, from, to] = args;
  if (body === undefined || variable?.node !== 'symbol' || from === undefined || to === undefined)
    return null;
  if (isEndless(from) || isEndless(to)) return null;
  const name = openVariable(ws);
  const inside = lower(ws, substitute(body, new Map([[variable.name, symbol(name)]])));
  const x = [...symbolOf(ws, name).powers.keys()][0] as number;
  const terms = exponentialTerms(ws, inside, x);
  ws.bound.now--;
  if (terms === null) return null;
  const bounds = { from: lower(ws, from), to: lower(ws, to) };
  const parts = terms.map((term) => integrateTerm(ws, term, bounds));
  return parts.every((part): part is Product => part !== null) ? ws.field.add(parts) : null;
}

const isEndless = (expr: Expr): boolean =>
  expr.node === 'symbol' ? expr.name === 'Infinity' : expr.node === 'apply' && expr.args.some(isEndless);

interface Bounds {
  readonly from: Product;
  readonly to: Product;
}

function integrateTerm(ws: Workspace, term: ExponentialTerm, { from, to }: Bounds): Product | null {
  const plain = isUnity(ratesAt(ws, term.rates, UNITY));
  const antiderivative = plain ? powerAntiderivative(ws, term.degree, from, to) : byParts(ws, term);
  if (antiderivative === null) return null;
  return ws.field.multiply(term.factor, ws.field.subtract(antiderivative(to), antiderivative(from)));
}

type Function1 = (at: Product) => Product;

/** x^(p+1)/(p+1), or ln|x|; a negative or broken power wants both bounds on one side of 0. */
function powerAntiderivative(ws: Workspace, degree: Rational, from: Product, to: Product): Function1 | null {
  const next = plus(degree, whole(1));
  if (degree.den !== 1n || degree.num < 0n) {
    const [a, b] = [signOfProduct(ws, from), signOfProduct(ws, to)];
    const least = degree.num > 0n ? 0 : 1;
    if (a === null || b === null || a < least || b < least) return null;
  }
  if (next.num !== 0n)
    return (at) => scale(ws, isZero(at) ? NOUGHT : rationalPower(ws, at, next), inverse(next));
  return (at) => logarithm(ws, absoluteValue(ws, at) ?? stop('unsupported'));
}

const scale = (ws: Workspace, value: Product, by: Rational): Product =>
  ws.field.multiply(constant(by), value);

/** e^(ax)·Q(x) with Q' + aQ = x^degree. */
function byParts(ws: Workspace, term: ExponentialTerm): Function1 | null {
  const { degree, rates } = term;
  if (degree.den !== 1n || degree.num < 0n || degree.num > BigInt(MAX_DEGREE)) return null;
  if (rates.some(({ base }) => base !== null && signOfProduct(ws, base) !== 1)) return null;
  const field = ws.field;
  const rate = field.add(
    rates.map(({ base, rate: a }) => (base === null ? a : field.multiply(a, logarithm(ws, base)))),
  );
  if (isZero(rate)) return null;
  const top = Number(degree.num);
  const weights: Product[] = Array.from({ length: top + 1 }, () => NOUGHT);
  weights[top] = field.invert(rate);
  for (let i = top - 1; i >= 0; i--) {
    weights[i] = field.divide(
      field.multiply(constant(ratio(BigInt(-i - 1), 1n)), weights[i + 1] as Product),
      rate,
    );
  }
  return (at) => {
    const terms = weights.map((weight, power) =>
      power === 0 ? weight : field.multiply(weight, raise(ws, at, power)),
    );
    return field.multiply(ratesAt(ws, rates, at), field.add(terms));
  };
}

const raise = (ws: Workspace, at: Product, power: number): Product =>
  isZero(at) ? NOUGHT : ws.field.power(at, power);
