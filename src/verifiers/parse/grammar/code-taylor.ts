import type { Budget } from '../../../support/index.js';
import { apply, type Expr, integer } from '../../expr.js';
import { bind } from './big-operator.js';
import { divide, literalInteger, plus, power, times } from './build.js';

/** Highest degree that is written out. */
const MAX_DEGREE = 12n;

/** `taylor(f, x, a, n)`: Σ f⁽ᵏ⁾(a)/k! · (x − a)^k for k up to n; null when the arguments are others. */
export function taylorPolynomial(args: readonly Expr[], budget: Budget): Expr | null {
  const [body, variable, centre, last] = args;
  if (args.length !== 4 || body === undefined || variable?.node !== 'symbol') return null;
  const degree = last === undefined ? undefined : literalInteger(last);
  if (centre === undefined || degree === undefined || degree < 0n || degree > MAX_DEGREE) return null;
  const [inner, name] = bind(body, variable, budget);
  const offset = centre.node === 'number' && centre.num === 0n ? variable : plus([variable, negated(centre)]);
  const terms: Expr[] = [];
  let factorial = 1n;
  for (let k = 0n; k <= degree; k += 1n) {
    if (k > 0n) factorial *= k;
    const derived = k === 0n ? inner : apply('Derivative', inner, name, integer(k));
    const value = divide(apply('Limit', derived, name, centre), integer(factorial));
    terms.push(k === 0n ? value : times([value, power(offset, integer(k))]));
  }
  return plus(terms);
}

const negated = (expr: Expr): Expr => apply('Negate', expr);
