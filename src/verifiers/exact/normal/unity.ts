import { type Rational, ratio, whole } from '../rational.js';
import { stop } from './field-helpers.js';
import { imaginaryOf, rootPower } from './generators.js';
import { numberPower } from './integers.js';
import { accumulate } from './poly.js';
import { constant, single, UNITY } from './product.js';
import type { Poly, Product, Term } from './types.js';
import type { Workspace } from './workspace.js';

/** Orders above this get no reduction by the cyclotomic polynomial. */
const MAX_TABLE = 128;
const MAX_ORDER = 100_000n;

const modulo = (a: bigint, n: bigint): bigint => ((a % n) + n) % n;

/** `exp(iπ · halfTurns)`: radicals for 12ths and 5ths of a half turn, roots of unity of prime-power order for the rest. */
export function unityRoot(ws: Workspace, halfTurns: Rational): Product {
  const turns = ratio(modulo(halfTurns.num, 2n * halfTurns.den), 2n * halfTurns.den);
  if (turns.den > MAX_ORDER) stop('too-large');
  let out = UNITY;
  for (const [part, numerator] of partialFractions(turns)) {
    out = ws.field.multiply(out, primePowerRoot(ws, part, numerator));
  }
  return out.powers.size > 1 ? ws.field.expanded(out) : out;
}

/** a/n mod 1 as a sum of aⱼ / (prime powers of n). */
function partialFractions(turns: Rational): readonly (readonly [number, number])[] {
  const out: [number, number][] = [];
  let rest = Number(turns.den);
  for (let p = 2; rest > 1; p++) {
    if (p * p > rest) p = rest;
    let part = 1;
    for (; rest % p === 0; rest /= p) part *= p;
    if (part === 1) continue;
    const others = Number(turns.den) / part;
    let numerator = 0;
    while ((numerator * others - Number(turns.num)) % part !== 0) numerator++;
    out.push([part, numerator]);
  }
  return out;
}

function primePowerRoot(ws: Workspace, order: number, numerator: number): Product {
  if (numerator === 0) return UNITY;
  const i = imaginaryOf(ws);
  switch (order) {
    case 2:
      return constant(whole(-1));
    case 4:
      return ws.field.power(i, numerator);
    case 3:
      return fromParts(ws, [{ num: -1n, den: 2n }], [numerator === 1 ? 1n : -1n, 2n, 3n]);
    case 8:
      return eighth(ws, numerator);
    case 5:
      return fifth(ws, numerator);
    case 16:
      return sixteenth(ws, numerator);
    default:
      return general(ws, order, numerator);
  }
}

const root = (ws: Workspace, n: bigint): Product => numberPower(ws, whole(n), { num: 1n, den: 2n });

/** re + i·(num/den)·√radicand */
function fromParts(ws: Workspace, re: readonly Rational[], im: readonly [bigint, bigint, bigint]): Product {
  const imaginary = ws.field.multiply(constant(ratio(im[0], im[1])), imaginaryOf(ws), root(ws, im[2]));
  return ws.field.add([...re.map(constant), imaginary]);
}

/** (1 + i)/√2 to an odd power, multiplied out. */
function eighth(ws: Workspace, numerator: number): Product {
  const half = ws.field.multiply(constant({ num: 1n, den: 2n }), root(ws, 2n));
  const re = numerator === 1 || numerator === 7 ? 1n : -1n;
  const im = numerator === 1 || numerator === 3 ? 1n : -1n;
  const i = imaginaryOf(ws);
  return ws.field.multiply(
    half,
    ws.field.add([constant(whole(re)), ws.field.multiply(constant(whole(im)), i)]),
  );
}

/** exp(iπ/8) = √(2 + √2)/2 · (1 + i(√2 − 1)), to an odd power. */
function sixteenth(ws: Workspace, numerator: number): Product {
  const field = ws.field;
  const two = root(ws, 2n);
  const size = field.multiply(
    constant({ num: 1n, den: 2n }),
    nestedRoot(ws, field.add([constant(whole(2)), two])),
  );
  const along = field.multiply(imaginaryOf(ws), field.subtract(two, UNITY));
  const first = field.multiply(size, field.add([UNITY, along]));
  return field.expanded(field.multiply(first, unityRoot(ws, ratio(BigInt(numerator - 1), 8n))));
}

/** cos 72° = (√5 − 1)/4, sin 72° = √(10 + 2√5)/4, to a power. */
function fifth(ws: Workspace, numerator: number): Product {
  const field = ws.field;
  const five = root(ws, 5n);
  const inside = field.add([constant(whole(10)), field.multiply(constant(whole(2)), five)]);
  const sine = nestedRoot(ws, inside);
  const first = field.multiply(
    constant({ num: 1n, den: 4n }),
    field.add([five, constant(whole(-1)), field.multiply(imaginaryOf(ws), sine)]),
  );
  const second = field.add([
    field.multiply(constant({ num: 1n, den: 2n }), field.add([five, constant(whole(-1))]), first),
    constant(whole(-1)),
  ]);
  if (numerator === 1) return first;
  if (numerator === 2) return second;
  const mirror = numerator === 4 ? first : second;
  // The conjugate: twice the real part minus itself.
  const real = field.multiply(
    constant({ num: 1n, den: 2n }),
    numerator === 4
      ? field.add([five, constant(whole(-1))])
      : field.add([field.multiply(constant(whole(-1)), five), constant(whole(-1))]),
  );
  return field.subtract(real, mirror);
}

/** √ of a positive value whose factors are positive. */
function nestedRoot(ws: Workspace, inside: Product): Product {
  let out = numberPower(ws, inside.coef, { num: 1n, den: 2n });
  for (const [id, exponent] of inside.powers) {
    out = ws.field.multiply(out, rootPower(ws, single(id), { num: BigInt(exponent), den: 2n }, true));
  }
  return out;
}

/** The order-th root of unity as a generator of its own, reduced by the cyclotomic polynomial. */
function general(ws: Workspace, order: number, numerator: number): Product {
  const generator = ws.field.generator(`unity:${order}`, (id) => ({
    meaning: { kind: 'unity', turns: order },
    order,
    value: UNITY,
    conjugate: 'inverse',
    ...(order <= MAX_TABLE ? cyclotomic(id, order) : {}),
  }));
  return ws.field.power(single(generator.id), numerator);
}

/** Powers of a root of unity of prime-power order in terms of those below the degree. */
function cyclotomic(id: number, order: number): { readonly degree: number; readonly table: readonly Poly[] } {
  const p = smallestPrime(order);
  const step = order / p;
  const degree = order - step;
  const table: Poly[] = [];
  for (let exponent = 0; exponent < order; exponent++) {
    const out = new Map<string, Term>();
    const at = (e: number, coef: bigint): void => accumulate(out, e === 0 ? [] : [id, e], coef);
    if (exponent < degree) at(exponent, 1n);
    // z^degree = −(1 + z^step + … + z^(degree − step)), times z^(exponent − degree).
    else for (let k = 0; k < p - 1; k++) at(k * step + exponent - degree, -1n);
    table.push(out);
  }
  return { degree, table };
}

function smallestPrime(n: number): number {
  for (let p = 2; p * p <= n; p++) if (n % p === 0) return p;
  return n;
}
