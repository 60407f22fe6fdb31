import type { Budget } from '../../support/index.js';
import { type ApplyNode, apply, type Expr, integer, isApply } from '../expr.js';
import { divide, literal as folded, negate as negative, multiply as product, sumOf as sum } from './build.js';
import { treeSize } from './tree-size.js';

/** Rows of entries, all of one length. */
export type Entries = readonly (readonly Expr[])[];

/** Largest number of entries of a result. */
const MAX_ENTRIES = 400;
/** Largest power that is multiplied out. */
const MAX_POWER = 64n;
/** Largest determinant expanded by minors. */
const MAX_MINORS = 6;
/** Nodes of one entry of a result: entries stay unexpanded, so symbolic ones double with every product. */
const MAX_ENTRY_NODES = 3_000;
const MAX_DETERMINANT_NODES = 20_000;
const MAX_DEPTH = 60;

/** A result whose entries have not grown out of hand; `null` otherwise. */
function bounded(a: Entries, budget: Budget): Entries | null {
  return a.every((row) => row.every((entry) => isSmall(entry, MAX_ENTRY_NODES, budget))) ? a : null;
}

function isSmall(entry: Expr, limit: number, budget: Budget): boolean {
  const size = treeSize(entry, limit);
  budget.spend(size);
  return size <= limit;
}

const isNumeral = (expr: Expr, value: bigint): boolean =>
  expr.node === 'number' && expr.num === value && expr.den === 1n;

/** Reads a matrix literal; vectors written ⟨a, b⟩ are columns. `null` for ragged rows and anything else. */
export function matrixLiteral(expr: Expr): Entries | null {
  if (expr.node !== 'apply') return null;
  if (expr.head === 'Vector')
    return expr.args.length === 0 ? null : expr.args.map((entry) => [folded(entry)]);
  if (expr.head !== 'Matrix') return null;
  const rows: (readonly Expr[])[] = [];
  for (const row of expr.args) {
    if (!isApply(row, 'Row') || row.args.length !== (rows[0] ?? row.args).length) return null;
    rows.push(row.args.map(folded));
  }
  return rows.length === 0 ? null : rows;
}

/** Entries as a matrix node. */
export const matrixNode = (rows: Entries): Expr =>
  apply('Matrix', ...rows.map((row) => apply('Row', ...row)));

/**
 * The entries of a matrix expression: literals, sums, products with numbers and matrices, whole powers (inverses
 * included), transposes. `null` when it is no matrix, the shapes do not fit, or it grows too large.
 */
export function evaluateMatrix(expr: Expr, budget: Budget, depth = 0): Entries | null {
  budget.spend();
  if (depth > MAX_DEPTH || expr.node !== 'apply') return null;
  const literal = matrixLiteral(expr);
  if (literal !== null) return literal;
  const inner = (part: Expr): Entries | null => evaluateMatrix(part, budget, depth + 1);
  const [first, second] = expr.args;
  if (first === undefined) return null;
  switch (expr.head) {
    case 'Negate':
      return mapped(inner(first), negative);
    case 'Transpose': {
      const a = inner(first);
      return a === null ? null : transposed(a);
    }
    case 'Divide':
      return second === undefined || holdsMatrix(second)
        ? null
        : mapped(inner(first), (entry) => divide(entry, second));
    case 'Add':
      return expr.args.map(inner).reduce((a, b) => (a === null || b === null ? null : added(a, b, budget)));
    case 'Multiply':
      return multiplied(expr, inner, budget);
    case 'Power':
      return powered(first, second, inner, budget);
    default:
      return null;
  }
}

/** A^n for a literal whole n, or A^T. */
function powered(
  base: Expr,
  exponent: Expr | undefined,
  inner: (part: Expr) => Entries | null,
  budget: Budget,
): Entries | null {
  const whole = exponent === undefined ? undefined : folded(exponent);
  return whole?.node === 'number' && whole.den === 1n
    ? raised(inner(base), whole.num, budget)
    : transposePower(base, exponent, inner);
}

/** A^T. */
function transposePower(
  base: Expr,
  exponent: Expr | undefined,
  inner: (part: Expr) => Entries | null,
): Entries | null {
  if (exponent?.node !== 'symbol' || (exponent.name !== 'T' && exponent.name !== 'top')) return null;
  const a = inner(base);
  return a === null ? null : transposed(a);
}

/** True when a matrix literal occurs outside of determinants and the like. */
export function holdsMatrix(expr: Expr, depth = 0): boolean {
  if (expr.node !== 'apply' || depth > MAX_DEPTH) return false;
  if (expr.head === 'Matrix' || expr.head === 'Vector') return true;
  if (SCALAR_OF.has(expr.head)) return false;
  return expr.args.some((arg) => holdsMatrix(arg, depth + 1));
}

const SCALAR_OF: ReadonlySet<string> = new Set(['Determinant', 'Trace', 'Norm', 'Dot', 'Abs']);

const mapped = (a: Entries | null, f: (entry: Expr) => Expr): Entries | null =>
  a === null ? null : a.map((row) => row.map(f));

const transposed = (a: Entries): Entries =>
  (a[0] ?? []).map((_, column) => a.map((row) => row[column] as Expr));

function added(a: Entries, b: Entries, budget: Budget): Entries | null {
  if (a.length !== b.length || a[0]?.length !== b[0]?.length) return null;
  const rows = a.map((row, i) => row.map((entry, j) => sum([entry, b[i]?.[j] as Expr])));
  return bounded(rows, budget);
}

function multiplied(expr: ApplyNode, inner: (part: Expr) => Entries | null, budget: Budget): Entries | null {
  let out: Entries | null = null;
  const scalars: Expr[] = [];
  for (const factor of expr.args) {
    if (!holdsMatrix(factor)) {
      scalars.push(factor);
      continue;
    }
    const next = inner(factor);
    if (next === null) return null;
    out = out === null ? next : times(out, next, budget);
    if (out === null) return null;
  }
  const scalar = scalars.reduce<Expr | null>((a, b) => (a === null ? b : product(a, b)), null);
  return scalar === null ? out : mapped(out, (entry) => product(scalar, entry));
}

function times(a: Entries, b: Entries, budget: Budget): Entries | null {
  const columns = b[0]?.length ?? 0;
  if (a[0]?.length !== b.length || a.length * columns > MAX_ENTRIES) return null;
  budget.spend(a.length * columns * b.length);
  const rows = a.map((row) =>
    Array.from({ length: columns }, (_, j) => sum(row.map((entry, k) => product(entry, b[k]?.[j] as Expr)))),
  );
  return bounded(rows, budget);
}

const identity = (size: number): Entries =>
  Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => integer(i === j ? 1 : 0)));

/** A whole power; products of literals stay symbolic, so long powers of large matrices are refused. */
function raised(a: Entries | null, exponent: bigint, budget: Budget): Entries | null {
  if (a === null || a.length !== a[0]?.length) return null;
  const base = exponent < 0n ? inverted(a, budget) : a;
  const times0 = exponent < 0n ? -exponent : exponent;
  if (base === null || times0 > MAX_POWER) return null;
  let out: Entries | null = identity(a.length);
  for (let k = 0n; k < times0 && out !== null; k++) out = times(out, base, budget);
  return out;
}

const without = (a: Entries, row: number, column: number): Entries =>
  a.filter((_, i) => i !== row).map((entries) => entries.filter((_, j) => j !== column));

/** The determinant, expanded by minors along the first row; `null` when not square or too large. */
export function determinant(a: Entries, budget: Budget): Expr | null {
  if (a.length !== a[0]?.length || a.length > MAX_MINORS) return null;
  budget.spend(a.length ** 2);
  const [top] = a;
  if (top === undefined) return null;
  if (a.length === 1) return top[0] ?? null;
  const terms: Expr[] = [];
  for (const [column, entry] of top.entries()) {
    if (isNumeral(entry, 0n)) continue;
    const minor = determinant(without(a, 0, column), budget);
    if (minor === null) return null;
    const term = product(entry, minor);
    terms.push(column % 2 === 0 ? term : negative(term));
  }
  const value = sum(terms);
  return isSmall(value, MAX_DETERMINANT_NODES, budget) ? value : null;
}

/** The inverse by cofactors. */
function inverted(a: Entries, budget: Budget): Entries | null {
  const whole = determinant(a, budget);
  if (whole === null) return null;
  if (a.length === 1) return [[divide(integer(1), whole)]];
  const out: Expr[][] = [];
  for (let i = 0; i < a.length; i++) {
    const row: Expr[] = [];
    for (let j = 0; j < a.length; j++) {
      const minor = determinant(without(a, j, i), budget);
      if (minor === null) return null;
      row.push(divide((i + j) % 2 === 0 ? minor : negative(minor), whole));
    }
    out.push(row);
  }
  return out;
}
