import type { Context } from '../../context.js';
import type { Expr } from '../../expr.js';
import { equal, type Finding } from '../../verdict.js';
import { compareExpressions, isConstantScalar } from '../rules/index.js';
import { type Compare, type Row, row } from '../table.js';
import { compareCounts } from './counts.js';
import { compareWithConstants } from './family/constants.js';
import { compareImpliedIndices } from './family/implied.js';
import { compareOpaque } from './opaque.js';
import { reindexed } from './reindexed.js';
import { compareUnitVectors } from './vector/compare.js';

/** The equality kernel; where it finds no equality, arbitrary constants and indices may still make the two one family. */
function compareValues(a: Expr, b: Expr, context: Context, recurse: Compare): Finding {
  const opaque = compareOpaque(a, b, context);
  if (opaque !== null) return opaque;
  const finding = compareExpressions(a, b, context);
  if (finding.kind === 'equal') return finding;
  // Without letters there is nothing that could be one family.
  if (finding.kind === 'different' && isConstantScalar(a) && isConstantScalar(b)) return finding;
  const other =
    compareReindexed(a, b, finding, context) ??
    compareCounts(a, b, context) ??
    compareWithConstants(a, b, context) ??
    compareImpliedIndices(a, b, context, recurse) ??
    compareUnitVectors(a, b, context, recurse);
  return other === null || other.kind === 'undecided' ? finding : other;
}

/** Endless sums that count their terms from different places. */
function compareReindexed(a: Expr, b: Expr, finding: Finding, context: Context): Finding | null {
  if (finding.kind !== 'undecided') return null;
  const [x, y] = [reindexed(a, context.budget), reindexed(b, context.budget)];
  if (x === a && y === b) return null;
  const moved = compareExpressions(x, y, context);
  return moved.kind === 'equal' ? moved : null;
}

/** Sets of numbers by the letters that they are written with. */
const SET_LETTERS: ReadonlyMap<string, string> = new Map([
  ['Reals', 'R'],
  ['Integers', 'Z'],
  ['Rationals', 'Q'],
  ['Naturals', 'N'],
]);

/** ℝ, and its letter as the whole other answer. */
const isSameSet = (set: Expr, letter: Expr): boolean =>
  set.node === 'symbol' && letter.node === 'symbol' && SET_LETTERS.get(set.name) === letter.name;

/** Two numbers or expressions. */
export const expressionRows: readonly Row[] = [
  row('expression', 'expression', (a, b, context, recurse) => {
    if (isSameSet(a.expr, b.expr) || isSameSet(b.expr, a.expr)) return equal('number-sets');
    const finding = compareValues(a.expr, b.expr, context, recurse);
    if (finding.kind === 'equal' || a.measured === undefined || b.measured === undefined) return finding;
    // `1 μm` and `10^{-6} m`: letters that are units on both sides.
    const measured = recurse(a.measured, b.measured);
    return measured.kind === 'equal' ? measured : finding;
  }),
];
