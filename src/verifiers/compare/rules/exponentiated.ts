import { isNumber, isReal } from '../../exact/normal/conjugate.js';
import { exponential } from '../../exact/normal/exponentials.js';
import { imaginaryOf } from '../../exact/normal/generators.js';
import { linearTerms } from '../../exact/normal/linear.js';
import { constant, single, UNITY } from '../../exact/normal/product.js';
import { signOfProduct } from '../../exact/normal/signs.js';
import type { Product } from '../../exact/normal/types.js';
import type { Workspace } from '../../exact/normal/workspace.js';
import { lcm, whole } from '../../exact/rational.js';
import { equal } from '../../verdict.js';
import { provedZero } from './coefficients.js';
import { denominatorsHold } from './definedness.js';
import { difference } from './normal-form.js';
import { guarded, type Rule } from './pair.js';

/** Largest common denominator that is cleared. */
const MAX_MULTIPLE = 5_000n;

const TWO: Product = constant(whole(2));

/** Least multiple of a value whose terms have whole coefficients, without the factor all terms share. */
export function cleared(ws: Workspace, gap: Product): Product | null {
  const sums = [...gap.powers].filter(([id, exponent]) => exponent > 0 && ws.field.composite(id) !== null);
  const [only, ...others] = sums;
  if (only === undefined || others.length > 0) return null;
  const value = single(only[0]);
  let multiple = 1n;
  for (const { quantity } of linearTerms(ws, value)) multiple = lcm(multiple, quantity.den);
  return multiple > MAX_MULTIPLE ? null : ws.field.multiply(constant(whole(multiple)), value);
}

/** exp(value) = 1 for a real value: the value is zero. */
function byRealExponential(ws: Workspace, value: Product): boolean {
  return provedZero(ws, ws.field.subtract(exponential(ws, value), UNITY));
}

/** exp(i·value) = 1. */
export const turnsFully = (ws: Workspace, value: Product): boolean =>
  provedZero(ws, ws.field.subtract(exponential(ws, ws.field.multiply(imaginaryOf(ws), value)), UNITY));

/** exp(i·value) = 1 for a real constant between −1 and 1: the value is zero. */
function byTurn(ws: Workspace, value: Product): boolean {
  if (!isNumber(ws, value)) return false;
  if (!turnsFully(ws, value)) return false;
  const above = signOfProduct(ws, ws.field.add([value, UNITY]));
  const below = signOfProduct(ws, ws.field.subtract(value, UNITY));
  return above === 1 && below === -1;
}

/** Sums of logarithms, and sums of inverse tangents and sines, are settled by exponentiating the difference. */
export const exponentiated: Rule = (pair) => {
  const forms = pair.forms();
  const { workspace: ws } = forms;
  const gap = difference(forms);
  if (gap === null) return null;
  const holds = guarded(ws, () => {
    const value = cleared(ws, gap);
    if (value === null || !isReal(ws, value)) return false;
    if (byRealExponential(ws, value) || byTurn(ws, value)) return true;
    // |u|² is u²: absolute values leave logarithms when these are doubled.
    return byRealExponential(ws, ws.field.multiply(TWO, value));
  });
  return holds === true && denominatorsHold(forms) ? equal('exponentiated') : null;
};
