import { apply } from '../../expr.js';
import { sign as rationalSign } from '../rational.js';
import { contains } from '../symbols.js';
import { isNumber } from './conjugate.js';
import { definiteSign, dominantSign } from './definite.js';
import { isConstant, keyOf } from './product.js';
import { realParts } from './real-parts.js';
import { productExpr } from './to-expr.js';
import type { Poly, Product } from './types.js';
import type { Workspace } from './workspace.js';

/** The sign of a real factor at all but isolated real points, or `null` when it varies or is not known. */
export function factorSign(ws: Workspace, real: Product): -1 | 1 | null {
  const key = keyOf(real);
  const fixed = ws.known.get(key);
  if (fixed !== undefined) return fixed;
  const known = ws.memo.signs.get(key);
  if (known !== undefined) return known;
  // Unknown while it is being worked out, should it be asked for on the way.
  ws.memo.signs.set(key, null);
  const found = compute(ws, real);
  ws.memo.signs.set(key, found);
  return found;
}

function compute(ws: Workspace, real: Product): -1 | 1 | null {
  if (isNumber(ws, real)) return numberSign(ws, real);
  const [only, ...others] = [...real.powers];
  if (only === undefined || others.length > 0 || only[1] !== 1) return dominantSign(ws, real);
  const generator = ws.field.generatorOf(only[0]);
  if (generator !== null) return generator.positive ? 1 : null;
  const poly = ws.field.composite(only[0])?.poly;
  if (poly === undefined) return null;
  return everyTermPositive(ws, poly) ? 1 : definiteSign(ws, poly);
}

/** A number known to be real may still be written with i: only its real part is enclosed then. */
function numberSign(ws: Workspace, real: Product): -1 | 1 | null {
  const expr = productExpr(ws.field, real);
  const writesI = contains(expr, (part) => part.node === 'symbol' && part.name === 'i');
  return ws.signOf(writesI ? apply('Re', expr) : expr);
}

function everyTermPositive(ws: Workspace, poly: Poly): boolean {
  for (const { mono, coef } of poly.values()) {
    if (coef < 0n) return false;
    for (let i = 0; i < mono.length; i += 2) {
      const generator = ws.field.generatorOf(mono[i] as number);
      if (generator === null) return false;
      const fixed = ws.known.get(`1/1*${generator.id}^1`) === 1;
      const even = (mono[i + 1] as number) % 2 === 0 && generator.conjugate === 'same';
      if (!generator.positive && !even && !fixed) return false;
    }
  }
  return true;
}

/** The sign of any real value, or `null`. Zero only for the exact zero. */
export function signOfProduct(ws: Workspace, value: Product): -1 | 0 | 1 | null {
  if (isConstant(value)) return rationalSign(value.coef);
  const split = realParts(ws, value);
  if (split === null) return null;
  let out = rationalSign(split.coef);
  for (const [part, exponent] of split.parts) {
    if (exponent % 2 === 0) continue;
    const one = factorSign(ws, part);
    if (one === null) return null;
    out = (out * one) as -1 | 1;
  }
  return out;
}
