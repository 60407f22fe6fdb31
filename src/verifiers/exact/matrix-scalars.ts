import type { Budget } from '../../support/index.js';
import { type ApplyNode, apply, type Expr, integer } from '../expr.js';
import { determinant, type Entries, evaluateMatrix } from './matrix.js';
import { contains } from './symbols.js';

const MAX_DEPTH = 200;

const squares = (a: Entries): Expr =>
  apply('Add', ...a.flat().map((entry) => apply('Power', apply('Abs', entry), integer(2))));

const rootOf = (expr: Expr): Expr => apply('Root', expr, integer(2));

function trace(a: Entries): Expr | null {
  if (a.length !== a[0]?.length) return null;
  return apply('Add', ...a.map((row, i) => row[i] as Expr));
}

function dot(a: Entries, b: Entries): Expr | null {
  const [x, y] = [a.flat(), b.flat()];
  const vectors = [a, b].every((one) => one.length === 1 || one[0]?.length === 1);
  if (!vectors || x.length !== y.length) return null;
  return apply('Add', ...x.map((entry, i) => apply('Multiply', entry, y[i] as Expr)));
}

const isVector = (a: Entries): boolean => a.length === 1 || a[0]?.length === 1;

function scalar(expr: ApplyNode, budget: Budget): Expr | null {
  const [first, second] = expr.args;
  const a = first === undefined ? null : evaluateMatrix(first, budget);
  if (a === null) return null;
  switch (expr.head) {
    case 'Determinant':
      return determinant(a, budget);
    case 'Trace':
      return trace(a);
    case 'Norm':
    case 'Abs':
      return isVector(a) ? rootOf(squares(a)) : expr.head === 'Abs' ? determinant(a, budget) : null;
    case 'Dot': {
      const b = second === undefined ? null : evaluateMatrix(second, budget);
      return b === null ? null : dot(a, b);
    }
    default:
      return null;
  }
}

const SCALARS: ReadonlySet<string> = new Set(['Determinant', 'Trace', 'Norm', 'Abs', 'Dot']);

/** Replaces determinants, traces, norms and dot products of matrices by scalar expressions; the rest is untouched. */
export function withoutMatrices(expr: Expr, budget: Budget): Expr {
  return contains(expr, isMatrix) ? rewritten(expr, budget, 0) : expr;
}

const isMatrix = (part: Expr): boolean =>
  part.node === 'apply' && (part.head === 'Matrix' || part.head === 'Vector');

function rewritten(expr: Expr, budget: Budget, depth: number): Expr {
  if (expr.node !== 'apply' || depth > MAX_DEPTH) return expr;
  if (SCALARS.has(expr.head)) {
    const value = scalar(expr, budget);
    if (value !== null) return value;
  }
  let changed = false;
  const args = expr.args.map((arg) => {
    const next = rewritten(arg, budget, depth + 1);
    if (next !== arg) changed = true;
    return next;
  });
  return changed ? { node: 'apply', head: expr.head, args } : expr;
}
