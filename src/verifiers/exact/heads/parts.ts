import type { Complex, Value } from '../complex.js';
import * as c from '../complex.js';
import type { Handler } from '../machine.js';
import type { RealField } from '../real-field.js';
import { unary } from './elementary.js';
import { type Unary, values } from './shared.js';

const floorOf: Unary = (f, z) => {
  if (!z.real) return c.unknown(f);
  const n = f.floor(z.re);
  return c.fromReal(f, n === null ? f.whole : f.fromRational(n, 1n));
};

const ceiling: Unary = (f, z) => {
  const down = floorOf(f, c.neg(f, z));
  return down === 'undefined' ? down : c.neg(f, down);
};

/** The nearest integer; an exact half goes to the even one. */
const round: Unary = (f, z) => {
  const doubled = z.real ? f.integer(f.scale(z.re, 1)) : null;
  if (doubled === null || doubled % 2n === 0n)
    return floorOf(f, c.add(f, z, c.fromReal(f, f.scale(f.one, -1))));
  const low = (doubled - 1n) / 2n;
  return c.fromReal(f, f.fromRational(low % 2n === 0n ? low : low + 1n, 1n));
};

const signOf: Unary = (f, z) => {
  if (!z.real) return c.unknown(f);
  const sign = f.sign(z.re);
  return c.fromReal(f, sign === null ? f.whole : f.fromNumber(sign));
};

const argument: Unary = (f, z) => {
  const angle = c.arg(f, z);
  return angle === null ? 'undefined' : c.fromReal(f, angle);
};

/** Folds real arguments two at a time; unknown as soon as one is not certainly real. */
const folded =
  (join: <B>(f: RealField<B>, a: B, b: B) => B): Handler =>
  (machine, node) => {
    const args = values(machine, node);
    if (args === 'undefined') return args;
    const f = machine.field;
    let total = args[0];
    for (const value of args) {
      if (total === undefined || !total.real || !value.real) return c.unknown(f);
      if (value !== total) total = c.fromReal(f, join(f, total.re, value.re));
    }
    return total ?? c.unknown(f);
  };

function larger<B>(f: RealField<B>, a: B, b: B): B {
  const sign = f.sign(f.sub(a, b));
  if (sign === null) return f.hull(a, b);
  return sign < 0 ? b : a;
}

const smaller = <B>(f: RealField<B>, a: B, b: B): B => f.neg(larger(f, f.neg(a), f.neg(b)));

/** a − b·⌊a/b⌋. */
function modulo<B>(f: RealField<B>, a: Complex<B>, b: Complex<B>): Value<B> {
  const ratio = c.div(f, a, b);
  if (ratio === 'undefined') return ratio;
  const x = a.real && b.real ? exactQuotient(f, a.re, b.re) : null;
  const down = x === null ? floorOf(f, ratio) : c.fromReal(f, f.fromRational(x, 1n));
  return down === 'undefined' ? down : c.sub(f, a, c.mul(f, b, down));
}

function exactQuotient<B>(f: RealField<B>, a: B, b: B): bigint | null {
  const top = f.integer(a);
  const bottom = f.integer(b);
  if (top === null || bottom === null || bottom === 0n) return null;
  const quotient = top / bottom;
  return quotient * bottom !== top && top < 0n !== bottom < 0n ? quotient - 1n : quotient;
}

const mod: Handler = (machine, node) => {
  const args = values(machine, node);
  if (args === 'undefined') return args;
  const [a, b] = args;
  return a === undefined || b === undefined ? c.unknown(machine.field) : modulo(machine.field, a, b);
};

/** x° as a number: x·π/180. */
const degree: Unary = (f, z) => c.mul(f, z, c.fromReal(f, f.mul(f.pi(), f.fromRational(1n, 180n))));

const percent: Unary = (f, z) => c.mul(f, z, c.fromReal(f, f.fromRational(1n, 100n)));

/** Parts, roundings, order and the suffixes ° and %. */
export const parts: Readonly<Record<string, Handler>> = {
  Abs: unary((f, z) => c.fromReal(f, c.abs(f, z))),
  Re: unary((f, z) => c.fromReal(f, z.re)),
  Im: unary((f, z) => c.fromReal(f, z.im)),
  Conjugate: unary((f, z) => (z.real ? z : c.box(f, z.re, f.neg(z.im)))),
  Arg: unary(argument),
  Floor: unary(floorOf),
  Ceiling: unary(ceiling),
  Round: unary(round),
  Sign: unary(signOf),
  Min: folded(smaller),
  Max: folded(larger),
  Mod: mod,
  Degree: unary(degree),
  Percent: unary(percent),
};
