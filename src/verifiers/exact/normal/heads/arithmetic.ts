import { type Expr, isApply } from '../../../expr.js';
import { HALF, inverse, ratio } from '../../rational.js';
import { conjugate } from '../conjugate.js';
import { symbolicPower } from '../exponentials.js';
import { stop } from '../field-helpers.js';
import { piOf } from '../generators.js';
import type { HeadRule, Lower } from '../lower.js';
import { absoluteValue, rationalPower } from '../powers.js';
import { constant, isConstant, isZero, opposite } from '../product.js';
import type { Product } from '../types.js';
import type { Workspace } from '../workspace.js';
import { atomOf } from './opaque.js';

/** The n-th argument; a missing one is nothing this kernel can read. */
export const argument = (args: readonly Expr[], index = 0): Expr => args[index] ?? stop('unsupported');

/** Lowers every argument. */
export const values = (ws: Workspace, args: readonly Expr[], lower: Lower): readonly Product[] =>
  args.map((arg) => lower(ws, arg));

/** Nested sums are added in one go: fewer intermediate sums are expanded. */
function addends(args: readonly Expr[], depth = 0): readonly Expr[] {
  if (depth > 50 || !args.some((arg) => isApply(arg, 'Add'))) return args;
  return args.flatMap((arg) => (isApply(arg, 'Add') ? addends(arg.args, depth + 1) : [arg]));
}

const sum: HeadRule = (ws, args, lower) => ws.field.add(values(ws, addends(args), lower));

const product: HeadRule = (ws, args, lower) => ws.field.multiply(...values(ws, args, lower));

const negation: HeadRule = (ws, args, lower) => opposite(lower(ws, argument(args)));

const quotient: HeadRule = (ws, args, lower) => {
  const bottom = lower(ws, argument(args, 1));
  if (isZero(bottom)) stop('undefined');
  return ws.field.divide(lower(ws, argument(args)), bottom);
};

const powers: HeadRule = (ws, args, lower) =>
  symbolicPower(ws, lower(ws, argument(args)), lower(ws, argument(args, 1)));

const roots: HeadRule = (ws, args, lower) => {
  const degree = lower(ws, argument(args, 1));
  if (isZero(degree)) stop('undefined');
  const base = lower(ws, argument(args));
  if (isConstant(degree)) return rationalPower(ws, base, inverse(degree.coef));
  return symbolicPower(ws, base, ws.field.invert(degree));
};

/** |z|: sign-free for reals, √(z·z̄) otherwise. */
const modulus: HeadRule = (ws, args, lower, expr) => {
  const value = lower(ws, argument(args));
  const real = absoluteValue(ws, value);
  if (real !== null) return real;
  const mirror = conjugate(ws, value);
  if (mirror === null) return atomOf(ws, 'Abs', [value], expr, true);
  return rationalPower(ws, ws.field.expanded(ws.field.multiply(value, mirror)), HALF);
};

const degrees: HeadRule = (ws, args, lower) =>
  ws.field.multiply(lower(ws, argument(args)), constant(ratio(1n, 180n)), piOf(ws));

const percent: HeadRule = (ws, args, lower) =>
  ws.field.multiply(lower(ws, argument(args)), constant(ratio(1n, 100n)));

/** Sums, products, powers, and what is written in terms of them. */
export const arithmetic: readonly (readonly [string, HeadRule])[] = [
  ['Add', sum],
  ['Multiply', product],
  ['Negate', negation],
  ['Divide', quotient],
  ['Power', powers],
  ['Root', roots],
  ['Abs', modulus],
  ['Degree', degrees],
  ['Percent', percent],
];
