import { CONSTANT_NAMES, freeSymbols, mentions } from '../../exact/symbols.js';
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

/** Functions that are written of whole numbers: of the usual index letters in them, at any rate. */
const STEP_HEADS: ReadonlySet<string> = new Set(['Floor', 'Ceiling', 'Mod', 'Gcd', 'Lcm']);

const TRIGONOMETRIC: ReadonlySet<string> = new Set(['Sin', 'Cos', 'Tan', 'Cot', 'Sec', 'Csc']);

type Whole = 'integer' | 'natural';

/**
 * Adds what the expressions' form says of their letters: arguments of factorials and bounds of sums are whole from
 * 0 up; the usual index letters are whole in exponents of bases that may be negative, in floors and remainders, and
 * in angles that are otherwise rational multiples of π. What is assumed already is kept, but for whole letters that
 * are narrowed down.
 */
export function inferIntegers(exprs: readonly Expr[], assume: Assumptions): Assumptions {
  const found = new Map<string, Whole>();
  for (const expr of exprs) visit(expr, found, 0);
  if (found.size === 0) return assume;
  const fresh = [...found].filter(([name, kind]) => {
    const known = assume.get(name);
    return known === undefined || (known === 'integer' && kind === 'natural');
  });
  return fresh.length === 0 ? assume : new Map([...assume, ...fresh]);
}

/** A letter that takes real values occurs: a power with such an exponent is one of a positive base. */
const isRealExponent = (exponent: Expr, found: ReadonlyMap<string, Whole>): boolean =>
  exponent.node !== 'number' &&
  freeSymbols(exponent).some((name) => !WHOLE_LETTERS.test(name) && !found.has(name));

/** `powered`: the expression is the base of a power with a real exponent, as in `((1 + r/n)^n)^t`. */
function visit(expr: Expr, found: Map<string, Whole>, depth: number, powered = false): void {
  if (expr.node !== 'apply' || depth > 200) return;
  const [a, b] = expr.args;
  const note = (name: string): void => {
    found.set(name, 'natural');
  };
  if (FACTORIAL_HEADS.has(expr.head)) for (const arg of expr.args) letters(arg, note);
  if (expr.head === 'Sum' || expr.head === 'Product') {
    for (const bound of expr.args.slice(2)) letters(bound, note);
  }
  const noteIndex = (name: string): void => {
    if (WHOLE_LETTERS.test(name) && !found.has(name)) found.set(name, 'integer');
  };
  const isPower = expr.head === 'Power' && a !== undefined && b !== undefined;
  const isReal = isPower && isRealExponent(b, found);
  if (isPower && !isReal && !powered && !isPositive(a)) letters(b, noteIndex);
  if (STEP_HEADS.has(expr.head)) for (const arg of expr.args) letters(arg, noteIndex);
  if (TRIGONOMETRIC.has(expr.head) && a !== undefined && isAngleOfIndex(a)) letters(a, noteIndex);
  for (const arg of expr.args) visit(arg, found, depth + 1, isReal && arg === a);
}

/** True for `nπ/2`, `(2k + 1)π/3`: an angle with one letter, an index, and π. */
function isAngleOfIndex(angle: Expr): boolean {
  const names = freeSymbols(angle);
  return names.length === 1 && WHOLE_LETTERS.test(names[0] ?? '') && mentions(angle, 'pi');
}

/** Symbols that occur in sums, products and whole powers (not inside functions). */
function letters(expr: Expr, note: (name: string) => void, depth = 0): void {
  if (expr.node === 'symbol') {
    if (!CONSTANT_NAMES.has(expr.name)) note(expr.name);
    return;
  }
  if (expr.node !== 'apply' || depth > 20) return;
  const [base, exponent] = expr.args;
  if (expr.head === 'Power' || expr.head === 'Divide') {
    if (base !== undefined && exponent?.node === 'number' && exponent.den === 1n && exponent.num > 0n)
      letters(base, note, depth + 1);
    return;
  }
  if (expr.head !== 'Add' && expr.head !== 'Multiply' && expr.head !== 'Negate') return;
  for (const arg of expr.args) letters(arg, note, depth + 1);
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
