import type { Budget } from '../../../support/index.js';
import { type ApplyNode, apply, type Expr, integer, rational } from '../../expr.js';

/** Deepest tree that is differentiated. */
const MAX_DEPTH = 100;

const product = (...args: readonly Expr[]): Expr => apply('Multiply', ...args);
const power = (base: Expr, exponent: Expr): Expr => apply('Power', base, exponent);
const quotient = (a: Expr, b: Expr): Expr => apply('Divide', a, b);
const negative = (a: Expr): Expr => apply('Negate', a);
const sum = (...args: readonly Expr[]): Expr => apply('Add', ...args);
const one = integer(1);
const two = integer(2);
const square = (a: Expr): Expr => power(a, two);
const squareRoot = (a: Expr): Expr => apply('Root', a, two);

/** f'(u) for the functions of one argument. */
const OUTER: ReadonlyMap<string, (u: Expr) => Expr> = new Map<string, (u: Expr) => Expr>([
  ['Ln', (u) => quotient(one, u)],
  ['Sin', (u) => apply('Cos', u)],
  ['Cos', (u) => negative(apply('Sin', u))],
  ['Tan', (u) => square(apply('Sec', u))],
  ['Cot', (u) => negative(square(apply('Csc', u)))],
  ['Sec', (u) => product(apply('Sec', u), apply('Tan', u))],
  ['Csc', (u) => negative(product(apply('Csc', u), apply('Cot', u)))],
  ['Arcsin', (u) => quotient(one, squareRoot(sum(one, negative(square(u)))))],
  ['Arccos', (u) => negative(quotient(one, squareRoot(sum(one, negative(square(u))))))],
  ['Arctan', (u) => quotient(one, sum(one, square(u)))],
  ['Arccot', (u) => negative(quotient(one, sum(one, square(u))))],
  ['Sinh', (u) => apply('Cosh', u)],
  ['Cosh', (u) => apply('Sinh', u)],
  ['Tanh', (u) => square(apply('Sech', u))],
  ['Coth', (u) => negative(square(apply('Csch', u)))],
  ['Arsinh', (u) => quotient(one, squareRoot(sum(square(u), one)))],
  ['Arcosh', (u) => quotient(one, squareRoot(sum(square(u), negative(one))))],
  ['Artanh', (u) => quotient(one, sum(one, negative(square(u))))],
  ['Abs', (u) => quotient(u, apply('Abs', u))],
  ['Negate', () => negative(one)],
  ['Degree', () => apply('Degree', one)],
  ['Percent', () => apply('Percent', one)],
]);

/** The derivative by rule, unsimplified; `null` when some part has none here. */
export function differentiate(expr: Expr, name: string, budget: Budget, depth = 0): Expr | null {
  budget.spend();
  if (depth > MAX_DEPTH) return null;
  if (!occurs(expr, name)) return integer(0);
  if (expr.node === 'symbol') return one;
  if (expr.node !== 'apply') return null;
  return byHead(expr, (part) => differentiate(part, name, budget, depth + 1), name);
}

function occurs(expr: Expr, name: string): boolean {
  if (expr.node === 'symbol') return expr.name === name;
  return expr.node === 'apply' && expr.args.some((arg) => occurs(arg, name));
}

type Inner = (part: Expr) => Expr | null;

function byHead(expr: ApplyNode, inner: Inner, name: string): Expr | null {
  const [a, b] = expr.args;
  if (a === undefined) return null;
  switch (expr.head) {
    case 'Add':
      return all(expr.args.map(inner), sum);
    case 'Multiply':
      return ofProduct(expr.args, inner);
    case 'Divide':
      return b === undefined ? null : inner(product(a, power(b, integer(-1))));
    case 'Power':
      return b === undefined ? null : ofPower(a, b, inner, name);
    case 'Root':
      if (b?.node !== 'number' || b.num === 0n) return null;
      return inner(power(a, rational(b.den, b.num)));
    case 'Log':
      return b === undefined ? null : inner(quotient(apply('Ln', a), apply('Ln', b)));
    default: {
      const outer = expr.args.length === 1 ? OUTER.get(expr.head) : undefined;
      const step = outer === undefined ? null : inner(a);
      return outer === undefined || step === null ? null : product(outer(a), step);
    }
  }
}

const all = (parts: readonly (Expr | null)[], join: (...args: readonly Expr[]) => Expr): Expr | null =>
  parts.every((part): part is Expr => part !== null) ? join(...parts) : null;

function ofProduct(factors: readonly Expr[], inner: Inner): Expr | null {
  const terms = factors.map((factor, index) => {
    const step = inner(factor);
    return step === null ? null : product(...factors.map((other, at) => (at === index ? step : other)));
  });
  return all(terms, sum);
}

/** (a^b)' = b·a^(b−1)·a' for constant b, a^b·(b'·ln a + b·a'/a) in general. */
function ofPower(a: Expr, b: Expr, inner: Inner, name: string): Expr | null {
  const base = inner(a);
  if (base === null) return null;
  if (!occurs(b, name)) return product(b, power(a, sum(b, integer(-1))), base);
  const exponent = inner(b);
  if (exponent === null) return null;
  return product(power(a, b), sum(product(exponent, apply('Ln', a)), product(b, quotient(base, a))));
}
