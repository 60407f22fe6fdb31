import { exactRoot, HALF, ratio } from '../rational.js';
import { numberPower } from './integers.js';
import { constant, isConstant } from './product.js';
import type { Product } from './types.js';
import type { Workspace } from './workspace.js';

/** a + b√c with whole a > 0. */
interface Surd {
  readonly whole: bigint;
  /** b√c as a value. */
  readonly part: Product;
  readonly negative: boolean;
  /** a² − b²c */
  readonly norm: bigint;
}

function readSurd(ws: Workspace, base: Product): Surd | null {
  const [only, ...others] = [...base.powers];
  if (only === undefined || others.length > 0 || only[1] !== 1) return null;
  const poly = ws.field.composite(only[0])?.poly;
  if (poly === undefined || poly.size !== 2) return null;
  const whole = poly.get('')?.coef;
  const surd = [...poly.values()].find(({ mono }) => mono.length > 0);
  if (whole === undefined || whole <= 0n || surd === undefined) return null;
  const part = ws.field.fromTerm(surd.mono, surd.coef);
  const square = ws.field.power(part, 2);
  if (!isConstant(square) || square.coef.den !== 1n || square.coef.num < 0n) return null;
  return { whole, part, negative: surd.coef < 0n, norm: whole * whole - square.coef.num };
}

/**
 * √(a + b√c) = √((a + s)/2) ± √((a − s)/2) when s = √(a² − b²c) is whole: the square root of a positive sum of a
 * whole number and a square root, or `null`.
 */
export function denested(ws: Workspace, base: Product): Product | null {
  const surd = readSurd(ws, base);
  if (surd === null) return null;
  const { whole, negative, norm } = surd;
  const s = norm < 0n ? null : exactRoot(norm, 2);
  if (s === null || s > whole) return null;
  const root = (n: bigint): Product => numberPower(ws, ratio(n, 2n), HALF);
  const small =
    s === whole ? [] : [ws.field.multiply(constant(ratio(negative ? -1n : 1n, 1n)), root(whole - s))];
  return ws.field.add([root(whole + s), ...small]);
}

/**
 * A positive a − b√c as norm / (a + b√c), so that of two conjugate roots one is written by the other: the norm
 * and the conjugate, or `null` for anything else.
 */
export function mirroredSurd(
  ws: Workspace,
  base: Product,
): { readonly norm: bigint; readonly mirror: Product } | null {
  const surd = readSurd(ws, base);
  if (surd === null || !surd.negative || surd.norm <= 0n) return null;
  const mirror = ws.field.subtract(constant(ratio(surd.whole, 1n)), surd.part);
  return { norm: surd.norm, mirror };
}
