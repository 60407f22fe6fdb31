import type { Complex, Value } from './complex.js';
import * as c from './complex.js';
import type { RealField } from './real-field.js';

/** Integer powers above this go through the logarithm. */
const SQUARING_LIMIT = 1n << 24n;

/** Root degrees above this are not taken of anything but positive numbers. */
const ROOT_LIMIT = 2n ** 40n;

/** z^n for an integer n by repeated squaring. */
export function integerPower<B>(f: RealField<B>, z: Complex<B>, n: bigint): Value<B> {
  if (n === 0n) return zerothPower(f, z);
  if (n < 0n) {
    const inverse = integerPower(f, z, -n);
    return inverse === 'undefined' ? inverse : c.div(f, c.fromReal(f, f.one), inverse);
  }
  if (n > SQUARING_LIMIT) return largePower(f, z, n);
  let result = z;
  for (let bit = n.toString(2).length - 2; bit >= 0; bit--) {
    result = c.square(f, result);
    if ((n >> BigInt(bit)) & 1n) result = c.mul(f, result, z);
  }
  return result;
}

/** 1, but 0⁰ is undefined. */
function zerothPower<B>(f: RealField<B>, z: Complex<B>): Value<B> {
  if (c.isZero(f, z)) return 'undefined';
  return c.fromReal(f, c.mayBeZero(f, z) ? f.whole : f.one);
}

function largePower<B>(f: RealField<B>, z: Complex<B>, n: bigint): Value<B> {
  if (c.isZero(f, z)) return z;
  const exponent = f.fromRational(n, 1n);
  if (!z.real) return throughLogarithm(f, z, c.fromReal(f, exponent));
  const sign = f.sign(z.re);
  if (!sign) return c.fromReal(f, f.whole);
  const size = f.exp(f.mul(exponent, f.ln(f.abs(z.re))));
  return c.fromReal(f, sign < 0 && n % 2n !== 0n ? f.neg(size) : size);
}

function throughLogarithm<B>(f: RealField<B>, z: Complex<B>, w: Complex<B>): Value<B> {
  const log = c.ln(f, z);
  return log === 'undefined' ? log : c.exp(f, c.mul(f, w, log));
}

/**
 * z^(p/q) in lowest terms, q ≥ 2. `realRoots`: an odd root of a negative real is the real one, else the
 * principal one.
 */
export function rationalPower<B>(
  f: RealField<B>,
  z: Complex<B>,
  p: bigint,
  q: bigint,
  realRoots: boolean,
): Value<B> {
  if (c.isZero(f, z)) return p > 0n ? z : 'undefined';
  if (q === 2n) return integerPower(f, c.sqrt(f, z), p);
  if (z.real && q > ROOT_LIMIT && f.sign(z.re) !== 1) return c.unknown(f);
  const root = q <= ROOT_LIMIT ? realRoot(f, z, Number(q), realRoots) : null;
  if (root !== null) return integerPower(f, root, p);
  return throughLogarithm(f, z, c.fromReal(f, f.fromRational(p, q)));
}

/** The real q-th root where there is one by convention, else `null`. */
function realRoot<B>(f: RealField<B>, z: Complex<B>, q: number, realRoots: boolean): Complex<B> | null {
  if (!z.real) return null;
  const sign = f.sign(z.re);
  if (sign === 1) return c.fromReal(f, f.root(z.re, q));
  if (q % 2 === 0 || !realRoots) return null;
  if (sign === -1) return c.fromReal(f, f.neg(f.root(f.neg(z.re), q)));
  if (!f.isBounded(z.re)) return null;
  // Zero may be inside: the root lies between those of both ends.
  return c.fromReal(f, f.hull(f.root(z.re, q), f.neg(f.root(f.neg(z.re), q))));
}

/** The `n`-th root of `\sqrt[n]{z}`: real for a real z and odd n, else principal. */
export function nthRoot<B>(f: RealField<B>, z: Complex<B>, n: bigint): Value<B> {
  if (n === 1n) return z;
  return rationalPower(f, z, 1n, n, true);
}

/** z^w, principal, for an exponent that is not a literal rational number. */
export function power<B>(f: RealField<B>, z: Complex<B>, w: Complex<B>): Value<B> {
  if (w.real) {
    const n = f.integer(w.re);
    if (n !== null) return integerPower(f, z, n);
  }
  if (c.isZero(f, z))
    return w.real && f.sign(w.re) === 1 ? z : w.real && f.sign(w.re) === -1 ? 'undefined' : c.unknown(f);
  return throughLogarithm(f, z, w);
}
