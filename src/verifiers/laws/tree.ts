/**
 * Small mathematical trees that the laws generate. They are independent of the verifier's own tree on purpose:
 * a law must not share a mistake with what it tests.
 */
export type Tree =
  | { readonly op: 'integer'; readonly value: number }
  | { readonly op: 'variable'; readonly name: string }
  | { readonly op: 'sum' | 'product'; readonly args: readonly Tree[] }
  | { readonly op: 'negative' | 'root'; readonly arg: Tree }
  | { readonly op: 'quotient'; readonly top: Tree; readonly bottom: Tree }
  | { readonly op: 'power'; readonly base: Tree; readonly exponent: number }
  | { readonly op: 'function'; readonly name: 'sin' | 'cos' | 'exp'; readonly arg: Tree };

/** An exact rational, `den > 0`. */
export interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}

/** Exact values for the variables of a tree. */
export type Point = Readonly<Record<string, Fraction>>;

/**
 * The exact value at a point, independent of the verifier: `undefined` where a divisor vanishes, `null` where the
 * value is not rational arithmetic (roots and functions).
 */
export function evaluate(tree: Tree, point: Point): Fraction | null | undefined {
  switch (tree.op) {
    case 'integer':
      return { num: BigInt(tree.value), den: 1n };
    case 'variable':
      return point[tree.name] ?? null;
    case 'negative':
      return lift(evaluate(tree.arg, point), (a) => ({ num: -a.num, den: a.den }));
    case 'sum':
      return fold(tree.args, point, { num: 0n, den: 1n }, (a, b) => ({
        num: a.num * b.den + b.num * a.den,
        den: a.den * b.den,
      }));
    case 'product':
      return fold(tree.args, point, { num: 1n, den: 1n }, (a, b) => ({
        num: a.num * b.num,
        den: a.den * b.den,
      }));
    case 'quotient':
      return divide(evaluate(tree.top, point), evaluate(tree.bottom, point));
    case 'power':
      return raise(evaluate(tree.base, point), tree.exponent);
    default:
      return undefinedOrNull(evaluate(tree.arg, point));
  }
}

/** Whether two fractions, in any terms, are the same number. */
export const sameFraction = (a: Fraction, b: Fraction): boolean => a.num * b.den === b.num * a.den;

type Value = Fraction | null | undefined;

const lift = (a: Value, f: (a: Fraction) => Value): Value => (a === null || a === undefined ? a : f(a));

const undefinedOrNull = (a: Value): Value => (a === undefined ? undefined : null);

function fold(
  args: readonly Tree[],
  point: Point,
  start: Fraction,
  f: (a: Fraction, b: Fraction) => Fraction,
): Value {
  let total: Value = start;
  for (const arg of args) {
    const value = evaluate(arg, point);
    if (value === undefined || total === undefined) total = undefined;
    else if (value === null || total === null) total = null;
    else total = f(total, value);
  }
  return total;
}

function divide(a: Value, b: Value): Value {
  if (a === undefined || b === undefined) return undefined;
  if (b !== null && b.num === 0n) return undefined;
  if (a === null || b === null) return null;
  const sign = b.num < 0n ? -1n : 1n;
  return { num: a.num * b.den * sign, den: a.den * b.num * sign };
}

function raise(base: Value, exponent: number): Value {
  if (base === null || base === undefined) return base;
  const n = BigInt(Math.abs(exponent));
  const power = { num: base.num ** n, den: base.den ** n };
  return exponent >= 0 ? power : divide({ num: 1n, den: 1n }, power);
}
