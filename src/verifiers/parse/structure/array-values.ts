import type { Budget } from '../../../support/index.js';
import type { Answer, TupleAnswer } from '../../answer.js';
import { multiply, subtract } from '../../exact/build.js';
import { type Entries, evaluateMatrix, holdsMatrix } from '../../exact/matrix.js';
import type { ApplyNode, Expr, Head } from '../../expr.js';
import { isStructural } from './heads.js';
import { refuse, type Structuring } from './structuring.js';

const NOTATIONS: ReadonlyMap<string, TupleAnswer['notation']> = new Map([
  ['Tuple', 'round'],
  ['Bracket', 'square'],
  ['Vector', 'angle'],
]);

/** Heads that arithmetic with arrays goes through; under any other head (a call) brackets are left alone. */
const ARITHMETIC: ReadonlySet<string> = new Set(
  'Add Multiply Negate Divide Power Root Transpose Determinant Trace Norm Abs Dot Cross'.split(' '),
);

/** True when a matrix or brackets stand anywhere in the expression. */
export const hasArray = (expr: Expr): boolean =>
  expr.node === 'apply' && (expr.head === 'Matrix' || NOTATIONS.has(expr.head) || expr.args.some(hasArray));

/** Brackets inside arithmetic are vectors; vector products are carried out. */
function asVectors(expr: Expr, budget: Budget): Expr {
  if (expr.node !== 'apply' || !hasArray(expr)) return expr;
  budget.spend();
  if (NOTATIONS.has(expr.head)) {
    if (expr.args.some(isStructural)) return refuse('arithmetic with a tuple of structures');
    return { node: 'apply', head: 'Vector', args: expr.args };
  }
  if (isColumnOfBrackets(expr)) return { node: 'apply', head: 'Vector', args: bracketsOf(expr) };
  if (!ARITHMETIC.has(expr.head)) return expr;
  const args = expr.args.map((arg) => asVectors(arg, budget));
  const whole: Expr = { node: 'apply', head: expr.head, args };
  return expr.head === 'Cross' ? cross(args, budget) : whole;
}

const bracketsOf = ({ args: [inner] }: ApplyNode): readonly Expr[] =>
  inner?.node === 'apply' && NOTATIONS.has(inner.head) && !inner.args.some(isStructural) ? inner.args : [];

/** `(4, 5, 6)^T`: numbers written in a row, and turned into a column. */
const isColumnOfBrackets = (expr: ApplyNode): boolean =>
  (expr.head === 'Transpose' || (expr.head === 'Power' && isT(expr.args[1]))) && bracketsOf(expr).length > 0;

const isT = (expr: Expr | undefined): boolean => expr?.node === 'symbol' && expr.name === 'T';

/** u × v in three dimensions, as a vector. */
function cross(args: readonly Expr[], budget: Budget): Expr {
  const [u, v] = args.map((arg) => evaluateMatrix(arg, budget)?.flat() ?? []) as [Expr[], Expr[]];
  if (u.length !== 3 || v.length !== 3) return refuse('a vector product outside three dimensions');
  const entry = (j: number, k: number): Expr => subtract(multiply(u[j]!, v[k]!), multiply(u[k]!, v[j]!));
  return { node: 'apply', head: 'Vector', args: [entry(1, 2), entry(2, 0), entry(0, 1)] };
}

/** The notation of the first brackets in an expression, or null when it has matrices only. */
function notationOf(expr: Expr): TupleAnswer['notation'] | null {
  if (expr.node !== 'apply') return null;
  const own = NOTATIONS.get(expr.head);
  if (own !== undefined) return own;
  if (isColumnOfBrackets(expr)) return null;
  for (const arg of expr.args) {
    const found = notationOf(arg);
    if (found !== null) return found;
  }
  return null;
}

const HEADS: Readonly<Record<TupleAnswer['notation'], Head>> = {
  round: 'Tuple',
  square: 'Bracket',
  angle: 'Vector',
};

const isSumOrMultiple = (expr: Expr): boolean =>
  expr.node === 'apply' && (expr.head === 'Add' || expr.head === 'Multiply');

const isColumn = (entries: Entries): boolean => entries.every((row) => row.length === 1);

/** The answer of an expression with arrays: arithmetic carried out, a column written as brackets stays in brackets. */
export function structureArray(expr: Expr, structuring: Structuring): Answer {
  const plain = asVectors(expr, structuring.context.budget);
  if (!holdsMatrix(plain)) return { kind: 'expression', expr: plain };
  const entries = evaluateMatrix(plain, structuring.context.budget);
  if (entries === null) return refuse('arithmetic with arrays that do not fit together');
  const notation = notationOf(expr);
  if (notation === null || !isColumn(entries)) return { kind: 'matrix', rows: entries };
  // A sum or a multiple of what stands in brackets is a vector.
  const head = isSumOrMultiple(expr) && notation === 'round' ? 'Vector' : HEADS[notation];
  return structuring.structure({ node: 'apply', head, args: entries.flat() });
}
