import type { Budget } from '../../../support/index.js';
import type { Answer } from '../../answer.js';
import { apply, type Expr, type Head, integer } from '../../expr.js';
import {
  type ArrayValue,
  determinant,
  mapEntries,
  plus,
  powerOf,
  product,
  readMatrix,
  transpose,
} from './array.js';
import { literal, multiply, negate, sum } from './fold.js';
import { isScalar, isStructural } from './heads.js';
import { refuse, type Structuring } from './structuring.js';

const NOTATIONS: ReadonlyMap<Head, ArrayValue['notation']> = new Map<Head, ArrayValue['notation']>([
  ['Tuple', 'round'],
  ['Bracket', 'square'],
  ['Vector', 'angle'],
]);

/** Heads that arithmetic with arrays goes through; under any other head (a call) arrays are left alone. */
const ARITHMETIC: ReadonlySet<string> = new Set(
  'Add Multiply Negate Divide Power Root Transpose Determinant Trace Norm Abs Dot Cross'.split(' '),
);

const ARRAYS: ReadonlySet<string> = new Set(['Matrix', 'Tuple', 'Vector', 'Bracket']);

/** True when an array stands anywhere in the expression. */
const hasArray = (expr: Expr): boolean =>
  expr.node === 'apply' && (ARRAYS.has(expr.head) || expr.args.some(hasArray));

/** Arithmetic with matrices and tuples, carried out: an array value, or a scalar expression without arrays. */
function evaluate(expr: Expr, budget: Budget): ArrayValue | Expr {
  if (expr.node !== 'apply' || !hasArray(expr)) return expr;
  budget.spend();
  if (expr.head === 'Matrix') return readMatrix(expr);
  const notation = NOTATIONS.get(expr.head);
  if (notation !== undefined) {
    if (!expr.args.every(isScalar)) return refuse('arithmetic with a tuple of structures');
    return { shape: 'tuple', notation, rows: [expr.args.map(literal)] };
  }
  if (!ARITHMETIC.has(expr.head)) return expr;
  const args = expr.args.map((arg) => evaluate(arg, budget));
  return combine(expr.head, args, budget);
}

const isArray = (value: ArrayValue | Expr): value is ArrayValue => 'rows' in value;

function combine(head: Head, args: readonly (ArrayValue | Expr)[], budget: Budget): ArrayValue | Expr {
  const [first, second] = args as readonly [ArrayValue | Expr, ArrayValue | Expr | undefined];
  if (!args.some(isArray)) return { node: 'apply', head, args: args as readonly Expr[] };
  if (head === 'Add') return addAll(args, budget);
  if (head === 'Multiply') return multiplyAll(args, budget);
  if (head === 'Negate' && isArray(first)) return mapEntries(first, negate);
  if (head === 'Divide' && isArray(first) && second !== undefined && !isArray(second)) {
    return mapEntries(first, (entry) => literal(apply('Divide', entry, second)));
  }
  if (head === 'Power' && isArray(first) && second !== undefined && !isArray(second))
    return powerOf(first, second, budget);
  if (head === 'Transpose' && isArray(first)) return transpose(first);
  return scalarOf(head, first, second, budget) ?? refuse(`${head} of an array`);
}

function addAll(args: readonly (ArrayValue | Expr)[], budget: Budget): ArrayValue {
  if (!args.every(isArray)) return refuse('a sum of an array and a number');
  return (args as readonly ArrayValue[]).reduce((a, b) => plus(a, b, budget));
}

function multiplyAll(args: readonly (ArrayValue | Expr)[], budget: Budget): ArrayValue {
  let scalar: Expr = integer(1);
  let whole: ArrayValue | null = null;
  for (const arg of args) {
    if (!isArray(arg)) scalar = multiply(scalar, literal(arg));
    else whole = whole === null ? arg : product(whole, arg, budget);
  }
  return mapEntries(whole!, (entry) => multiply(scalar, entry));
}

const entriesOf = (value: ArrayValue): readonly Expr[] => value.rows.flat();

const dot = (a: readonly Expr[], b: readonly Expr[]): Expr =>
  sum(a.map((entry, i) => multiply(entry, b[i]!)));

/** Determinant, trace, norm and the products of vectors; null for any other head. */
function scalarOf(
  head: Head,
  a: ArrayValue | Expr,
  b: ArrayValue | Expr | undefined,
  budget: Budget,
): ArrayValue | Expr | null {
  if (!isArray(a)) return null;
  if (head === 'Determinant') return determinant(a.rows, budget);
  if (head === 'Trace') return sum(a.rows.map((row, i) => row[i] ?? integer(0)));
  if (head === 'Norm' || head === 'Abs') {
    const entries = entriesOf(a);
    return apply('Root', dot(entries, entries), integer(2));
  }
  if (b === undefined || !isArray(b) || entriesOf(a).length !== entriesOf(b).length) return null;
  if (head === 'Dot') return dot(entriesOf(a), entriesOf(b));
  if (head === 'Cross' && entriesOf(a).length === 3) return cross(a, entriesOf(b));
  return null;
}

function cross(a: ArrayValue, v: readonly Expr[]): ArrayValue {
  const u = entriesOf(a);
  const entries = [0, 1, 2].map((i) => {
    const [j, k] = [(i + 1) % 3, (i + 2) % 3];
    return sum([multiply(u[j]!, v[k]!), negate(multiply(u[k]!, v[j]!))]);
  });
  return { ...a, rows: a.rows.length === 3 ? entries.map((entry) => [entry]) : [entries] };
}

/** A side or value with arrays inside scalar functions (`det`, `·`) brought to a plain scalar expression. */
export function scalarValue(expr: Expr, budget: Budget): Expr {
  if (!hasArray(expr)) return expr;
  if (isStructural(expr)) return expr;
  const value = evaluate(expr, budget);
  return isArray(value) ? expr : value;
}

/** The answer of an expression that contains arrays. */
export function structureArray(expr: Expr, { context, structure }: Structuring): Answer {
  const value = evaluate(expr, context.budget);
  if (!isArray(value)) return { kind: 'expression', expr: value };
  if (value.shape === 'matrix') return { kind: 'matrix', rows: value.rows };
  const head: Head =
    value.notation === 'angle' ? 'Vector' : value.notation === 'square' ? 'Bracket' : 'Tuple';
  return structure({ node: 'apply', head, args: value.rows[0]! });
}

export { hasArray };
