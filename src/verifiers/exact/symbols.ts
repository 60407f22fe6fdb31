import { type Expr, isApply, NAMED_SETS } from '../expr.js';

/** Names that are constants, never unknowns. */
export const CONSTANT_NAMES: ReadonlySet<string> = new Set([
  'pi',
  'e',
  'i',
  'Infinity',
  'ComplexInfinity',
  'Undefined',
  ...NAMED_SETS,
]);

/** Position of the bound variable in the heads that bind one. */
const BINDERS: ReadonlyMap<string, number> = new Map([
  ['Sum', 1],
  ['Product', 1],
  ['Integral', 1],
  ['Limit', 1],
]);

/**
 * The unknowns of an expression, sorted by name: constants and bound variables (summation index, variable of a
 * definite integral or limit) are left out.
 */
export function freeSymbols(expr: Expr): readonly string[] {
  const found = new Set<string>();
  collect(expr, new Set(), found);
  return [...found].sort();
}

function collect(expr: Expr, bound: ReadonlySet<string>, found: Set<string>): void {
  if (expr.node === 'symbol') {
    if (!bound.has(expr.name) && !CONSTANT_NAMES.has(expr.name)) found.add(expr.name);
  } else if (expr.node === 'apply') {
    const variable = boundVariable(expr);
    const inner = variable === null ? bound : new Set([...bound, variable]);
    for (const [index, arg] of expr.args.entries()) {
      if (index === 0) collect(arg, inner, found);
      else if (variable === null || index > 1) collect(arg, bound, found);
    }
  }
}

/** The variable a node binds in its first argument, or `null`. An indefinite integral leaves it free. */
export function boundVariable(expr: Expr): string | null {
  if (expr.node !== 'apply') return null;
  const at = BINDERS.get(expr.head);
  if (at === undefined || (expr.head === 'Integral' && expr.args.length < 4)) return null;
  const variable = expr.args[at];
  return variable?.node === 'symbol' ? variable.name : null;
}

/** Replaces free symbols by expressions, all at once; bound variables are left alone. */
export function substitute(expr: Expr, map: ReadonlyMap<string, Expr>): Expr {
  if (expr.node === 'symbol') return map.get(expr.name) ?? expr;
  if (expr.node !== 'apply') return expr;
  const variable = boundVariable(expr);
  let inner = map;
  if (variable !== null && map.has(variable)) {
    inner = new Map([...map].filter(([name]) => name !== variable));
  }
  let changed = false;
  const args = expr.args.map((arg, index) => {
    const skip = variable !== null && index === 1;
    const next = skip ? arg : substitute(arg, variable !== null && index === 0 ? inner : map);
    if (next !== arg) changed = true;
    return next;
  });
  return changed ? { node: 'apply', head: expr.head, args } : expr;
}

/** True when `test` holds for the expression or any part of it. */
export function contains(expr: Expr, test: (part: Expr) => boolean): boolean {
  return test(expr) || (expr.node === 'apply' && expr.args.some((arg) => contains(arg, test)));
}

/** True when the symbol `name` occurs anywhere, bound or free. */
export const mentions = (expr: Expr, name: string): boolean =>
  contains(expr, (part) => part.node === 'symbol' && part.name === name);

/** True for numbers, constants and what is made of them alone: no letter, bound or free, no matrix, no words. */
export function isConstantScalar(expr: Expr): boolean {
  if (expr.node === 'number') return true;
  if (expr.node === 'symbol') return CONSTANT_NAMES.has(expr.name);
  return (
    expr.node === 'apply' &&
    expr.head !== 'Matrix' &&
    expr.head !== 'Vector' &&
    expr.args.every(isConstantScalar)
  );
}

/** True when the two trees are the same, spelling of numbers aside. */
export function sameTree(a: Expr, b: Expr): boolean {
  if (a === b) return true;
  if (a.node === 'number') return b.node === 'number' && a.num === b.num && a.den === b.den;
  if (a.node === 'symbol') return b.node === 'symbol' && a.name === b.name;
  if (a.node === 'text') return b.node === 'text' && a.value === b.value;
  if (!isApply(b, a.head) || b.args.length !== a.args.length) return false;
  for (let i = 0; i < a.args.length; i++) {
    if (!sameTree(a.args[i] as Expr, b.args[i] as Expr)) return false;
  }
  return true;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byNumber = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

/** A total order of trees (0 for the same tree), by structure alone. */
export function orderTrees(a: Expr, b: Expr): number {
  if (a === b) return 0;
  if (a.node !== b.node) return byText(a.node, b.node);
  if (a.node === 'number' && b.node === 'number') return byNumber(a.num, b.num) || byNumber(a.den, b.den);
  if (a.node === 'symbol' && b.node === 'symbol') return byText(a.name, b.name);
  if (a.node === 'text' && b.node === 'text') return byText(a.value, b.value);
  if (a.node !== 'apply' || b.node !== 'apply') return 0;
  const here = byText(a.head, b.head) || a.args.length - b.args.length;
  if (here !== 0) return here;
  for (let i = 0; i < a.args.length; i++) {
    const inside = orderTrees(a.args[i] as Expr, b.args[i] as Expr);
    if (inside !== 0) return inside;
  }
  return 0;
}
