import { type Expr, integer } from '../../../expr.js';
import { differentiate } from '../differentiate.js';
import { stop } from '../field-helpers.js';
import { definiteIntegral } from '../integrate.js';
import { limitValue } from '../limits.js';
import type { HeadRule } from '../lower.js';
import { argument } from './arithmetic.js';
import { opaque } from './opaque.js';

/** Repetitions of differentiation that are carried out. */
const MAX_ORDER = 20n;

const derivative: HeadRule = (ws, args, lower, expr) => {
  const [body, variable, order] = [argument(args), argument(args, 1), args[2] ?? integer(1)];
  if (variable.node !== 'symbol' || order.node !== 'number' || order.den !== 1n)
    return opaque(ws, args, lower, expr);
  if (order.num < 0n || order.num > MAX_ORDER) return stop('too-large');
  let out: Expr = body;
  for (let k = 0n; k < order.num; k++) {
    const next = differentiate(out, variable.name, ws.budget);
    if (next === null) return opaque(ws, args, lower, expr);
    out = next;
  }
  return lower(ws, out);
};

const integral: HeadRule = (ws, args, lower, expr) => {
  const value = definiteIntegral(ws, args, lower);
  return value ?? opaque(ws, args, lower, expr);
};

const limit: HeadRule = (ws, args, lower, expr) => {
  const value = limitValue(ws, args, lower);
  return value ?? opaque(ws, args, lower, expr);
};

/** Derivatives, integrals and limits where plain rules settle them; atoms of their own otherwise. */
export const calculus: readonly (readonly [string, HeadRule])[] = [
  ['Derivative', derivative],
  ['Integral', integral],
  ['Limit', limit],
];
