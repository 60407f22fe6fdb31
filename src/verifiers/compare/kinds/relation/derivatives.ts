import type { RelationAnswer } from '../../../answer.js';
import { type Expr, isApply, symbol } from '../../../expr.js';

/** A derivative of a named function: y″, dy/dx, P′(t). `variable` is null where the notation does not say. */
interface Derivative {
  readonly name: string;
  readonly variable: string | null;
  readonly order: string;
}

const nameOf = (expr: Expr | undefined): string | null => (expr?.node === 'symbol' ? expr.name : null);

/** The function and its one variable: `y`, `y(x)`. */
function functionOf(expr: Expr | undefined): string | null {
  if (expr === undefined || expr.node === 'symbol') return nameOf(expr);
  return isApply(expr, 'Call') && expr.args.length === 2 && nameOf(expr.args[1]) !== null
    ? nameOf(expr.args[0])
    : null;
}

function derivativeOf(expr: Expr): Derivative | null {
  if (expr.node !== 'apply') return null;
  const [first, second, third] = expr.args;
  if (expr.head === 'Call' && expr.args.length === 2 && first !== undefined && isApply(first, 'Prime')) {
    const inner = derivativeOf(first);
    const variable = nameOf(second);
    return inner === null || variable === null ? null : { ...inner, variable };
  }
  const order = expr.head === 'Prime' ? second : expr.head === 'Derivative' ? third : undefined;
  const name = functionOf(first);
  if (name === null || order?.node !== 'number') return null;
  return {
    name,
    variable: expr.head === 'Derivative' ? nameOf(second) : null,
    order: `${order.num}/${order.den}`,
  };
}

/** Functions that are differentiated, with the variables named for them. */
function collect(expr: Expr, found: Map<string, Set<string>>): void {
  const derivative = derivativeOf(expr);
  if (derivative !== null) {
    const variables = found.get(derivative.name) ?? new Set();
    if (derivative.variable !== null) variables.add(derivative.variable);
    found.set(derivative.name, variables);
  } else if (expr.node === 'apply') for (const arg of expr.args) collect(arg, found);
}

function respell(expr: Expr, functions: ReadonlyMap<string, ReadonlySet<string>>): Expr {
  const derivative = derivativeOf(expr);
  if (derivative !== null) {
    const { name, variable, order } = derivative;
    const by = (functions.get(name)?.size ?? 0) > 1 ? variable : null;
    return symbol(`${name} differentiated ${order} by ${by ?? 'its variable'}`);
  }
  if (expr.node !== 'apply') return expr;
  const called = functionOf(expr);
  if (called !== null && functions.get(called)?.has(nameOf(expr.args[1])!) === true) return symbol(called);
  return { ...expr, args: expr.args.map((arg) => respell(arg, functions)) };
}

/**
 * Two differential equations with every derivative as an unknown of its own, whatever its notation: `dy/dx`, `y′`,
 * `y′(x)`, and with the function itself written `y`. Null when neither holds a derivative.
 */
export function withoutDerivatives(
  a: RelationAnswer,
  b: RelationAnswer,
): readonly [RelationAnswer, RelationAnswer] | null {
  const functions = new Map<string, Set<string>>();
  for (const side of [...a.sides, ...b.sides]) collect(side, functions);
  if (functions.size === 0) return null;
  const same = ordinateFor(a, b);
  const plain = (relation: RelationAnswer): RelationAnswer => ({
    ...relation,
    sides: relation.sides.map((side) => renamed(respell(side, functions), same)),
  });
  return [plain(a), plain(b)];
}

/**
 * The function that one side calls y and the other f: `y′ = 2x` says what `f′(x) = 2x` does. Null where one of the
 * letters also stands for something else, as in `dx/dy = 2x`.
 */
function ordinateFor(a: RelationAnswer, b: RelationAnswer): string | null {
  const [first, second] = [a, b].map((relation) => {
    const found = new Map<string, Set<string>>();
    for (const side of relation.sides) collect(side, found);
    return [...found.keys()];
  });
  const [x, y] = [first?.[0], second?.[0]];
  if (x === undefined || y === undefined || first?.length !== 1 || second?.length !== 1 || x === y)
    return null;
  if (x !== 'y' && y !== 'y') return null;
  const standsAlone = [...a.sides, ...b.sides].some((side) => isBare(side, x) || isBare(side, y));
  return standsAlone ? null : x === 'y' ? y : x;
}

/** Does the letter stand outside of derivatives, or for the variable of one? */
function isBare(expr: Expr, name: string): boolean {
  const derivative = derivativeOf(expr);
  if (derivative !== null) return derivative.variable === name;
  return expr.node === 'apply' ? expr.args.some((arg) => isBare(arg, name)) : nameOf(expr) === name;
}

/** The derivative of `name` under the name y. */
function renamed(expr: Expr, name: string | null): Expr {
  if (name === null) return expr;
  if (expr.node === 'symbol')
    return expr.name.startsWith(`${name} differentiated `)
      ? symbol(`y${expr.name.slice(name.length)}`)
      : expr;
  return expr.node === 'apply' ? { ...expr, args: expr.args.map((arg) => renamed(arg, name)) } : expr;
}
