import type { Budget } from '../../support/index.js';
import { type Expr, integer, isApply, type NumberNode } from '../expr.js';
import type { Ball } from './ball.js';
import { BallField } from './ball-field.js';
import { bitLength } from './bits.js';
import { keyOf } from './key.js';
import { type Machine, type PlanNode, run } from './machine.js';

/**
 * A separation bound in the manner of Burnikel, Funke, Mehlhorn, Schirra and Schmitt ("A separation bound for
 * real algebraic expressions", ESA 2001). A value is a quotient α/β of algebraic integers; `top` and `bottom`
 * are log2 of bounds on all conjugates of α and β. If the value is not zero, then
 * |value| ≥ 2^−((D − 1)·top + bottom), where D bounds the degree of the field that α and β live in.
 */
interface Heights {
  readonly top: number;
  readonly bottom: number;
}

/** Small relative surplus that covers the rounding of the logarithms. */
const SURPLUS = 1 + 2 ** -30;
/** Exponents and root degrees beyond this are not followed. */
const POWER_LIMIT = 4096;
/** Trial division goes up to here. */
const PRIME_LIMIT = 1000;

const log2Integer = (n: bigint): number => {
  const drop = Math.max(0, bitLength(n) - 60);
  return (Math.log2(Number(n >> BigInt(drop))) + drop) * SURPLUS + 1e-9;
};

const log2Sum = (a: number, b: number): number =>
  Math.max(a, b) + Math.log2(1 + 2 ** -Math.abs(a - b)) + 1e-9;

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
const lcm = (a: number, b: number): number => (a / gcd(a, b)) * b;

function totient(n: number): number {
  let [rest, result] = [n, n];
  for (let p = 2; p * p <= rest; p++) {
    if (rest % p !== 0) continue;
    while (rest % p === 0) rest /= p;
    result -= result / p;
  }
  return rest > 1 ? result - result / rest : result;
}

/** Prime powers of n; what trial division leaves is given as one factor. Longer numbers are one factor. */
function factors(n: bigint): readonly (readonly [bigint, number])[] {
  if (n > BigInt(Number.MAX_SAFE_INTEGER)) return [[n, 1]];
  const found: (readonly [bigint, number])[] = [];
  let rest = Number(n);
  for (let p = 2; p < PRIME_LIMIT && p * p <= rest; p++) {
    let exponent = 0;
    for (; rest % p === 0; rest /= p) exponent += 1;
    if (exponent > 0) found.push([BigInt(p), exponent]);
  }
  return rest > 1 ? [...found, [BigInt(rest), 1]] : found;
}

/** Collects the field that an expression lives in while its heights are computed. */
class AlgebraicField {
  readonly #budget: Budget;
  /** Degree of the root taken of each prime (or unfactored remainder) of rational radicands. */
  readonly #primes = new Map<bigint, number>();
  /** Degree of each nested radical. */
  readonly #nested = new Map<string, number>();
  /** Order of the roots of unity. */
  #order = 1;
  /** Whether the field contains the complex conjugates of its elements, and whether it has to. */
  #closed = true;
  #conjugated = false;
  readonly #machine: Machine<Ball>;

  constructor(budget: Budget, principal: boolean) {
    this.#budget = budget;
    this.#machine = { field: new BallField(160, budget), values: [], principal, budget };
  }

  /** False when a conjugate was used that the field may not contain. */
  get sound(): boolean {
    return this.#closed || !this.#conjugated;
  }

  get degree(): number {
    let degree = totient(this.#order);
    for (const k of this.#primes.values()) degree *= k;
    for (const k of this.#nested.values()) degree *= k;
    return degree;
  }

  /** Heights of a node, or `null` when it is not known to be algebraic. */
  heights(node: PlanNode): Heights | null {
    this.#budget.spend(2);
    if (node.literal !== null) return literalHeights(node.literal);
    if (node.angle !== null) return this.#unity(node.angle.den);
    const { expr } = node;
    if (expr.node === 'symbol') return expr.name === 'i' && node.constant ? this.#imaginary() : null;
    if (expr.node !== 'apply') return null;
    if (isApply(expr, 'Add')) return this.#sum(node.args);
    if (isApply(expr, 'Multiply')) return this.#product(node.args);
    return this.#small(expr, node.args) ?? this.#exactly(node);
  }

  #small(expr: Expr, args: readonly PlanNode[]): Heights | null {
    const [first, second] = args;
    if (first === undefined) return null;
    if (isApply(expr, 'Negate')) return this.heights(first);
    if (isApply(expr, 'Percent')) return percent(this.heights(first));
    if (isApply(expr, 'Conjugate')) return this.#conjugate(first);
    if (isApply(expr, 'Re') || isApply(expr, 'Im')) return this.#part(first);
    if (isApply(expr, 'Abs')) return this.#isReal(first) ? this.heights(first) : null;
    if (second !== undefined && isApply(expr, 'Divide')) return this.#quotient(first, second);
    const exponent = second?.literal ?? null;
    if (exponent !== null && isApply(expr, 'Power')) return this.#power(first, exponent);
    if (exponent?.den === 1n && exponent.num > 0n && isApply(expr, 'Root')) {
      return this.#root(first, Number(exponent.num));
    }
    return null;
  }

  #isReal(node: PlanNode): boolean {
    const value = run(this.#machine, node);
    return value !== 'undefined' && value.real && this.#machine.field.isBounded(value.re);
  }

  #conjugate(node: PlanNode): Heights | null {
    this.#conjugated = true;
    return this.heights(node);
  }

  /** (z ± z̄)/2, divided by i for the imaginary part. */
  #part(node: PlanNode): Heights | null {
    const whole = this.#conjugate(node);
    if (whole === null) return null;
    this.#imaginary();
    const sum = plus(whole, whole);
    return { top: sum.top, bottom: sum.bottom + 1 };
  }

  /** The value of a node that is exactly a short dyadic number (floors, factorials, counts …). */
  #exactly(node: PlanNode): Heights | null {
    const value = run(this.#machine, node);
    const n = value !== 'undefined' && value.real ? this.#machine.field.integer(value.re) : null;
    return n === null ? null : literalHeights(integer(n));
  }

  #imaginary(): Heights {
    this.#order = lcm(this.#order, 4);
    return { top: 0, bottom: 0 };
  }

  /** A trigonometric function of qπ (or e^(iqπ)): a quotient of sums of two roots of unity of order 2·den. */
  #unity(den: bigint): Heights | null {
    if (den > 5000n) return null;
    this.#order = lcm(this.#order, lcm(4, 2 * Number(den)));
    return this.#order > 1e6 ? null : { top: 1, bottom: 1 };
  }

  #sum(args: readonly PlanNode[]): Heights | null {
    let total: Heights | null = null;
    for (const arg of args) {
      const part = this.heights(arg);
      if (part === null) return null;
      total = total === null ? part : plus(total, part);
    }
    return total;
  }

  #product(args: readonly PlanNode[]): Heights | null {
    let total: Heights = { top: 0, bottom: 0 };
    for (const arg of args) {
      const part = this.heights(arg);
      if (part === null) return null;
      total = { top: total.top + part.top, bottom: total.bottom + part.bottom };
    }
    return total;
  }

  #quotient(over: PlanNode, under: PlanNode): Heights | null {
    const a = this.heights(over);
    const b = this.heights(under);
    return a === null || b === null ? null : { top: a.top + b.bottom, bottom: a.bottom + b.top };
  }

  #power(base: PlanNode, exponent: NumberNode): Heights | null {
    const root = exponent.den === 1n ? this.heights(base) : this.#root(base, Number(exponent.den));
    const n = Math.abs(Number(exponent.num));
    if (root === null || n > POWER_LIMIT) return null;
    const raised = { top: root.top * n, bottom: root.bottom * n };
    return exponent.num < 0n ? { top: raised.bottom, bottom: raised.top } : raised;
  }

  #root(radicand: PlanNode, k: number): Heights | null {
    const inner = this.heights(radicand);
    if (inner === null || k > POWER_LIMIT) return null;
    if (radicand.literal === null) this.#adjoin(radicand, k);
    else this.#adjoinLiteral(radicand.literal, k);
    // ᵏ√(α/β) = ᵏ√(αβ^(k−1)) / β, or α / ᵏ√(α^(k−1)β): whichever keeps the integers smaller.
    if (inner.top >= inner.bottom)
      return { top: (inner.top + (k - 1) * inner.bottom) / k, bottom: inner.bottom };
    return { top: inner.top, bottom: ((k - 1) * inner.top + inner.bottom) / k };
  }

  #adjoin(radicand: PlanNode, k: number): void {
    this.#nested.set(`${k}:${keyOf(radicand.expr, this.#budget)}`, k);
    // A real root is its own conjugate; any other may leave the field.
    const value = run(this.#machine, radicand);
    if (value === 'undefined' || !value.real || this.#machine.field.sign(value.re) !== 1)
      this.#closed = false;
  }

  /** A root of a rational lies in the field of the roots of its primes (and a root of unity for its sign). */
  #adjoinLiteral(x: NumberNode, k: number): void {
    if (x.num < 0n) this.#order = lcm(this.#order, 2 * k);
    for (const part of [x.num < 0n ? -x.num : x.num, x.den]) {
      this.#budget.spend(8);
      for (const [p, exponent] of factors(part)) {
        const degree = k / gcd(k, exponent);
        if (degree > 1) this.#primes.set(p, lcm(this.#primes.get(p) ?? 1, degree));
      }
    }
  }
}

const literalHeights = (x: NumberNode): Heights => ({
  top: x.num === 0n ? 0 : log2Integer(x.num < 0n ? -x.num : x.num),
  bottom: log2Integer(x.den),
});

const percent = (x: Heights | null): Heights | null =>
  x === null ? null : { top: x.top, bottom: x.bottom + log2Integer(100n) };

const plus = (a: Heights, b: Heights): Heights => ({
  top: log2Sum(a.top + b.bottom, b.top + a.bottom),
  bottom: a.bottom + b.bottom,
});

/**
 * Bits after the point to which `a − b` must vanish to be exactly zero, for algebraic constants; `null` when one
 * of them is not known to be algebraic.
 */
export function zeroBits(a: PlanNode, b: PlanNode, budget: Budget, principal = false): number | null {
  const field = new AlgebraicField(budget, principal);
  const left = field.heights(a);
  const right = left === null ? null : field.heights(b);
  if (left === null || right === null || !field.sound) return null;
  const gap = plus(left, right);
  const bits = ((field.degree - 1) * gap.top + gap.bottom) * SURPLUS + 2;
  return Number.isFinite(bits) ? Math.ceil(bits) : null;
}
