import { HALF, ONE, type Rational, ratio, whole } from '../rational.js';
import { exponentialTerms, ratesAt } from './exponential-terms.js';
import { exponential } from './exponentials.js';
import { imaginaryOf } from './generators.js';
import { linearTerms } from './linear.js';
import { rationalPower } from './powers.js';
import { constant, isConstant, opposite, UNITY } from './product.js';
import type { Product } from './types.js';
import type { Workspace } from './workspace.js';

/** Highest power of the index beside a factorial; longest gap between a factorial and the one it is written with. */
const MAX_DEGREE = 8;
const MAX_GAP = 12;

/** `1/(step·k + gap)!` times the rest. */
interface Factorial {
  readonly step: 1 | 2;
  readonly gap: number;
  readonly rest: Product;
}

/**
 * Σ r^k/k! and Σ r^k/(2k)! without end, from a whole `low` on, with whole offsets in the factorial: exponentials,
 * hyperbolic and, for negative r, circular functions. With powers of k beside k! too. `null` for any other sum.
 */
export function maclaurinSum(ws: Workspace, body: Product, index: number, low: Product): Product | null {
  if (!isConstant(low) || low.coef.den !== 1n || low.coef.num < 0n || low.coef.num > BigInt(MAX_GAP))
    return null;
  const found = factorialUnder(ws, body, index);
  const terms = found === null ? null : exponentialTerms(ws, found.rest, index);
  if (found === null || terms === null) return null;
  const parts: Product[] = [];
  for (const { factor, degree, rates } of terms) {
    const power = degree.den === 1n ? Number(degree.num) : -1;
    const r = ratesAt(ws, rates, UNITY);
    const all = endlessSum(ws, r, found, power);
    if (all === null) return null;
    const first = firstTerms(ws, r, found, power, Number(low.coef.num));
    parts.push(ws.field.multiply(factor, ws.field.subtract(all, first)));
  }
  return ws.field.add(parts);
}

/** Σ k^power·r^k/(step·k + gap)! over k ≥ 0. */
function endlessSum(ws: Workspace, r: Product, found: Factorial, power: number): Product | null {
  if (power === 0) return plain(ws, r, found);
  if (power < 0 || power > MAX_DEGREE || found.gap !== 0) return null;
  if (found.step === 1) return withPower(ws, r, power);
  // 2k/(2k)! is 1/(2k − 1)!, and the sum starts at 1.
  return power === 1 ? ws.field.multiply(constant(HALF), r, hyperbolic(ws, r, true)) : null;
}

/** The one factorial below the bar, of k or 2k, and the factors step·k + 1, …, step·k + gap beside it. */
function factorialUnder(ws: Workspace, body: Product, index: number): Factorial | null {
  for (const [id, exponent] of body.powers) {
    const meaning = exponent === -1 ? ws.field.generatorOf(id)?.meaning : undefined;
    if (meaning?.kind !== 'atom' || meaning.head !== 'Factorial' || meaning.args[0] === undefined) continue;
    const [only, ...others] = linearTerms(ws, meaning.args[0]);
    if (only === undefined || others.length > 0 || only.quantity.den !== 1n) return null;
    const step = only.quantity.num === 1n ? 1 : only.quantity.num === 2n ? 2 : null;
    if (step === null || only.monomial.powers.size !== 1 || only.monomial.powers.get(index) !== 1)
      return null;
    const powers = new Map(body.powers);
    powers.delete(id);
    return absorbed(ws, { step, gap: 0, rest: { coef: body.coef, powers } }, meaning.args[0]);
  }
  return null;
}

/** 1/((2k)!·(2k + 1)) is 1/(2k + 1)!. */
function absorbed(ws: Workspace, start: Factorial, argument: Product): Factorial {
  let { gap, rest } = start;
  for (; gap < MAX_GAP; gap++) {
    const factor = ws.field.add([argument, constant(whole(gap + 1))]);
    const fits = [...factor.powers.keys()].every((id) => (rest.powers.get(id) ?? 0) < 0);
    if (!fits) break;
    rest = ws.field.multiply(rest, factor);
  }
  return { ...start, gap, rest };
}

/** Σ r^k/(step·k + gap)! over k ≥ 0: the series from its start, less the terms before the gap, over r^(gap/step). */
function plain(ws: Workspace, r: Product, { step, gap }: Factorial): Product {
  const { field } = ws;
  const before = Math.floor(gap / step);
  const odd = gap % step;
  const whole0 = step === 1 ? exponential(ws, r) : hyperbolic(ws, r, odd === 1);
  const shown: Product[] = [];
  for (let i = 0; i < before; i++)
    shown.push(field.multiply(constant(ratio(1n, factorial(step * i + odd))), power(ws, r, i)));
  return field.multiply(field.subtract(whole0, field.add(shown)), power(ws, r, -before));
}

/** cosh √r, or sinh √r / √r. */
function hyperbolic(ws: Workspace, r: Product, odd: boolean): Product {
  const y = squareRoot(ws, r);
  const [up, down] = [exponential(ws, y), exponential(ws, opposite(y))];
  const mean = ws.field.multiply(constant(HALF), ws.field.add([up, odd ? opposite(down) : down]));
  return odd ? ws.field.divide(mean, y) : mean;
}

/** Either root of r: x·i for −x², without |x|. */
function squareRoot(ws: Workspace, r: Product): Product {
  if ([...r.powers.values()].some((exponent) => exponent % 2 !== 0)) return rationalPower(ws, r, HALF);
  const powers = new Map([...r.powers].map(([id, exponent]) => [id, exponent / 2] as const));
  const size: Rational = { num: r.coef.num < 0n ? -r.coef.num : r.coef.num, den: r.coef.den };
  const root = ws.field.multiply(rationalPower(ws, constant(size), HALF), { coef: ONE, powers });
  return r.coef.num < 0n ? ws.field.multiply(imaginaryOf(ws), root) : root;
}

/** Σ k^d·r^k/k! = e^r·Σ S(d, j)·r^j with Stirling's numbers of the second kind. */
function withPower(ws: Workspace, r: Product, degree: number): Product {
  let numbers = [1n];
  for (let d = 1; d <= degree; d++)
    numbers = Array.from(
      { length: d + 1 },
      (_, j) => BigInt(j) * (numbers[j] ?? 0n) + (numbers[j - 1] ?? 0n),
    );
  const terms = numbers.map((count, j) => ws.field.multiply(constant(whole(count)), power(ws, r, j)));
  return ws.field.multiply(exponential(ws, r), ws.field.add(terms));
}

/** The terms from 0 up to, without, `low`. */
function firstTerms(
  ws: Workspace,
  r: Product,
  { step, gap }: Factorial,
  degree: number,
  low: number,
): Product {
  const terms: Product[] = [];
  for (let k = degree > 0 ? 1 : 0; k < low; k++) {
    const weight = ratio(BigInt(k) ** BigInt(degree), factorial(step * k + gap));
    terms.push(ws.field.multiply(constant(weight), power(ws, r, k)));
  }
  return ws.field.add(terms);
}

const power = (ws: Workspace, r: Product, exponent: number): Product =>
  exponent === 0 ? UNITY : ws.field.power(r, exponent);

function factorial(n: number): bigint {
  let out = 1n;
  for (let j = 2n; j <= BigInt(n); j++) out *= j;
  return out;
}
