import type { Context } from '../../../context.js';
import { negate, subtract } from '../../../exact/build.js';
import type { Expr } from '../../../expr.js';
import { integer } from '../../../expr.js';
import { mentions } from '../../rules/index.js';
import { mergeCells } from '../sets/cells.js';
import type { RealSet } from '../sets/real-set.js';
import { signsOf } from '../sets/signs.js';

/** The one sign that an expression has inside a set of reals (zeros aside), or null. Throws Unordered. */
function signInside(expr: Expr, where: RealSet, variable: string, context: Context): 1 | -1 | null {
  const signs = signsOf(expr, variable, context);
  if (signs === null) return null;
  const inside = mergeCells(where, signs, (isIn, sign) => (isIn ? sign : 0), context);
  const found = new Set([...inside.at, ...inside.between].filter((sign) => sign !== 0));
  if (found.size !== 1 || found.has(null)) return null;
  return found.has(1) ? 1 : -1;
}

/** The expression with |u|, sgn(u) and the larger or smaller of two replaced by what they are on a set where u has one sign. Throws Unordered. */
export function signedOn(expr: Expr, where: RealSet, variable: string, context: Context): Expr {
  if (expr.node !== 'apply' || !mentions(expr, variable)) return expr;
  context.budget.spend();
  const args = expr.args.map((arg) => signedOn(arg, where, variable, context));
  const changed = args.some((arg, i) => arg !== expr.args[i]);
  const next: Expr = changed ? { ...expr, args } : expr;
  if ((expr.head === 'Max' || expr.head === 'Min') && args.length === 2) {
    const order = signInside(subtract(args[0]!, args[1]!), where, variable, context);
    return order === null ? next : args[order > 0 === (expr.head === 'Max') ? 0 : 1]!;
  }
  if (expr.head !== 'Abs' && expr.head !== 'Sign') return next;
  const sign = signInside(args[0]!, where, variable, context);
  if (sign === null) return next;
  if (expr.head === 'Sign') return integer(sign);
  return sign > 0 ? args[0]! : negate(args[0]!);
}
