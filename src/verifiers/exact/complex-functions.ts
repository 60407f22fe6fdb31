import type { Complex, Value } from './complex.js';
import * as c from './complex.js';
import type { RealField } from './real-field.js';

/** Elementary functions of a complex enclosure, on their principal branches. */
export type Elementary = <B>(f: RealField<B>, z: Complex<B>) => Value<B>;

const half = <B>(f: RealField<B>, z: Complex<B>): Complex<B> => ({
  re: f.scale(z.re, -1),
  im: z.real ? z.im : f.scale(z.im, -1),
  real: z.real,
});

const oneOf = <B>(f: RealField<B>): Complex<B> => c.fromReal(f, f.one);

const halfPi = <B>(f: RealField<B>): Complex<B> => c.fromReal(f, f.scale(f.pi(), -1));

/** f(1/z). */
const ofInverse =
  (g: Elementary): Elementary =>
  (f, z) => {
    const inverse = c.div(f, oneOf(f), z);
    return inverse === 'undefined' ? inverse : g(f, inverse);
  };

/** top(z) / bottom(z). */
const quotient =
  (top: Elementary, bottom: Elementary): Elementary =>
  (f, z) => {
    const over = top(f, z);
    const under = bottom(f, z);
    return over === 'undefined' || under === 'undefined' ? 'undefined' : c.div(f, over, under);
  };

const one: Elementary = (f) => oneOf(f);

/** `[cosh y, sinh y]` of a real. */
function hyperbolic<B>(f: RealField<B>, y: B): readonly [B, B] {
  const up = f.exp(y);
  const down = f.div(f.one, up);
  return [f.scale(f.add(up, down), -1), f.isZero(y) ? f.zero : f.scale(f.sub(up, down), -1)];
}

export const sin: Elementary = (f, z) => {
  const [sine, cosine] = f.sinCos(z.re);
  if (z.real) return c.fromReal(f, sine);
  const [ch, sh] = hyperbolic(f, z.im);
  return c.box(f, f.mul(sine, ch), f.mul(cosine, sh));
};

export const cos: Elementary = (f, z) => {
  const [sine, cosine] = f.sinCos(z.re);
  if (z.real) return c.fromReal(f, cosine);
  const [ch, sh] = hyperbolic(f, z.im);
  return c.box(f, f.mul(cosine, ch), f.neg(f.mul(sine, sh)));
};

export const tan: Elementary = quotient(sin, cos);
export const cot: Elementary = quotient(cos, sin);
export const sec: Elementary = quotient(one, cos);
export const csc: Elementary = quotient(one, sin);

export const sinh: Elementary = (f, z) => {
  if (z.real) return c.fromReal(f, hyperbolic(f, z.re)[1]);
  const turned = sin(f, c.timesI(f, z));
  return turned === 'undefined' ? turned : c.timesMinusI(f, turned);
};

export const cosh: Elementary = (f, z) =>
  z.real ? c.fromReal(f, hyperbolic(f, z.re)[0]) : cos(f, c.timesI(f, z));

export const tanh: Elementary = quotient(sinh, cosh);
export const coth: Elementary = quotient(cosh, sinh);
export const sech: Elementary = quotient(one, cosh);
export const csch: Elementary = quotient(one, sinh);

/** −i·ln(iz + √(1 − z²)); for a real in (−1, 1) through the arctangent. */
export const arcsin: Elementary = (f, z) => {
  if (c.isZero(f, z)) return z;
  const other = c.sqrt(f, c.sub(f, oneOf(f), c.square(f, z)));
  if (z.real && other.real) {
    if (f.isZero(other.re)) return f.sign(z.re) === 1 ? halfPi(f) : c.neg(f, halfPi(f));
    return c.fromReal(f, angleOf(f, other.re, z.re));
  }
  const log = c.ln(f, c.add(f, c.timesI(f, z), other));
  return log === 'undefined' ? log : c.timesMinusI(f, log);
};

/** The angle of (x, y) on the right half of the unit circle, x > 0, both real. */
function angleOf<B>(f: RealField<B>, x: B, y: B): B {
  const angle = c.arg(f, { re: x, im: y, real: false });
  return angle ?? f.whole;
}

export const arccos: Elementary = (f, z) => {
  if (z.real) {
    const other = c.sqrt(f, c.sub(f, oneOf(f), c.square(f, z)));
    if (f.isZero(other.re) && other.real)
      return f.sign(z.re) === 1 ? c.fromReal(f, f.zero) : c.fromReal(f, f.pi());
    if (other.real && f.sign(other.re) === 1) return c.fromReal(f, angleOf(f, z.re, other.re));
  }
  const complement = arcsin(f, z);
  return complement === 'undefined' ? complement : c.sub(f, halfPi(f), complement);
};

/** (i/2)·[ln(1 − iz) − ln(1 + iz)]. */
export const arctan: Elementary = (f, z) => {
  if (z.real) return c.fromReal(f, f.atan(z.re));
  const turned = c.timesI(f, z);
  const minus = c.ln(f, c.sub(f, oneOf(f), turned));
  const plus = c.ln(f, c.add(f, oneOf(f), turned));
  if (minus === 'undefined' || plus === 'undefined') return 'undefined';
  return c.timesI(f, half(f, c.sub(f, minus, plus)));
};

/** π/2 − arctan z, with real values in (0, π). */
export const arccot: Elementary = (f, z) => {
  const complement = arctan(f, z);
  return complement === 'undefined' ? complement : c.sub(f, halfPi(f), complement);
};

export const arcsec: Elementary = ofInverse(arccos);
export const arccsc: Elementary = ofInverse(arcsin);

/** ln(z + √(z² + 1)). */
export const arsinh: Elementary = (f, z) => {
  // For a negative real the sum cancels; the function is odd.
  if (z.real && f.sign(z.re) === -1) {
    const mirrored = arsinh(f, c.neg(f, z));
    return mirrored === 'undefined' ? mirrored : c.neg(f, mirrored);
  }
  return c.ln(f, c.add(f, z, c.sqrt(f, c.add(f, c.square(f, z), oneOf(f)))));
};

/** ln(z + √(z + 1)·√(z − 1)). */
export const arcosh: Elementary = (f, z) => {
  const above = c.sqrt(f, c.add(f, z, oneOf(f)));
  const below = c.sqrt(f, c.sub(f, z, oneOf(f)));
  return c.ln(f, c.add(f, z, c.mul(f, above, below)));
};

/** [ln(1 + z) − ln(1 − z)]/2. */
export const artanh: Elementary = (f, z) => {
  const plus = c.ln(f, c.add(f, oneOf(f), z));
  const minus = c.ln(f, c.sub(f, oneOf(f), z));
  return plus === 'undefined' || minus === 'undefined' ? 'undefined' : half(f, c.sub(f, plus, minus));
};

export const arcoth: Elementary = ofInverse(artanh);
export const arsech: Elementary = ofInverse(arcosh);
export const arcsch: Elementary = ofInverse(arsinh);
