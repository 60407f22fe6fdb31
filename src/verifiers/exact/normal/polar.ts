import { type Rational, ratio } from '../rational.js';
import { conjugate, isNumber } from './conjugate.js';
import { approximateProduct } from './guess.js';
import { signOfProduct } from './signs.js';
import type { Product } from './types.js';
import { unityRoot } from './unity.js';
import type { Workspace } from './workspace.js';

/** `magnitude · exp(iπ · halfTurns)` with a positive magnitude and −1 < halfTurns ≤ 1. */
export interface Polar {
  readonly magnitude: Product;
  readonly halfTurns: Rational;
}

/** Denominators of angles (as parts of π) that are recognised. */
const DENOMINATORS = [1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 15, 16, 18, 20, 24, 7, 14];

/** Whole degrees and their halves are recognised too, when the number is that close. */
const DEGREES = 360;

/** The rational near `x` among those denominators, or `null`. */
export function rationalAngle(x: number): Rational | null {
  for (const den of DENOMINATORS) {
    const num = Math.round(x * den);
    if (Math.abs(x * den - num) < 1e-7) return ratio(BigInt(num), BigInt(den));
  }
  const halves = Math.round(x * DEGREES);
  return Math.abs(x * DEGREES - halves) < 1e-9 ? ratio(BigInt(halves), BigInt(DEGREES)) : null;
}

/** The polar form of a complex constant whose angle is a rational part of π: guessed, then proved. */
export function polar(ws: Workspace, value: Product): Polar | null {
  if (!isNumber(ws, value)) return null;
  const near = approximateProduct(ws, value);
  if (near === null || (near.re === 0 && near.im === 0)) return null;
  const halfTurns = rationalAngle(Math.atan2(near.im, near.re) / Math.PI);
  if (halfTurns === null || halfTurns.num <= -halfTurns.den) return null;
  const back = unityRoot(ws, { num: -halfTurns.num, den: halfTurns.den });
  const magnitude = ws.field.expanded(ws.field.multiply(value, back));
  const mirror = conjugate(ws, magnitude);
  if (mirror === null || !ws.field.equal(mirror, magnitude)) return null;
  return signOfProduct(ws, magnitude) === 1 ? { magnitude, halfTurns } : null;
}
