import { approximate } from '../rational.js';
import { type Meaning, type Product, SCALE } from './types.js';
import type { Workspace } from './workspace.js';

/** A double-precision complex number. Used for guesses that are proved afterwards, never for decisions. */
export interface Approximate {
  readonly re: number;
  readonly im: number;
}

const times = (a: Approximate, b: Approximate): Approximate => ({
  re: a.re * b.re - a.im * b.im,
  im: a.re * b.im + a.im * b.re,
});

const real = (re: number): Approximate => ({ re, im: 0 });

function raised(a: Approximate, exponent: number): Approximate {
  if (a.im === 0 && (a.re > 0 || Number.isInteger(exponent))) return real(a.re ** exponent);
  const size = Math.hypot(a.re, a.im) ** exponent;
  const angle = Math.atan2(a.im, a.re) * exponent;
  return { re: size * Math.cos(angle), im: size * Math.sin(angle) };
}

const exponential = (a: Approximate): Approximate => {
  const size = Math.exp(a.re);
  return { re: size * Math.cos(a.im), im: size * Math.sin(a.im) };
};

const logarithm = (a: Approximate): Approximate => ({
  re: Math.log(Math.hypot(a.re, a.im)),
  im: Math.atan2(a.im, a.re),
});

/** An approximate value of a constant, or `null` when something in it is unknown. */
export function approximateProduct(ws: Workspace, value: Product, depth = 0): Approximate | null {
  if (depth > 30) return null;
  let out = real(approximate(value.coef));
  for (const [id, exponent] of value.powers) {
    const base = factorValue(ws, id, exponent, depth);
    if (base === null) return null;
    out = times(out, base);
  }
  return Number.isFinite(out.re) && Number.isFinite(out.im) ? out : null;
}

function factorValue(ws: Workspace, id: number, exponent: number, depth: number): Approximate | null {
  const generator = ws.field.generatorOf(id);
  if (generator !== null) return meaningValue(ws, generator.meaning, exponent, generator.order, depth);
  let re = 0;
  let im = 0;
  for (const { mono, coef } of ws.field.composite(id)?.poly.values() ?? []) {
    const term = approximateProduct(ws, ws.field.fromTerm(mono, coef), depth + 1);
    if (term === null) return null;
    re += term.re;
    im += term.im;
  }
  return raised({ re, im }, exponent);
}

function meaningValue(
  ws: Workspace,
  meaning: Meaning,
  exponent: number,
  order: number,
  depth: number,
): Approximate | null {
  const inner = (value: Product): Approximate | null => approximateProduct(ws, value, depth + 1);
  switch (meaning.kind) {
    case 'pi':
      return real(Math.PI ** exponent);
    case 'imaginary':
      return raised({ re: 0, im: 1 }, exponent);
    case 'unity':
      return raised(exponential({ re: 0, im: (2 * Math.PI) / meaning.turns }), exponent);
    case 'prime':
      return real(Number(meaning.value) ** exponent);
    case 'root': {
      const base = inner(meaning.base);
      return base === null ? null : raised(base, exponent / order);
    }
    case 'unit': {
      const power = inner(meaning.exponent);
      const base = meaning.base === null ? real(Math.E) : inner(meaning.base);
      if (power === null || base === null) return null;
      return exponential(times(times(logarithm(base), power), real(exponent / (SCALE * meaning.parts))));
    }
    case 'abs':
    case 'ln': {
      const of = inner(meaning.of);
      if (of === null) return null;
      return raised(meaning.kind === 'abs' ? real(Math.hypot(of.re, of.im)) : logarithm(of), exponent);
    }
    default:
      return null;
  }
}
