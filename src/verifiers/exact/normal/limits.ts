import { type Expr, symbol } from '../../expr.js';
import { contains, substitute } from '../symbols.js';
import { dependsOn } from './depends.js';
import { symbolOf } from './generators.js';
import type { Lower } from './lower.js';
import { exponentOf } from './poly.js';
import { NOUGHT, single } from './product.js';
import { type Poly, type Product, Stop } from './types.js';
import { openVariable, type Workspace } from './workspace.js';

/** Heads that jump: plain substitution is no limit for them. */
const JUMPS: ReadonlySet<string> = new Set(['Floor', 'Ceiling', 'Round', 'Sign', 'Mod', 'Arg']);

/**
 * A limit of a continuous expression (by substitution, after cancelling) or of a rational function at infinity;
 * `null` when these do not settle it.
 */
export function limitValue(ws: Workspace, args: readonly Expr[], lower: Lower): Product | null {
  const [body, variable, point] = args;
  if (body === undefined || variable?.node !== 'symbol' || point === undefined) return null;
  if (contains(body, (part) => part.node === 'apply' && JUMPS.has(part.head))) return null;
  if (point.node === 'symbol' && point.name === 'Infinity') return atInfinity(ws, body, variable.name, lower);
  return bySubstitution(ws, body, variable.name, point, lower);
}

function bySubstitution(ws: Workspace, body: Expr, name: string, point: Expr, lower: Lower): Product | null {
  const depth = ws.depth.now;
  try {
    return lower(ws, substitute(body, new Map([[name, point]])));
  } catch (error) {
    if (!(error instanceof Stop) || error.reason !== 'undefined') throw error;
    ws.depth.now = depth;
    return null;
  }
}

/** Leading terms of a rational function in the variable. */
function atInfinity(ws: Workspace, body: Expr, name: string, lower: Lower): Product | null {
  const bound = openVariable(ws);
  const value = lower(ws, substitute(body, new Map([[name, symbol(bound)]])));
  const x = [...symbolOf(ws, bound).powers.keys()][0] as number;
  ws.bound.now--;
  let degree = 0;
  let lead: Product = { coef: value.coef, powers: new Map() };
  for (const [id, exponent] of value.powers) {
    const poly = ws.field.composite(id)?.poly;
    if (id === x) degree += exponent;
    else if (poly !== undefined && dependsOn(ws, single(id), x)) {
      const top = leadingIn(ws, poly, x);
      if (top === null) return null;
      degree += top.degree * exponent;
      lead = ws.field.multiply(lead, ws.field.power(top.coefficient, exponent));
    } else if (dependsOn(ws, single(id), x)) return null;
    else lead = ws.field.multiply(lead, single(id, exponent));
  }
  return degree < 0 ? NOUGHT : degree === 0 ? lead : null;
}

function leadingIn(
  ws: Workspace,
  poly: Poly,
  x: number,
): { readonly degree: number; readonly coefficient: Product } | null {
  let degree = 0;
  for (const { mono } of poly.values()) degree = Math.max(degree, exponentOf(mono, x));
  const top: Product[] = [];
  for (const { mono, coef } of poly.values()) {
    const exponent = exponentOf(mono, x);
    const term = ws.field.divide(ws.field.fromTerm(mono, coef), ws.field.power(single(x), exponent));
    if (dependsOn(ws, term, x)) return null;
    if (exponent === degree) top.push(term);
  }
  return { degree, coefficient: ws.field.add(top) };
}
