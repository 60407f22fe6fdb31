import { isApply, type NumberNode, rational } from '../expr.js';
import type { Complex } from './complex.js';
import type { PlanNode } from './machine.js';
import type { RealField } from './real-field.js';

/** A product of a rational, a power of π (0 or 1) and a power of i (0 or 1), or `null`. */
interface Monomial {
  readonly factor: NumberNode;
  readonly pi: number;
  readonly i: number;
}

const times = (a: NumberNode, b: NumberNode): NumberNode => rational(a.num * b.num, a.den * b.den);

const plus = (a: NumberNode, b: NumberNode): NumberNode =>
  rational(a.num * b.den + b.num * a.den, a.den * b.den);

function symbolMonomial(name: string): Monomial | null {
  if (name === 'pi') return { factor: rational(1n), pi: 1, i: 0 };
  return name === 'i' ? { factor: rational(1n), pi: 0, i: 1 } : null;
}

function product(nodes: readonly PlanNode[]): Monomial | null {
  let total: Monomial = { factor: rational(1n), pi: 0, i: 0 };
  for (const node of nodes) {
    const part = monomial(node);
    if (part === null || total.pi + part.pi > 1 || total.i + part.i > 1) return null;
    total = { factor: times(total.factor, part.factor), pi: total.pi + part.pi, i: total.i + part.i };
  }
  return total;
}

function sum(nodes: readonly PlanNode[]): Monomial | null {
  let total: Monomial | null = null;
  for (const node of nodes) {
    const part = monomial(node);
    if (part === null) return null;
    if (total === null || total.factor.num === 0n) total = part;
    else if (part.factor.num !== 0n) {
      if (part.pi !== total.pi || part.i !== total.i) return null;
      total = { factor: plus(total.factor, part.factor), pi: total.pi, i: total.i };
    }
  }
  return total;
}

function monomial(node: PlanNode): Monomial | null {
  if (node.literal !== null) return { factor: node.literal, pi: 0, i: 0 };
  const { expr, args } = node;
  if (!node.constant) return null;
  if (expr.node === 'symbol') return node.slot < 0 ? symbolMonomial(expr.name) : null;
  if (isApply(expr, 'Multiply')) return product(args);
  if (isApply(expr, 'Add')) return sum(args);
  if (isApply(expr, 'Negate')) return scaled(args[0], rational(-1n));
  if (isApply(expr, 'Degree')) return turned(scaled(args[0], rational(1n, 180n)));
  const below = args[1]?.literal;
  if (isApply(expr, 'Divide') && below && below.num !== 0n)
    return scaled(args[0], rational(below.den, below.num));
  return null;
}

function scaled(node: PlanNode | undefined, by: NumberNode): Monomial | null {
  const inner = node === undefined ? null : monomial(node);
  return inner === null ? null : { ...inner, factor: times(inner.factor, by) };
}

const turned = (inner: Monomial | null): Monomial | null =>
  inner === null || inner.pi !== 0 ? null : { ...inner, pi: 1 };

/** q when the node is exactly q·π. */
export function realAngle(node: PlanNode): NumberNode | null {
  const found = monomial(node);
  if (found === null || found.i !== 0) return null;
  return found.pi === 1 || found.factor.num === 0n ? found.factor : null;
}

/** q when the node is exactly i·q·π. */
export function imaginaryAngle(node: PlanNode): NumberNode | null {
  const found = monomial(node);
  return found !== null && found.pi === 1 && found.i === 1 ? found.factor : null;
}

/** q reduced to [0, 2). */
function reduced(q: NumberNode): NumberNode {
  const period = 2n * q.den;
  return rational(((q.num % period) + period) % period, q.den);
}

/** sin(qπ), exact where it is 0, ±1/2 or ±1. */
export function sinPi<B>(f: RealField<B>, q: NumberNode): B {
  const turn = reduced(q);
  const { num, den } = turn;
  if (num > den) return f.neg(sinPi(f, rational(num - den, den)));
  if (2n * num > den) return sinPi(f, rational(den - num, den));
  if (num === 0n) return f.zero;
  if (den === 2n) return f.one;
  if (den === 6n) return f.scale(f.one, -1);
  return f.sinCos(f.mul(f.pi(), f.fromRational(num, den)))[0];
}

/** cos(qπ) = sin(qπ + π/2). */
export const cosPi = <B>(f: RealField<B>, q: NumberNode): B =>
  sinPi(f, rational(2n * q.num + q.den, 2n * q.den));

/** e^(iqπ). */
export function unitRoot<B>(f: RealField<B>, q: NumberNode): Complex<B> {
  const im = sinPi(f, q);
  return { re: cosPi(f, q), im, real: f.isZero(im) };
}
