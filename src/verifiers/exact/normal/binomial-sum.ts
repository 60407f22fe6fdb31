import { exponentialTerms, ratesAt } from './exponential-terms.js';
import { symbolicPower } from './exponentials.js';
import { isZero, single, UNITY } from './product.js';
import type { Product } from './types.js';
import type { Workspace } from './workspace.js';

/** The factorial with this argument among the factors below the bar, once; `null` when there is none. */
function factorialBelow(ws: Workspace, body: Product, argument: Product): number | null {
  for (const [id, exponent] of body.powers) {
    const meaning = exponent === -1 ? ws.field.generatorOf(id)?.meaning : undefined;
    if (meaning?.kind !== 'atom' || meaning.head !== 'Factorial' || meaning.args[0] === undefined) continue;
    if (ws.field.equal(meaning.args[0], argument)) return id;
  }
  return null;
}

/**
 * The binomial theorem: Σ r^k / (k!·(n − k)!) over 0 ≤ k ≤ n is (1 + r)^n / n!, and n·r·(1 + r)^(n−1) / n! with a
 * factor k; `null` for any other sum.
 */
export function binomialSum(
  ws: Workspace,
  body: Product,
  index: number,
  low: Product,
  high: Product,
  factorial: (value: Product) => Product,
): Product | null {
  if (!isZero(low)) return null;
  const own = factorialBelow(ws, body, single(index));
  const other = own === null ? null : factorialBelow(ws, body, ws.field.subtract(high, single(index)));
  if (own === null || other === null) return null;
  const rest = ws.field.multiply(body, single(own), single(other));
  const terms = exponentialTerms(ws, rest, index);
  if (terms === null) return null;
  const parts: Product[] = [];
  for (const { factor, degree, rates } of terms) {
    if (degree.den !== 1n || degree.num < 0n || degree.num > 1n) return null;
    const ratio = ratesAt(ws, rates, UNITY);
    const base = ws.field.add([UNITY, ratio]);
    const part =
      degree.num === 0n
        ? symbolicPower(ws, base, high)
        : ws.field.multiply(high, ratio, symbolicPower(ws, base, ws.field.subtract(high, UNITY)));
    parts.push(ws.field.multiply(factor, part));
  }
  return ws.field.divide(ws.field.add(parts), factorial(high));
}
