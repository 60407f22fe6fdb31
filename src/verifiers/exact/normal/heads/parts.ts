import { ratio } from '../../rational.js';
import { conjugate, isReal } from '../conjugate.js';
import { stop } from '../field-helpers.js';
import { imaginaryOf, piOf } from '../generators.js';
import type { HeadRule } from '../lower.js';
import { polar } from '../polar.js';
import { magnitude } from '../powers.js';
import { constant, isZero, NOUGHT } from '../product.js';
import { realParts } from '../real-parts.js';
import { factorSign, signOfProduct } from '../signs.js';
import { argument } from './arithmetic.js';
import { atomOf } from './opaque.js';

const half = constant(ratio(1n, 2n));

const realPart: HeadRule = (ws, args, lower, expr) => {
  const value = lower(ws, argument(args));
  const mirror = conjugate(ws, value);
  if (mirror === null) return atomOf(ws, 'Re', [value], expr, true);
  return ws.field.multiply(half, ws.field.add([value, mirror]));
};

const imaginaryPart: HeadRule = (ws, args, lower, expr) => {
  const value = lower(ws, argument(args));
  const mirror = conjugate(ws, value);
  if (mirror === null) return atomOf(ws, 'Im', [value], expr, true);
  return ws.field.divide(ws.field.multiply(half, ws.field.subtract(value, mirror)), imaginaryOf(ws));
};

const conjugation: HeadRule = (ws, args, lower, expr) => {
  const value = lower(ws, argument(args));
  return conjugate(ws, value) ?? atomOf(ws, 'Conjugate', [value], expr, true);
};

const angle: HeadRule = (ws, args, lower, expr) => {
  const value = lower(ws, argument(args));
  if (isZero(value)) return stop('undefined');
  const sign = signOfProduct(ws, value);
  if (sign === 1) return NOUGHT;
  if (sign === -1) return piOf(ws);
  const form = polar(ws, value);
  if (form !== null) return ws.field.multiply(constant(form.halfTurns), piOf(ws));
  return atomOf(ws, 'Arg', [value], expr, true);
};

/** x/|x|, which is what a sign is at all but isolated points. */
const sign: HeadRule = (ws, args, lower, expr) => {
  const value = lower(ws, argument(args));
  if (isZero(value)) return NOUGHT;
  const split = realParts(ws, value);
  if (split === null || !isReal(ws, value)) return atomOf(ws, 'Sign', [value], expr, true);
  let out = constant({ num: split.coef.num < 0n ? -1n : 1n, den: 1n });
  for (const [part, exponent] of split.parts) {
    if (exponent % 2 === 0) continue;
    const known = factorSign(ws, part);
    const step =
      known === null ? ws.field.divide(part, magnitude(ws, part)) : constant({ num: BigInt(known), den: 1n });
    out = ws.field.multiply(out, step);
  }
  return out;
};

/** Real and imaginary parts, conjugate, argument and sign. */
export const parts: readonly (readonly [string, HeadRule])[] = [
  ['Re', realPart],
  ['Im', imaginaryPart],
  ['Conjugate', conjugation],
  ['Arg', angle],
  ['Sign', sign],
];
