import type { RealField } from './real-field.js';

/**
 * A complex enclosure: a box of two real enclosures. `real` says that the imaginary part is exactly zero, which
 * is what branch choices and the natural real domain hang on.
 */
export interface Complex<B> {
  readonly re: B;
  readonly im: B;
  readonly real: boolean;
}

/** A value, or the certainty that there is none (division by an exact zero, the logarithm of zero …). */
export type Value<B> = Complex<B> | 'undefined';

/** A real number as a complex one. */
export const fromReal = <B>(f: RealField<B>, re: B): Complex<B> => ({ re, im: f.zero, real: true });

/** re + im·i; known to be real when `im` is the exact zero. */
export const box = <B>(f: RealField<B>, re: B, im: B): Complex<B> => ({ re, im, real: f.isZero(im) });

/** The value about which nothing is known, not even that it is real. */
export const unknown = <B>(f: RealField<B>): Complex<B> => ({ re: f.whole, im: f.whole, real: false });

/** True for the exact zero. */
export const isZero = <B>(f: RealField<B>, z: Complex<B>): boolean => z.real && f.isZero(z.re);

/** True when zero cannot be excluded. */
export const mayBeZero = <B>(f: RealField<B>, z: Complex<B>): boolean =>
  !f.sign(z.re) && (z.real || !f.sign(z.im));

/** True when both parts have a finite radius. */
export const isBounded = <B>(f: RealField<B>, z: Complex<B>): boolean =>
  f.isBounded(z.re) && f.isBounded(z.im);

/** z + w. */
export function add<B>(f: RealField<B>, z: Complex<B>, w: Complex<B>): Complex<B> {
  if (z.real && w.real) return { re: f.add(z.re, w.re), im: f.zero, real: true };
  return box(f, f.add(z.re, w.re), f.add(z.im, w.im));
}

/** −z. */
export function neg<B>(f: RealField<B>, z: Complex<B>): Complex<B> {
  return { re: f.neg(z.re), im: z.real ? z.im : f.neg(z.im), real: z.real };
}

/** z − w. */
export const sub = <B>(f: RealField<B>, z: Complex<B>, w: Complex<B>): Complex<B> => add(f, z, neg(f, w));

/** z · w. */
export function mul<B>(f: RealField<B>, z: Complex<B>, w: Complex<B>): Complex<B> {
  if (z.real && w.real) return { re: f.mul(z.re, w.re), im: f.zero, real: true };
  if (z.real) return box(f, f.mul(z.re, w.re), f.mul(z.re, w.im));
  if (w.real) return box(f, f.mul(z.re, w.re), f.mul(z.im, w.re));
  return box(f, f.sub(f.mul(z.re, w.re), f.mul(z.im, w.im)), f.add(f.mul(z.re, w.im), f.mul(z.im, w.re)));
}

/** z². */
export function square<B>(f: RealField<B>, z: Complex<B>): Complex<B> {
  return mul(f, z, z);
}

/** |z|². */
export const norm = <B>(f: RealField<B>, z: Complex<B>): B =>
  z.real ? f.mul(z.re, z.re) : f.add(f.mul(z.re, z.re), f.mul(z.im, z.im));

/** z / w; undefined when `w` is the exact zero. */
export function div<B>(f: RealField<B>, z: Complex<B>, w: Complex<B>): Value<B> {
  if (isZero(f, w)) return 'undefined';
  if (w.real) {
    if (z.real) return { re: f.div(z.re, w.re), im: f.zero, real: true };
    return box(f, f.div(z.re, w.re), f.div(z.im, w.re));
  }
  const size = norm(f, w);
  const top = mul(f, z, { re: w.re, im: f.neg(w.im), real: false });
  return box(f, f.div(top.re, size), f.div(top.im, size));
}

/** i · z. */
export const timesI = <B>(f: RealField<B>, z: Complex<B>): Complex<B> => box(f, f.neg(z.im), z.re);

/** −i · z. */
export const timesMinusI = <B>(f: RealField<B>, z: Complex<B>): Complex<B> => box(f, z.im, f.neg(z.re));

/** |z|. */
export const abs = <B>(f: RealField<B>, z: Complex<B>): B => {
  if (z.real) return f.abs(z.re);
  return f.isZero(z.re) ? f.abs(z.im) : f.sqrt(norm(f, z));
};

/** Principal argument in (−π, π]; `null` for zero, which has none. A box across the negative axis gives the whole circle. */
export function arg<B>(f: RealField<B>, z: Complex<B>): B | null {
  if (isZero(f, z)) return null;
  const right = f.sign(z.re);
  if (z.real) {
    if (right === 1) return f.zero;
    return right === -1 ? f.pi() : f.whole;
  }
  if (right === 1) return f.atan(f.div(z.im, z.re));
  const up = f.sign(z.im);
  const quarter = f.scale(f.pi(), -1);
  if (up === 1) return f.sub(quarter, f.atan(f.div(z.re, z.im)));
  if (up === -1) return f.sub(f.neg(quarter), f.atan(f.div(z.re, z.im)));
  // A bounded result must mean a defined one, and zero may be inside.
  return right === -1 ? f.hull(f.neg(f.pi()), f.pi()) : f.whole;
}

/** Principal square root. */
export function sqrt<B>(f: RealField<B>, z: Complex<B>): Complex<B> {
  if (z.real) {
    const sign = f.sign(z.re);
    if (sign === 1 || sign === 0) return fromReal(f, f.sqrt(z.re));
    if (sign === -1) return { re: f.zero, im: f.sqrt(f.neg(z.re)), real: false };
    return f.isBounded(z.re) ? box(f, f.sqrt(z.re), f.sqrt(f.neg(z.re))) : unknown(f);
  }
  if (!isBounded(f, z)) return unknown(f);
  const size = abs(f, z);
  if (f.sign(z.re) === 1 || (f.isZero(z.re) && f.sign(z.im))) {
    const re = f.sqrt(f.scale(f.add(size, z.re), -1));
    return box(f, re, f.div(z.im, f.scale(re, 1)));
  }
  const im = f.sqrt(f.scale(f.sub(size, z.re), -1));
  const up = f.sign(z.im);
  if (up !== null && up !== 0) {
    const signed = up === 1 ? im : f.neg(im);
    return box(f, f.div(z.im, f.scale(signed, 1)), signed);
  }
  // Zero or the branch cut may be inside: Re √z = √((|z| + Re z)/2) stays, the sign of Im √z is open.
  return box(f, f.sqrt(f.scale(f.add(size, z.re), -1)), f.hull(im, f.neg(im)));
}

/** e^z. */
export function exp<B>(f: RealField<B>, z: Complex<B>): Complex<B> {
  if (z.real) return fromReal(f, f.exp(z.re));
  const size = f.exp(z.re);
  const [sine, cosine] = f.sinCos(z.im);
  return box(f, f.mul(size, cosine), f.mul(size, sine));
}

/** Principal logarithm. */
export function ln<B>(f: RealField<B>, z: Complex<B>): Value<B> {
  const angle = arg(f, z);
  if (angle === null) return 'undefined';
  if (!z.real) return box(f, f.scale(f.ln(norm(f, z)), -1), angle);
  const sign = f.sign(z.re);
  if (sign === 1) return fromReal(f, f.ln(z.re));
  if (sign === -1) return { re: f.ln(f.neg(z.re)), im: angle, real: false };
  return unknown(f);
}
