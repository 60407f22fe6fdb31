import type { Expr } from '../../expr.js';
import type { Assumptions } from './assumptions.js';

/** Letters that, alone in the exponent of a base of unknown sign, stand for whole numbers. */
const WHOLE_LETTERS = /^[nmkjlN](_.*)?$/;

const FACTORIAL_HEADS: ReadonlySet<string> = new Set([
  'Factorial',
  'DoubleFactorial',
  'Binomial',
  'Permutation',
  'Multinomial',
]);

/**
 * Adds what the expressions' form says of their letters: arguments of factorials, bounds of sums, and the usual
 * index letters in exponents of bases that may be negative are whole. What is assumed already is kept.
 */
export function inferIntegers(exprs: readonly Expr[], assume: Assumptions): Assumptions {
  const found = new Set<string>();
  for (const expr of exprs) visit(expr, found, 0);
  const fresh = [...found].filter((name) => !assume.has(name));
  return fresh.length === 0
    ? assume
    : new Map([...assume, ...fresh.map((name): [string, 'integer'] => [name, 'integer'])]);
}

function visit(expr: Expr, found: Set<string>, depth: number): void {
  if (expr.node !== 'apply' || depth > 200) return;
  const [a, b] = expr.args;
  if (FACTORIAL_HEADS.has(expr.head)) for (const arg of expr.args) letters(arg, found, () => true);
  if (expr.head === 'Sum' || expr.head === 'Product') {
    for (const bound of expr.args.slice(2)) letters(bound, found, () => true);
  }
  if (expr.head === 'Power' && a !== undefined && b !== undefined && !isPositive(a)) {
    letters(b, found, (name) => WHOLE_LETTERS.test(name));
  }
  for (const arg of expr.args) visit(arg, found, depth + 1);
}

/** Symbols that occur in sums and products (not inside functions). */
function letters(expr: Expr, found: Set<string>, wanted: (name: string) => boolean, depth = 0): void {
  if (expr.node === 'symbol') {
    if (wanted(expr.name) && expr.name !== 'Infinity' && expr.name !== 'pi' && expr.name !== 'e')
      found.add(expr.name);
    return;
  }
  if (expr.node !== 'apply' || depth > 20) return;
  if (expr.head !== 'Add' && expr.head !== 'Multiply' && expr.head !== 'Negate') return;
  for (const arg of expr.args) letters(arg, found, wanted, depth + 1);
}

/** True for bases that are plainly positive: a power of them is real for real exponents. */
function isPositive(expr: Expr): boolean {
  if (expr.node === 'number') return expr.num > 0n;
  if (expr.node === 'symbol') return expr.name === 'e' || expr.name === 'pi';
  if (expr.node !== 'apply') return false;
  if (expr.head === 'Divide' || expr.head === 'Multiply' || expr.head === 'Add')
    return expr.args.every(isPositive);
  return (
    (expr.head === 'Root' || expr.head === 'Power') && expr.args[0] !== undefined && isPositive(expr.args[0])
  );
}
