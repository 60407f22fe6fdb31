import type { Expr, Head } from '../../../expr.js';

/** The head of an application, else null. */
export const headOf = (expr: Expr): Head | null => (expr.node === 'apply' ? expr.head : null);

/** The arguments of an application; none for anything else. */
export const argsOf = (expr: Expr): readonly Expr[] => (expr.node === 'apply' ? expr.args : []);

/** The argument at `index`; throws RangeError where there is none. */
export function argOf(expr: Expr, index: number): Expr {
  const found = argsOf(expr)[index];
  if (found === undefined) throw new RangeError(`argOf: no argument ${index}`);
  return found;
}
