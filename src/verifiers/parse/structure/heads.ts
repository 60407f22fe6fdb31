import { type Expr, type Head, isApply } from '../../expr.js';

const heads = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Heads that denote a set. */
const SETS: ReadonlySet<string> = heads(
  'Set SetBuilder HalfOpenLeft HalfOpenRight Union Intersection SetMinus',
);

/** Heads that denote something other than one number: sets, tuples, matrices, functions by cases, lists. */
const STRUCTURAL: ReadonlySet<string> = new Set([
  ...SETS,
  ...heads('Tuple List Vector Bracket Matrix Cases Ratio'),
]);

/** Heads of statements: true or false, never a value. */
const STATEMENTS: ReadonlySet<string> = heads(
  'Equal NotEqual Less LessEqual Greater GreaterEqual Chain Approx Element NotElement Subset SubsetEqual And Or Not Implies Iff Congruent Divides Proportional Parallel Perpendicular ForAll',
);

/** Scalar heads that turn tuples and matrices into a number. */
const SCALAR_OF_ARRAYS: ReadonlySet<string> = heads('Determinant Trace Norm Dot Abs');

const SET_NAMES: ReadonlySet<string> = heads('Reals Integers Rationals Naturals Complexes EmptySet');

const INEQUALITIES: ReadonlySet<string> = heads('Less LessEqual Greater GreaterEqual NotEqual');

const hasHead = (expr: Expr, set: ReadonlySet<string>): boolean =>
  expr.node === 'apply' && set.has(expr.head);

/** True for a statement. */
export const isStatement = (expr: Expr): boolean => hasHead(expr, STATEMENTS);

/** True for `<`, `≤`, `>`, `≥`, `≠`, and chains without an equals sign. */
export const isInequality = (expr: Expr): boolean =>
  hasHead(expr, INEQUALITIES) ||
  (isApply(expr, 'Chain') &&
    !expr.args.some((arg) => arg.node === 'text' && (arg.value === '=' || arg.value === 'approx')));

/** True for what can only be a set. */
export const isSetLike = (expr: Expr): boolean =>
  expr.node === 'symbol' ? SET_NAMES.has(expr.name) : hasHead(expr, SETS);

/** True when the value is no single number: a set, tuple, matrix, list or cases, or arithmetic with one of them. */
export function isStructural(expr: Expr): boolean {
  if (expr.node !== 'apply') return isSetLike(expr);
  if (STRUCTURAL.has(expr.head)) return true;
  if (SCALAR_OF_ARRAYS.has(expr.head) || expr.head === 'Call' || STATEMENTS.has(expr.head)) return false;
  return expr.args.some(isStructural);
}

/** True for one number or expression: no structure at its top, no statement, no words. */
export const isScalar = (expr: Expr): boolean =>
  expr.node !== 'text' && !isStatement(expr) && !isStructural(expr);

/** ±∞. */
export function isInfinite(expr: Expr): boolean {
  if (isApply(expr, 'Negate')) return isInfinite(expr.args[0]!);
  return expr.node === 'symbol' && expr.name === 'Infinity';
}

/** True for the application of one of several heads. */
export const hasAnyHead = (expr: Expr, ...names: readonly Head[]): boolean =>
  expr.node === 'apply' && names.includes(expr.head);
