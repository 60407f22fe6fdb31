import type { Complex, Value } from '../complex.js';
import * as c from '../complex.js';
import * as fn from '../complex-functions.js';
import type { Handler } from '../machine.js';
import { gcd, lcm } from '../rational.js';
import type { RealField } from '../real-field.js';
import { unary } from './elementary.js';
import { type Unary, values } from './shared.js';

/** Factors written out for C(n, k) and P(n, k) with an exact k. */
const FACTOR_LIMIT = 2000n;

/** Γ(z) of a real: reflected to the positive side; undefined at 0, −1, −2, … */
const gamma: Unary = (f, z) => {
  if (!z.real) return c.unknown(f);
  const n = f.integer(z.re);
  if (n !== null && n <= 0n) return 'undefined';
  const sign = f.sign(z.re);
  if (sign === 1) return c.fromReal(f, f.gamma(z.re));
  if (sign === null) return c.fromReal(f, f.whole);
  // Γ(z) = π / (sin(πz) Γ(1 − z)).
  const sine = fn.sin(f, c.fromReal(f, f.mul(f.pi(), z.re)));
  if (sine === 'undefined') return sine;
  return c.fromReal(f, f.div(f.pi(), f.mul(sine.re, f.gamma(f.sub(f.one, z.re)))));
};

const factorial: Unary = (f, z) => gamma(f, c.add(f, z, c.fromReal(f, f.one)));

/** n!! for n ≥ −1: 2^m·m! for n = 2m, (2m)!/(2^m·m!) for n = 2m − 1. */
const doubleFactorial: Unary = (f, z) => {
  const n = z.real ? f.integer(z.re) : null;
  if (n === null || n < -1n || n > 2n ** 40n) return c.unknown(f);
  const m = (n + 1n) / 2n;
  const low = f.mul(f.gamma(f.fromRational(m + 1n, 1n)), f.scale(f.one, Number(m)));
  if (n % 2n === 0n) return c.fromReal(f, f.scale(f.gamma(f.fromRational(n / 2n + 1n, 1n)), Number(n / 2n)));
  return c.fromReal(f, f.div(f.gamma(f.fromRational(2n * m + 1n, 1n)), low));
};

/** z (z − 1) … (z − k + 1). */
function falling<B>(f: RealField<B>, z: Complex<B>, k: bigint): Complex<B> {
  let total = c.fromReal(f, f.one);
  let factor = z;
  for (let j = 0n; j < k; j++) {
    total = c.mul(f, total, factor);
    factor = c.sub(f, factor, c.fromReal(f, f.one));
  }
  return total;
}

const quotientOfGammas = <B>(f: RealField<B>, top: Value<B>, bottoms: readonly Value<B>[]): Value<B> => {
  let total = top;
  for (const bottom of bottoms) {
    // 1/Γ is zero at a pole, which only a limit would show; leave it unknown.
    if (total === 'undefined' || bottom === 'undefined') return c.unknown(f);
    total = c.div(f, total, bottom);
  }
  return total;
};

/** The smaller of k and n − k for a whole n ≥ 0, else k; `null` when k is no exact integer. */
function shortSide<B>(f: RealField<B>, n: Complex<B>, k: Complex<B>): bigint | null {
  const below = k.real ? f.integer(k.re) : null;
  const above = n.real ? f.integer(n.re) : null;
  if (below === null || above === null || above < 0n || below > above || 2n * below <= above) return below;
  return above - below;
}

/** C(n, k) for k < 0: zero for a whole n ≥ 0, else by convention only. */
function below<B>(f: RealField<B>, n: Complex<B>): Complex<B> {
  const whole = n.real ? f.integer(n.re) : null;
  return whole !== null && whole >= 0n ? c.fromReal(f, f.zero) : c.unknown(f);
}

function binomial<B>(f: RealField<B>, n: Complex<B>, k: Complex<B>): Value<B> {
  const side = shortSide(f, n, k);
  if (side !== null && side < 0n) return below(f, n);
  if (side !== null && side <= FACTOR_LIMIT) {
    return c.div(f, falling(f, n, side), c.fromReal(f, f.gamma(f.fromRational(side + 1n, 1n))));
  }
  return quotientOfGammas(f, factorial(f, n), [factorial(f, k), factorial(f, c.sub(f, n, k))]);
}

function permutation<B>(f: RealField<B>, n: Complex<B>, k: Complex<B>): Value<B> {
  const count = k.real ? f.integer(k.re) : null;
  if (count !== null && count >= 0n && count <= FACTOR_LIMIT) return falling(f, n, count);
  return quotientOfGammas(f, factorial(f, n), [factorial(f, c.sub(f, n, k))]);
}

const binary =
  (g: <B>(f: RealField<B>, a: Complex<B>, b: Complex<B>) => Value<B>): Handler =>
  (machine, node) => {
    const args = values(machine, node);
    if (args === 'undefined') return args;
    const [a, b] = args;
    if (a === undefined || b === undefined) return c.unknown(machine.field);
    machine.budget.spend(4);
    return g(machine.field, a, b);
  };

const multinomial: Handler = (machine, node) => {
  const args = values(machine, node);
  if (args === 'undefined') return args;
  const f = machine.field;
  const sum = args.reduce((total, part) => c.add(f, total, part), c.fromReal(f, f.zero));
  return quotientOfGammas(
    f,
    factorial(f, sum),
    args.map((part) => factorial(f, part)),
  );
};

/** gcd or lcm of exact integers; unknown for anything else. */
const ofIntegers =
  (join: (a: bigint, b: bigint) => bigint, start: bigint): Handler =>
  (machine, node) => {
    const args = values(machine, node);
    if (args === 'undefined') return args;
    const f = machine.field;
    let total = start;
    for (const value of args) {
      const n = value.real ? f.integer(value.re) : null;
      if (n === null) return c.unknown(f);
      machine.budget.spend(8);
      total = join(total, n);
      if (total > 2n ** 4096n) return c.unknown(f);
    }
    return c.fromReal(f, f.fromRational(total, 1n));
  };

/** Factorials, Γ, counting functions, gcd and lcm. */
export const discrete: Readonly<Record<string, Handler>> = {
  Factorial: unary(factorial),
  DoubleFactorial: unary(doubleFactorial),
  Gamma: unary(gamma),
  Binomial: binary(binomial),
  Permutation: binary(permutation),
  Multinomial: multinomial,
  Gcd: ofIntegers(gcd, 0n),
  Lcm: ofIntegers(lcm, 1n),
};
