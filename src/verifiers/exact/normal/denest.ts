import { exactRoot, HALF, ratio } from '../rational.js';
import { numberPower } from './integers.js';
import { constant, isConstant } from './product.js';
import type { Product } from './types.js';
import type { Workspace } from './workspace.js';

/**
 * √(a + b√c) = √((a + s)/2) ± √((a − s)/2) when s = √(a² − b²c) is whole: the square root of a positive sum of a
 * whole number and a square root, or `null`.
 */
export function denested(ws: Workspace, base: Product): Product | null {
  const [only, ...others] = [...base.powers];
  if (only === undefined || others.length > 0 || only[1] !== 1) return null;
  const poly = ws.field.composite(only[0])?.poly;
  if (poly === undefined || poly.size !== 2) return null;
  const whole = poly.get('')?.coef;
  const surd = [...poly.values()].find(({ mono }) => mono.length > 0);
  if (whole === undefined || whole <= 0n || surd === undefined) return null;
  const square = ws.field.power(ws.field.fromTerm(surd.mono, surd.coef), 2);
  if (!isConstant(square) || square.coef.den !== 1n) return null;
  const inside = whole * whole - square.coef.num;
  const s = inside < 0n ? null : exactRoot(inside, 2);
  if (s === null || s > whole) return null;
  const root = (n: bigint): Product => numberPower(ws, ratio(n, 2n), HALF);
  const small =
    s === whole ? [] : [ws.field.multiply(constant(ratio(surd.coef < 0n ? -1n : 1n, 1n)), root(whole - s))];
  return ws.field.add([root(whole + s), ...small]);
}
