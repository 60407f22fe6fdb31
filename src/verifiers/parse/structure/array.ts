import type { Budget } from '../../../support/index.js';
import { apply, type Expr, integer, isApply } from '../../expr.js';
import { add, literal, multiply, negate, sum } from './fold.js';
import { refuse } from './structuring.js';

/** A matrix, or a tuple as one row, with entries that are scalar expressions. */
export interface ArrayValue {
  readonly shape: 'matrix' | 'tuple';
  readonly notation: 'round' | 'square' | 'angle';
  readonly rows: readonly (readonly Expr[])[];
}

/** Entries an array may have. */
const MAX_ENTRIES = 400;
/** Largest matrix whose determinant is expanded. */
const MAX_DETERMINANT = 6;
/** Largest whole power of a matrix that is multiplied out. */
const MAX_POWER = 32;

const matrix = (rows: readonly (readonly Expr[])[]): ArrayValue => ({
  shape: 'matrix',
  notation: 'round',
  rows,
});

/** The array with every entry replaced. */
export const mapEntries = (value: ArrayValue, change: (entry: Expr) => Expr): ArrayValue => ({
  ...value,
  rows: value.rows.map((row) => row.map(change)),
});

export const isMatrixNode = (expr: Expr): boolean => isApply(expr, 'Matrix');

/** A matrix as written. */
export function readMatrix(expr: Expr): ArrayValue {
  const rows = (expr as { readonly args: readonly Expr[] }).args.map((row) =>
    (isApply(row, 'Row') ? row.args : [row]).map(literal),
  );
  const width = rows[0]?.length ?? 0;
  if (width === 0 || rows.some((row) => row.length !== width))
    return refuse('a matrix with rows of unequal length');
  if (rows.length * width > MAX_ENTRIES) return refuse(`a matrix of more than ${MAX_ENTRIES} entries`);
  return matrix(rows);
}

/** a + b, entry by entry. */
export function plus(a: ArrayValue, b: ArrayValue, budget: Budget): ArrayValue {
  const [width, height] = [a.rows[0]!.length, a.rows.length];
  const fits = a.shape === b.shape && b.rows.length === height && b.rows[0]!.length === width;
  if (!fits) return refuse('a sum of arrays of different shapes');
  budget.spend(width * height);
  return { ...a, rows: a.rows.map((row, i) => row.map((entry, j) => add(entry, b.rows[i]![j]!))) };
}

/** The matrix product; a tuple on the right is a column. */
export function product(a: ArrayValue, b: ArrayValue, budget: Budget): ArrayValue {
  if (a.shape === 'tuple') return refuse('a product that starts with a tuple');
  const right = b.shape === 'tuple' ? transpose(b) : b;
  const inner = right.rows.length;
  if (a.rows[0]!.length !== inner) return refuse('a product of matrices that do not fit');
  budget.spend(a.rows.length * inner * right.rows[0]!.length);
  const rows = a.rows.map((row) =>
    right.rows[0]!.map((_, j) => sum(row.map((entry, k) => multiply(entry, right.rows[k]![j]!)))),
  );
  return b.shape === 'tuple' ? { ...b, rows: [rows.map((row) => row[0]!)] } : matrix(rows);
}

/** Rows and columns exchanged. */
export const transpose = (value: ArrayValue): ArrayValue =>
  matrix(value.rows[0]!.map((_, j) => value.rows.map((row) => row[j]!)));

const without = (rows: ArrayValue['rows'], i: number, j: number): ArrayValue['rows'] =>
  rows.filter((_, r) => r !== i).map((row) => row.filter((_, c) => c !== j));

/** The determinant, expanded along the first row. */
export function determinant(rows: ArrayValue['rows'], budget: Budget): Expr {
  if (rows.length !== rows[0]!.length) return refuse('the determinant of a matrix that is not square');
  if (rows.length > MAX_DETERMINANT) return refuse(`a determinant of more than ${MAX_DETERMINANT} rows`);
  budget.spend(rows.length);
  if (rows.length === 1) return rows[0]![0]!;
  return sum(
    rows[0]!.map((entry, j) => {
      if (entry.node === 'number' && entry.num === 0n) return entry;
      const minor = multiply(entry, determinant(without(rows, 0, j), budget));
      return j % 2 === 0 ? minor : negate(minor);
    }),
  );
}

function inverse(value: ArrayValue, budget: Budget): ArrayValue {
  const { rows } = value;
  const whole = determinant(rows, budget);
  const cofactor = (i: number, j: number): Expr => {
    const minor = rows.length === 1 ? integer(1) : determinant(without(rows, i, j), budget);
    return (i + j) % 2 === 0 ? minor : negate(minor);
  };
  return matrix(rows.map((row, i) => row.map((_, j) => literal(apply('Divide', cofactor(j, i), whole)))));
}

/** A whole power of a square matrix; `T` as the exponent transposes. */
export function powerOf(value: ArrayValue, exponent: Expr, budget: Budget): ArrayValue {
  if (exponent.node === 'symbol' && exponent.name === 'T') return transpose(value);
  const whole = literal(exponent);
  if (value.shape === 'tuple' || whole.node !== 'number' || whole.den !== 1n)
    return refuse('a power of an array');
  const times = whole.num < 0n ? -whole.num : whole.num;
  const isNumeric = value.rows.every((row) => row.every((entry) => entry.node === 'number'));
  if (times > BigInt(isNumeric ? MAX_POWER : 3)) return refuse('a high power of a matrix');
  const base = whole.num < 0n ? inverse(value, budget) : value;
  let result = identity(value.rows.length);
  for (let i = 0n; i < times; i += 1n) result = product(result, base, budget);
  return result;
}

/** The identity matrix. */
export const identity = (size: number): ArrayValue =>
  matrix(
    Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => integer(i === j ? 1 : 0))),
  );
