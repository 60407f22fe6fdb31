import type { Budget } from '../../support/index.js';
import type { ApplyNode, Expr } from '../expr.js';

/** Primes just below 2^26: products of two residues are exact doubles. */
export const PRIMES: readonly number[] = [67108859, 67108837, 67108819, 67108777];

/** Residues of the free symbols. */
export type Assignment = ReadonlyMap<string, number>;

const MAX_DEPTH = 200;

function power(base: number, exponent: number, p: number): number {
  let out = 1;
  let square = base;
  for (let e = exponent; e > 0; e = Math.floor(e / 2)) {
    if (e % 2 === 1) out = (out * square) % p;
    square = (square * square) % p;
  }
  return out;
}

const residue = (n: bigint, p: number): number => {
  const r = Number(n % BigInt(p));
  return r < 0 ? r + p : r;
};

const inverse = (a: number, p: number): number | null => (a === 0 ? null : power(a, p - 2, p));

/**
 * The value of a rational expression modulo a prime; `null` when it is no rational expression of the assigned
 * symbols, or a denominator vanishes.
 */
export function valueModulo(expr: Expr, at: Assignment, p: number, budget: Budget, depth = 0): number | null {
  budget.spend();
  if (depth > MAX_DEPTH) return null;
  switch (expr.node) {
    case 'number': {
      const under = inverse(residue(expr.den, p), p);
      return under === null ? null : (residue(expr.num, p) * under) % p;
    }
    case 'symbol':
      return at.get(expr.name) ?? null;
    case 'text':
      return null;
    case 'apply':
      return applied(expr, (part) => valueModulo(part, at, p, budget, depth + 1), p);
  }
}

function applied(expr: ApplyNode, value: (part: Expr) => number | null, p: number): number | null {
  const [first, second] = expr.args;
  if (first === undefined) return null;
  switch (expr.head) {
    case 'Add':
      return folded(expr.args, value, (a, b) => (a + b) % p);
    case 'Multiply':
      return folded(expr.args, value, (a, b) => (a * b) % p);
    case 'Negate': {
      const a = value(first);
      return a === null ? null : (p - a) % p;
    }
    case 'Divide': {
      const b = second === undefined ? null : value(second);
      const a = b === null || b === 0 ? null : value(first);
      return a === null || b === null ? null : (a * power(b, p - 2, p)) % p;
    }
    case 'Power':
      return second?.node === 'number' && second.den === 1n ? wholePower(value(first), second.num, p) : null;
    default:
      return null;
  }
}

function wholePower(base: number | null, exponent: bigint, p: number): number | null {
  if (base === null) return null;
  if (base === 0) return exponent > 0n ? 0 : null;
  return power(base, residue(exponent, p - 1), p);
}

function folded(
  args: readonly Expr[],
  value: (part: Expr) => number | null,
  join: (a: number, b: number) => number,
): number | null {
  let out: number | null = null;
  for (const arg of args) {
    const next = value(arg);
    if (next === null) return null;
    out = out === null ? next : join(out, next);
  }
  return out;
}
