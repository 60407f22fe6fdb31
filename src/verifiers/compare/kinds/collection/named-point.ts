import type { Answer } from '../../../answer.js';
import { type Expr, isApply } from '../../../expr.js';

/** Most coordinates of a named point. */
const MAX_COORDINATES = 4;

/** A capital letter, perhaps numbered or primed: what a point is called. */
const isPointName = (expr: Expr): boolean =>
  expr.node === 'symbol' && /^[A-Z](?:_\w{1,3}|')?$/.test(expr.name);

/** The name of `P(2, 5)`; null when it is no such point. */
export const pointName = (expr: Expr): string | null => {
  const name = isApply(expr, 'Call') && coordinatesOf(expr) !== null ? expr.args[0]! : null;
  return name?.node === 'symbol' ? name.name : null;
};

/** The coordinates of `P(2, 5)`, a point with its name before it, or null. The grammar reads it as a call. */
export function coordinatesOf(expr: Expr): readonly Answer[] | null {
  if (!isApply(expr, 'Call')) return null;
  const [name, ...coordinates] = expr.args;
  if (name === undefined || !isPointName(name)) return null;
  if (coordinates.length < 2 || coordinates.length > MAX_COORDINATES) return null;
  return coordinates.map((coordinate) => ({ kind: 'expression', expr: coordinate }));
}
