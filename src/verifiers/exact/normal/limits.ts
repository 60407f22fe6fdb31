import { apply, type Expr, integer, isApply, symbol } from '../../expr.js';
import { contains, mentions, substitute } from '../symbols.js';
import { isNumber } from './conjugate.js';
import { dependsOn } from './depends.js';
import { differentiate } from './differentiate.js';
import { stop } from './field-helpers.js';
import { symbolOf } from './generators.js';
import type { Lower } from './lower.js';
import { exponentOf, idsOf } from './poly.js';
import { isConstant, isZero, NOUGHT, single, UNITY } from './product.js';
import { signOfProduct } from './signs.js';
import { productExpr } from './to-expr.js';
import { type Poly, type Product, Stop } from './types.js';
import { openVariable, type Workspace } from './workspace.js';

/** Heads that jump, or may: plain substitution is no limit for them. */
const JUMPS: ReadonlySet<string> = new Set([
  ...['Floor', 'Ceiling', 'Round', 'Sign', 'Mod', 'Gcd', 'Lcm', 'Arg', 'Call', 'Prime'],
]);

/** A body with the variable it is taken the limit in. */
interface Approach {
  readonly body: Expr;
  readonly name: string;
  readonly point: Expr;
  /** 1: from above, −1: from below, 0: from both sides. */
  readonly side: 1 | 0 | -1;
}

/**
 * A limit: of a continuous expression by substitution, of a rational function at infinity by its leading terms, of
 * 0/0 by derivatives (l'Hôpital), of a power by its logarithm; `null` when these do not settle it.
 */
export function limitValue(ws: Workspace, args: readonly Expr[], lower: Lower): Product | null {
  const [body, variable, point, direction] = args;
  if (body === undefined || variable?.node !== 'symbol' || point === undefined) return null;
  if (contains(body, (part) => part.node === 'apply' && JUMPS.has(part.head))) return null;
  const side = direction === undefined ? 0 : direction.node === 'number' && direction.num > 0n ? 1 : -1;
  return differentiated(ws, { body, name: variable.name, point, side }, lower);
}

const differs = (expr: Expr): boolean =>
  contains(expr, (part) => part.node === 'apply' && part.head === 'Derivative');

/** Derivatives in the body are taken before anything is put in for its variable. */
function differentiated(ws: Workspace, approach: Approach, lower: Lower): Product | null {
  if (!differs(approach.body)) return settled(ws, approach, lower) ?? ofPower(ws, approach, lower);
  const name = openVariable(ws);
  const value = lower(ws, substitute(approach.body, new Map([[approach.name, symbol(name)]])));
  const body = productExpr(ws.field, value);
  const limit = differs(body) ? null : settled(ws, { ...approach, body, name }, lower);
  ws.bound.now--;
  return limit;
}

function settled(ws: Workspace, approach: Approach, lower: Lower): Product | null {
  const { body, name, point } = approach;
  if (endOf(point) === 0) {
    const plain = unlessUndefined(ws, () => lower(ws, substitute(body, new Map([[name, point]]))));
    return plain ?? nearby(ws, approach, lower);
  }
  const leading = endOf(point) === 1 ? atInfinity(ws, body, name, lower) : null;
  return leading ?? nearby(ws, approach, lower);
}

/** 1 and −1 for ±∞, 0 for finite points. */
function endOf(point: Expr): 1 | 0 | -1 {
  if (point.node === 'symbol') return point.name === 'Infinity' ? 1 : 0;
  if (!isApply(point, 'Negate')) return 0;
  const inner = point.args[0];
  return inner?.node === 'symbol' && inner.name === 'Infinity' ? -1 : 0;
}

/** What `work` gives; `null` where it has no value. */
function unlessUndefined(ws: Workspace, work: () => Product): Product | null {
  const [depth, bound] = [ws.depth.now, ws.bound.now];
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Stop) || error.reason !== 'undefined') throw error;
    ws.depth.now = depth;
    ws.bound.now = bound;
    return null;
  }
}

/** The limit at t = 0 of the body at a + t, a − t, 1/t or −1/t; t is positive but where both sides count. */
function nearby(ws: Workspace, { body, name, point, side }: Approach, lower: Lower): Product | null {
  const end = endOf(point);
  const oneSided = end !== 0 || side !== 0;
  const inner = openVariable(ws);
  const t = oneSided ? `${inner}+` : inner;
  const facts = oneSided ? new Map([...ws.facts, [t, 'positive'] as const]) : ws.facts;
  const turned = end === -1 || side === -1 ? apply('Negate', symbol(t)) : symbol(t);
  const place = end === 0 ? apply('Add', point, turned) : apply('Divide', integer(1), turned);
  const local: Workspace = { ...ws, facts };
  const value = unlessUndefined(local, () => lower(local, substitute(body, new Map([[name, place]]))));
  const limit = value === null ? null : unlessUndefined(local, () => atZero(local, value, t, lower));
  ws.bound.now--;
  return limit;
}

/** Derivatives taken of numerator and denominator before 0/0 is given up. */
const MAX_STEPS = 6;

/** The limit of a quotient at t = 0, by substitution or l'Hôpital. */
function atZero(ws: Workspace, start: Product, t: string, lower: Lower): Product {
  let value = start;
  for (let step = 0; step <= MAX_STEPS; step++) {
    const [top, bottom] = [1, -1].map((side) => productExpr(ws.field, half(value, side))) as [Expr, Expr];
    const at = (expr: Expr): Product => lower(ws, substitute(expr, new Map([[t, integer(0)]])));
    const under = at(bottom);
    if (!isZero(under))
      return isSurelyNonZero(ws, under) ? ws.field.divide(at(top), under) : stop('undefined');
    if (!isZero(at(top))) return stop('undefined');
    const [up, down] = [top, bottom].map((expr) => differentiate(expr, t, ws.budget));
    if (up === undefined || up === null || down === undefined || down === null) break;
    value = ws.field.divide(lower(ws, up), lower(ws, down));
  }
  return stop('undefined');
}

/** The factors above the bar (1), or those below it (−1). */
function half(value: Product, side: number): Product {
  const powers = [...value.powers].filter(([, exponent]) => exponent * side > 0);
  const coef = side > 0 ? value.coef : UNITY.coef;
  return { coef, powers: new Map(powers.map(([id, exponent]) => [id, exponent * side])) };
}

/** Numbers of known sign; products of free symbols, their sums, and exponentials. */
function isSurelyNonZero(ws: Workspace, value: Product): boolean {
  if (isConstant(value)) return true;
  if (isNumber(ws, value)) return (signOfProduct(ws, value) ?? 0) !== 0;
  const kindOf = (id: number): string | undefined => ws.field.generatorOf(id)?.meaning.kind;
  return [...value.powers.keys()].every((id) => {
    const composite = ws.field.composite(id);
    if (composite === null) return ['symbol', 'pi', 'imaginary', 'unity', 'unit'].includes(kindOf(id) ?? '');
    return idsOf(composite.poly).every((factor) => kindOf(factor) === 'symbol' || kindOf(factor) === 'pi');
  });
}

/** lim u^v = exp(lim v·ln u). */
function ofPower(ws: Workspace, approach: Approach, lower: Lower): Product | null {
  const { body, name } = approach;
  const [base, exponent] = body.node === 'apply' && body.head === 'Power' ? body.args : [];
  if (base === undefined || exponent === undefined || !mentions(exponent, name)) return null;
  const inner = settled(ws, { ...approach, body: apply('Multiply', exponent, apply('Ln', base)) }, lower);
  return inner === null ? null : lower(ws, apply('Power', symbol('e'), productExpr(ws.field, inner)));
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
