import type { Answer, RelationAnswer } from '../../../answer.js';
import type { Context } from '../../../context.js';
import { multiply, subtract, sumOf } from '../../../exact/build.js';
import { inverse, minus, type Rational, times, ZERO } from '../../../exact/rational.js';
import { type Expr, rational } from '../../../expr.js';
import { different, equal, type Finding } from '../../../verdict.js';
import { compareExpressions, exactValue, freeSymbols, substitute } from '../../rules/index.js';
import { equationForm } from '../relation/relations.js';

/** Largest linear system that is reduced. */
const MAX_UNKNOWNS = 12;

type Rows = readonly (readonly Rational[])[];

/** The zero forms of a system of plain equations, or null. */
function formsOf(parts: readonly Answer[]): readonly Expr[] | null {
  const forms: Expr[] = [];
  for (const part of parts) {
    if (part.kind !== 'relation' || part.operators.some((operator) => operator !== '=')) return null;
    if (part.sides.length === 2) forms.push(equationForm(part as RelationAnswer));
    else forms.push(...part.sides.slice(1).map((side, i) => subtract(part.sides[i]!, side)));
  }
  return forms;
}

/** Coefficients of a linear expression with rational coefficients, the constant last; null for any other. */
function coefficients(form: Expr, names: readonly string[], context: Context): readonly Rational[] | null {
  const at = (one: string | null): Expr =>
    substitute(form, new Map(names.map((name) => [name, rational(name === one ? 1n : 0n)])));
  const constant = at(null);
  const values = [...names.map((name) => subtract(at(name), constant)), constant].map((expr) =>
    exactValue(expr, context),
  );
  if (values.includes(null)) return null;
  const row = values as readonly Rational[];
  const rebuilt = sumOf(
    row.map((value, i) => {
      const factor = rational(value.num, value.den);
      return i < names.length ? multiply(factor, { node: 'symbol', name: names[i]! }) : factor;
    }),
  );
  return compareExpressions(form, rebuilt, context).kind === 'equal' ? row : null;
}

/** Reduced row echelon form: the same for two systems exactly when they have the same solutions (or both have none). */
function reduced(rows: Rows, context: Context): Rows {
  const work = rows.map((row) => [...row]);
  const width = work[0]?.length ?? 0;
  let next = 0;
  for (let column = 0; column < width && next < work.length; column += 1) {
    const pivot = work.findIndex((row, i) => i >= next && row[column]!.num !== 0n);
    if (pivot < 0) continue;
    [work[next], work[pivot]] = [work[pivot]!, work[next]!];
    const scale = inverse(work[next]![column]!);
    work[next] = work[next]!.map((value) => times(value, scale));
    context.budget.spend(width * work.length);
    for (const [i, row] of work.entries()) {
      const factor = row[column]!;
      if (i === next || factor.num === 0n) continue;
      work[i] = row.map((value, j) => minus(value, times(factor, work[next]![j]!)));
    }
    next += 1;
  }
  return work.filter((row) => row.some((value) => value.num !== 0n));
}

/** A row that says 0 = 1. */
const isContradictory = (rows: Rows): boolean =>
  rows.some((row) => row.every((value, i) => (value.num === 0n) === i < row.length - 1));

const sameRows = (a: Rows, b: Rows): boolean =>
  a.length === b.length &&
  a.every((row, i) =>
    row.every((value, j) => value.num === (b[i]![j] ?? ZERO).num && value.den === (b[i]![j] ?? ZERO).den),
  );

/** The dimension of the solutions of linear equations, given by their zero forms; null when they are not linear or have none. */
export function solutionDimension(
  forms: readonly Expr[],
  names: readonly string[],
  context: Context,
): number | null {
  if (names.length > MAX_UNKNOWNS) return null;
  const rows = forms.map((form) => coefficients(form, names, context));
  if (rows.includes(null)) return null;
  const left = reduced(rows as Rows, context);
  return isContradictory(left) ? null : names.length - left.length;
}

/** Letters that several equations are solved for, each as often as it is: `y = 2x, y = −2x` has y twice. */
const solvedFor = (parts: readonly Answer[]): readonly string[] =>
  parts.flatMap((part) => {
    const left = part.kind === 'relation' ? part.sides[0]! : null;
    return left?.node === 'symbol' ? [left.name] : [];
  });

const isAxis = (name: string): boolean => name === 'x' || name === 'y' || name === 'z';

/**
 * Lines and planes, which any of their systems denotes. A system with one solution does not state it, nor does one
 * with letters for its constants; and two values of one letter are alternatives.
 */
function areFlats(
  gold: readonly Answer[],
  given: readonly Answer[],
  names: readonly string[],
  p: Rows,
  q: Rows,
): boolean {
  if (p.length === names.length || q.length === names.length) return false;
  const [a, b] = [solvedFor(gold), solvedFor(given)];
  if (new Set(a).size < a.length || new Set(b).size < b.length) return false;
  return names.every(isAxis) || (a.length === gold.length) === (b.length === given.length);
}

/** Two systems of linear equations that leave lines or planes; null when either is no such system. */
export function compareLinearSystems(
  gold: readonly Answer[],
  given: readonly Answer[],
  context: Context,
): Finding | null {
  const [a, b] = [formsOf(gold), formsOf(given)];
  if (a === null || b === null) return null;
  const names = [...new Set([...a, ...b].flatMap((form) => freeSymbols(form)))].sort();
  if (names.length === 0 || names.length > MAX_UNKNOWNS) return null;
  const rowsOf = (forms: readonly Expr[]): Rows | null => {
    const rows = forms.map((form) => coefficients(form, names, context));
    return rows.includes(null) ? null : (rows as Rows);
  };
  const x = rowsOf(a);
  const y = x === null ? null : rowsOf(b);
  if (x === null || y === null) return null;
  const [p, q] = [reduced(x, context), reduced(y, context)];
  // Equations that contradict one another are alternatives (`n = 2, 3`), never a system.
  if (p.length === 0 || q.length === 0 || isContradictory(p) || isContradictory(q)) return null;
  if (!areFlats(gold, given, names, p, q)) return null;
  return sameRows(p, q) ? equal('linear-system') : different('linear-system');
}
