import { type Expr, isApply } from '../../../expr.js';
import { mentions, sameTree, substitute } from '../../rules/index.js';
import { namesOther } from './other-label.js';
import type { Stated } from './value.js';

/** `f(x)` and `f(t)`: the given value with the argument's name of the gold. Null: the labels name different things. */
export function alignLabels(a: Stated, b: Stated): Expr | null {
  const [x, y] = [a.label, b.label];
  if (x === null || y === null || sameTree(x, y)) return b.value;
  if (partialName(x) !== null && partialName(x) === partialName(y)) return b.value;
  const indices = numberedBy(x, y);
  if (indices !== null)
    return substitute(b.value, new Map([[indices[1], { node: 'symbol', name: indices[0] }]]));
  if (isApply(x, 'Call') && isApply(y, 'Call')) return renamedArguments(x, y, b.value);
  // `y = …` and `f(x) = …` name the same function.
  if (isOrdinate(x) && isApply(y, 'Call')) return renamed(b.value, argumentOf(y), 'x', a.value);
  if (isOrdinate(y) && isApply(x, 'Call')) return renamed(b.value, 'x', argumentOf(x), a.value);
  if (isFunctionOf(x, y) || isFunctionOf(y, x) || isVertex(x, y) || isVertex(y, x)) return b.value;
  // Figures have many names (∠B, ∠ABC); single letters are names of different unknowns.
  if (x.node === 'symbol' || y.node === 'symbol') return null;
  return isApply(x, 'Call') || isApply(y, 'Call') || namesOther(x, y) ? null : b.value;
}

/** A letter numbered by another one. */
const NUMBERED = /^([A-Za-z]+)_\{?([a-z])\}?$/u;

/** The indices of `a_n` and `a_k`, which name the same sequence; null for any other labels. */
function numberedBy(a: Expr, b: Expr): readonly [string, string] | null {
  const [x, y] = [a, b].map((expr) => (expr.node === 'symbol' ? NUMBERED.exec(expr.name) : null));
  return x && y && x[1] === y[1] ? [x[2]!, y[2]!] : null;
}

const argumentOf = (call: Expr): string =>
  isApply(call, 'Call') && call.args[1]?.node === 'symbol' ? call.args[1].name : 'x';

/** `y(t) = …` against `y = …` in x: the argument under the name that the other side gives it. */
function renamed(value: Expr, from: string, to: string, other: Expr): Expr {
  const moves =
    mentions(value, from) && !mentions(value, to) && mentions(other, to) && !mentions(other, from);
  return moves ? substitute(value, new Map([[from, { node: 'symbol', name: to }]])) : value;
}

/** `x` for x(t). */
const isFunctionOf = (name: Expr, call: Expr): boolean =>
  name.node === 'symbol' && isApply(call, 'Call') && sameTree(call.args[0]!, name);

/** `A` for ∠A, where the answer is an angle. */
const isVertex = (name: Expr, figure: Expr): boolean =>
  name.node === 'symbol' &&
  isApply(figure, 'Segment') &&
  figure.args.length === 2 &&
  figure.args[0]!.node === 'text' &&
  figure.args[0]!.value === 'angle' &&
  figure.args[1]!.node === 'symbol' &&
  figure.args[1]!.name === name.name;

/** `z_x` for ∂z/∂x, under either spelling; null for any other label. */
function partialName(expr: Expr): string | null {
  if (expr.node === 'symbol') return NUMBERED.test(expr.name) ? expr.name : null;
  if (!isApply(expr, 'Derivative')) return null;
  const [body, variable, order] = expr.args as readonly [Expr, Expr, Expr];
  const name = isApply(body, 'Call') ? body.args[0]! : body;
  if (name.node !== 'symbol' || variable.node !== 'symbol') return null;
  return order.node === 'number' && order.num === order.den ? `${name.name}_${variable.name}` : null;
}

const isOrdinate = (expr: Expr): boolean =>
  expr.node === 'symbol' && (expr.name === 'y' || expr.name === 'z');

/** The capital letter of P(A), which names an event or a point and is no variable. */
const isEvent = (expr: Expr): boolean => expr.node === 'symbol' && /^[A-Z]$/u.test(expr.name);

function renamedArguments(a: Expr, b: Expr, value: Expr): Expr | null {
  if (a.node !== 'apply' || b.node !== 'apply' || a.args.length !== b.args.length) return null;
  if (!sameTree(a.args[0]!, b.args[0]!)) return null;
  const names = new Map<string, Expr>();
  for (const [i, arg] of b.args.entries()) {
    const other = a.args[i]!;
    if (i === 0 || sameTree(arg, other)) continue;
    if (arg.node !== 'symbol' || other.node !== 'symbol' || isEvent(arg) || isEvent(other)) return null;
    // `f(t) = 2x + 1` is no function of t.
    if (mentions(value, other.name) && !b.args.some((own) => sameTree(own, other))) return null;
    names.set(arg.name, other);
  }
  return substitute(value, names);
}
