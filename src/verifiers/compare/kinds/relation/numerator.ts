import type { Context } from '../../../context.js';
import { add, isNumber, multiply, negate, ONE, productOf } from '../../../exact/build.js';
import type { Expr } from '../../../expr.js';
import { sameTree } from '../../rules/index.js';
import { argOf, argsOf, headOf } from '../shared/parts.js';

/** A denominator as powers of different bases. */
type Factors = readonly { readonly base: Expr; readonly power: number }[];

interface Quotient {
  readonly top: Expr;
  readonly bottom: Factors;
}

/** Largest exponent that is split into factors. */
const MAX_POWER = 60;

const whole = (top: Expr): Quotient => ({ top, bottom: [] });

const powerOf = (factors: Factors, base: Expr): number =>
  factors.find((f) => sameTree(f.base, base))?.power ?? 0;

/** For every base of either list the larger power (lcm), or the sum of the powers (product). */
function joinFactors(a: Factors, b: Factors, pick: (x: number, y: number) => number): Factors {
  const joined = a.map(({ base, power }) => ({ base, power: pick(power, powerOf(b, base)) }));
  return [
    ...joined,
    ...b
      .filter(({ base }) => powerOf(a, base) === 0)
      .map(({ base, power }) => ({ base, power: pick(0, power) })),
  ];
}

/** What `part` lacks of `all`, as a product. */
const missing = (all: Factors, part: Factors): Expr =>
  productOf(all.flatMap(({ base, power }) => new Array<Expr>(power - powerOf(part, base)).fill(base)));

function sum(parts: readonly Quotient[]): Quotient {
  const bottom = parts.reduce<Factors>((all, part) => joinFactors(all, part.bottom, Math.max), []);
  const tops = parts.map((part) => multiply(part.top, missing(bottom, part.bottom)));
  return { top: tops.reduce(add), bottom };
}

function product(parts: readonly Quotient[]): Quotient {
  return {
    top: productOf(parts.map((part) => part.top)),
    bottom: parts.reduce<Factors>((all, part) => joinFactors(all, part.bottom, (x, y) => x + y), []),
  };
}

/** Factors of a denominator; constants are left out, since only where it vanishes matters. */
function factorsOf(expr: Expr): Factors {
  if (expr.node === 'number') return [];
  const head = headOf(expr);
  if (head === 'Multiply') {
    return argsOf(expr)
      .map(factorsOf)
      .reduce((a, b) => joinFactors(a, b, (x, y) => x + y), []);
  }
  if (head === 'Negate') return factorsOf(argOf(expr, 0));
  const exponent = head === 'Power' ? argOf(expr, 1) : null;
  if (
    exponent?.node === 'number' &&
    exponent.den === 1n &&
    exponent.num > 0n &&
    exponent.num <= BigInt(MAX_POWER)
  ) {
    return [{ base: argOf(expr, 0), power: Number(exponent.num) }];
  }
  return [{ base: expr, power: 1 }];
}

/** The constant in front of a product, for the part of a denominator that has no factors of its own. */
function coefficient(expr: Expr): Expr {
  if (expr.node === 'number') return expr;
  if (headOf(expr) === 'Multiply') return productOf(argsOf(expr).map(coefficient));
  if (headOf(expr) === 'Negate') return negate(coefficient(argOf(expr, 0)));
  return ONE;
}

function quotient(expr: Expr, context: Context): Quotient {
  context.budget.spend();
  if (expr.node !== 'apply') return whole(expr);
  switch (expr.head) {
    case 'Add':
      return sum(expr.args.map((arg) => quotient(arg, context)));
    case 'Multiply':
      return product(expr.args.map((arg) => quotient(arg, context)));
    case 'Negate': {
      const inner = quotient(expr.args[0]!, context);
      return { top: negate(inner.top), bottom: inner.bottom };
    }
    case 'Divide':
      return divided(quotient(expr.args[0]!, context), quotient(expr.args[1]!, context));
    default:
      return whole(expr);
  }
}

/** a / b: the top of b joins the denominator, its denominator the top. */
function divided(a: Quotient, b: Quotient): Quotient {
  const scale = coefficient(b.top);
  const below = factorsOf(b.top);
  const top = multiply(a.top, missing(b.bottom, []));
  return {
    top:
      isNumber(scale, 1n) || isNumber(scale, 0n)
        ? top
        : multiply(top, { node: 'apply', head: 'Divide', args: [ONE, scale] }),
    bottom: joinFactors(a.bottom, below, (x, y) => x + y),
  };
}

/** What is left of an expression when it is multiplied by its least common denominator; null when there is none. */
export function numerator(expr: Expr, context: Context): Expr | null {
  const { top, bottom } = quotient(expr, context);
  return bottom.length === 0 ? null : top;
}
