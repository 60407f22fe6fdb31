import { ONE, type Rational, power as rationalPower, times } from '../rational.js';
import { conjugate, isNumber } from './conjugate.js';
import { imaginaryOf } from './generators.js';
import { alike, isConstant, opposite, single, UNITY } from './product.js';
import { splitComposite } from './split.js';
import type { Product } from './types.js';
import type { Phase, Workspace } from './workspace.js';

/** A real value as `coef · Π real^exponent`, every `real` being real at real points. */
export interface RealParts {
  readonly coef: Rational;
  readonly parts: readonly (readonly [Product, number])[];
}

/**
 * Splits a value into real factors; exponentials of imaginary angles are shared out so that `E − 1/E` becomes
 * the real `2 sin`. `null` when the value is not provably real.
 */
export function realParts(ws: Workspace, value: Product): RealParts | null {
  const parts: [Product, number][] = [];
  let left = UNITY;
  let coef = value.coef;
  for (const [id, exponent] of value.powers) {
    const generator = ws.field.generatorOf(id);
    if (generator === null) {
      const split = compositeParts(ws, id);
      if (split === null) return null;
      coef = times(coef, rationalPower(split.coef, exponent));
      for (const [part, e] of split.parts) parts.push([part, e * exponent]);
      left = ws.field.multiply(left, ws.field.power(split.undo, exponent));
    } else if (generator.conjugate === 'same') parts.push([single(id), exponent]);
    else if (generator.conjugate === 'unknown') return null;
    else left = ws.field.multiply(left, ws.field.power(single(id), exponent));
  }
  return isConstant(left) ? { coef: times(coef, left.coef), parts } : null;
}

interface CompositeParts extends RealParts {
  readonly undo: Product;
}

function compositeParts(ws: Workspace, id: number): CompositeParts | null {
  const parts: [Product, number][] = [];
  let undo = UNITY;
  let coef = ONE;
  for (const [factor, exponent] of splitComposite(ws, id)) {
    coef = times(coef, rationalPower(factor.coef, exponent));
    for (const [inner, e] of factor.powers) {
      const phase = phaseOf(ws, inner);
      if (phase === null) return unsplit(ws, id);
      parts.push([phase.real, e * exponent]);
      undo = ws.field.multiply(undo, ws.field.power(phase.undo, e * exponent));
    }
  }
  return { coef, parts, undo };
}

/** A sum that is real as a whole though its factors are not: 5 + 4 cos x = (2E + 1)(E + 2)/E. */
function unsplit(ws: Workspace, id: number): CompositeParts | null {
  const phase = phaseOf(ws, id);
  return phase === null ? null : { coef: ONE, parts: [[phase.real, 1]], undo: phase.undo };
}

function phaseOf(ws: Workspace, id: number): Phase | null {
  const known = ws.memo.phases.get(id);
  if (known !== undefined) return known;
  const found = computePhase(ws, id);
  ws.memo.phases.set(id, found);
  return found;
}

/** conj(p) = ±m·p with a monomial m of unit modulus: then p·√m (times i for the minus sign) is real. */
function computePhase(ws: Workspace, id: number): Phase | null {
  const self = single(id);
  const other = conjugate(ws, self);
  if (other === null) return null;
  if (alike(other, self)) return { real: self, undo: UNITY };
  const i = imaginaryOf(ws);
  if (alike(other, opposite(self))) return { real: ws.field.multiply(i, self), undo: ws.field.invert(i) };
  if (isNumber(ws, self) && ws.field.equal(other, self)) return { real: self, undo: UNITY };
  const quotient = ws.field.divide(other, self);
  const half = halfMonomial(ws, quotient);
  if (half === null) return null;
  const turn = quotient.coef.num > 0n ? half : ws.field.multiply(i, half);
  return { real: ws.field.multiply(self, turn), undo: ws.field.invert(turn) };
}

function halfMonomial(ws: Workspace, value: Product): Product | null {
  if (value.coef.den !== 1n || (value.coef.num !== 1n && value.coef.num !== -1n)) return null;
  const powers = new Map<number, number>();
  for (const [id, exponent] of value.powers) {
    const generator = ws.field.generatorOf(id);
    if (generator?.conjugate !== 'inverse' || generator.meaning.kind !== 'unit' || exponent % 2 !== 0)
      return null;
    powers.set(id, exponent / 2);
  }
  return { coef: ONE, powers };
}
