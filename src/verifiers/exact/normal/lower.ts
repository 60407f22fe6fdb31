import { type Expr, NAMED_SETS } from '../../expr.js';
import { ONE } from '../rational.js';
import { stop } from './field-helpers.js';
import { imaginaryOf, piOf, symbolOf, unitPower } from './generators.js';
import { arithmetic } from './heads/arithmetic.js';
import { calculus } from './heads/calculus.js';
import { combinatorial } from './heads/combinatorial.js';
import { discrete } from './heads/discrete.js';
import { elementary } from './heads/elementary.js';
import { opaque } from './heads/opaque.js';
import { parts } from './heads/parts.js';
import { series } from './heads/series.js';
import { constant, NOUGHT, UNITY } from './product.js';
import type { Product } from './types.js';
import type { Workspace } from './workspace.js';

/** Brings one head's arguments to a value. `lower` is passed in so that heads do not import this table. */
export type HeadRule = (ws: Workspace, args: readonly Expr[], lower: Lower, expr: Expr) => Product;

/** Brings an expression to its value in the workspace's field. */
export type Lower = (ws: Workspace, expr: Expr) => Product;

const HEADS: ReadonlyMap<string, HeadRule> = new Map<string, HeadRule>([
  ...arithmetic,
  ...elementary,
  ...parts,
  ...discrete,
  ...combinatorial,
  ...series,
  ...calculus,
]);

/** Deepest tree that is brought to normal form. */
const MAX_DEPTH = 200;

/**
 * The value of an expression in the workspace's field. Throws {@link Stop} when it has none (`1/0`), is too
 * large, or holds something without a scalar meaning.
 */
export function lower(ws: Workspace, expr: Expr): Product {
  const known = ws.memo.values.get(expr);
  if (known !== undefined) return known;
  ws.budget.spend();
  ws.depth.now++;
  if (ws.depth.now > MAX_DEPTH) stop('too-large');
  const value = compute(ws, expr);
  ws.depth.now--;
  ws.memo.values.set(expr, value);
  return value;
}

function compute(ws: Workspace, expr: Expr): Product {
  switch (expr.node) {
    case 'number':
      return expr.num === 0n ? NOUGHT : constant({ num: expr.num, den: expr.den });
    case 'symbol':
      return symbolValue(ws, expr.name);
    case 'text':
      return stop('unsupported');
    case 'apply':
      return (HEADS.get(expr.head) ?? opaque)(ws, expr.args, lower, expr);
  }
}

const NO_SCALAR: ReadonlySet<string> = new Set(['Infinity', 'ComplexInfinity', ...NAMED_SETS]);

function symbolValue(ws: Workspace, name: string): Product {
  if (name === 'pi') return piOf(ws);
  if (name === 'i') return imaginaryOf(ws);
  if (name === 'e') return unitPower(ws, null, UNITY, ONE, { conjugate: 'same', positive: true, period: 0 });
  if (NO_SCALAR.has(name)) return stop('unsupported');
  if (name === 'Undefined') return stop('undefined');
  return symbolOf(ws, name);
}
