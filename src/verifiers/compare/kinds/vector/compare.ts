import type {
  Answer,
  ExpressionAnswer,
  IntervalAnswer,
  MatrixAnswer,
  SetAnswer,
  TupleAnswer,
} from '../../../answer.js';
import type { Context } from '../../../context.js';
import type { Expr } from '../../../expr.js';
import { allOf, different, type Finding } from '../../../verdict.js';
import type { Compare } from '../../table.js';
import { matchInOrder } from '../collection/match.js';
import { asItems } from '../collection/tuples.js';
import { compareImpliedPoints } from '../family/implied.js';
import { hasMarkedUnit, unitVectorItems } from './form.js';

const RULE = 'vector';

const expression = (expr: Expr): Answer => ({ kind: 'expression', expr });

/** Two matrices: the same shape, equal entry by entry; or one line in two parameters. */
export function compareMatrices(
  a: MatrixAnswer,
  b: MatrixAnswer,
  context: Context,
  recurse: Compare,
): Finding {
  const finding = entrywise(a, b, recurse);
  if (finding.kind === 'equal' || !isVector(a) || !isVector(b)) return finding;
  return compareImpliedPoints(a, b, context, recurse) ?? finding;
}

function entrywise(a: MatrixAnswer, b: MatrixAnswer, recurse: Compare): Finding {
  const shape = ({ rows }: MatrixAnswer): string => `${rows.length} × ${rows[0]?.length ?? 0}`;
  if (shape(a) !== shape(b))
    return different('matrix-shape', 'proved', { at: {}, gold: shape(a), given: shape(b) });
  const entries = a.rows.flatMap((row, i) =>
    row.map((entry, j) => recurse(expression(entry), expression(b.rows[i]![j]!))),
  );
  return allOf('matrix', entries);
}

const isVector = ({ rows }: MatrixAnswer): boolean =>
  rows.length === 1 || rows.every((row) => row.length === 1);

const entriesOf = ({ rows }: MatrixAnswer): readonly Answer[] => rows.flat().map(expression);

/** A matrix against a tuple: a column and ⟨…⟩ are one vector; a bare tuple only by policy; rows as tuples. */
export function compareMatrixWithTuple(
  matrix: MatrixAnswer,
  tuple: TupleAnswer | IntervalAnswer,
  context: Context,
  recurse: Compare,
): Finding | null {
  const items = asItems(tuple);
  if (items === null) return null;
  if (!isVector(matrix)) return compareRows(matrix, items, recurse);
  const finding = matchInOrder(RULE, entriesOf(matrix), items, recurse);
  if (finding.kind !== 'equal') return compareRows(matrix, items, recurse) ?? finding;
  const isAngle = tuple.kind === 'tuple' && tuple.notation === 'angle';
  if (isAngle || context.policy.columnAsTuple) return finding;
  return compareRows(matrix, items, recurse) ?? different('column-and-tuple');
}

/** `[[1, 2], [3, 4]]`: a tuple of rows. */
function compareRows(matrix: MatrixAnswer, items: readonly Answer[], recurse: Compare): Finding | null {
  if (items.length !== matrix.rows.length) return null;
  const rows = items.map((item) =>
    item.kind === 'tuple' || item.kind === 'interval' ? asItems(item) : null,
  );
  if (rows.includes(null)) return null;
  return allOf(
    'matrix',
    rows.map((row, i) => matchInOrder('matrix', matrix.rows[i]!.map(expression), row!, recurse)),
  );
}

/** `{{1, 2}, {3, 4}}`: rows in braces, as Mathematica writes a matrix. */
export function compareMatrixWithSet(matrix: MatrixAnswer, set: SetAnswer, recurse: Compare): Finding | null {
  const { rows } = matrix;
  if (set.elements.length !== rows.length) return null;
  const parts = set.elements.map((row, i) =>
    row.kind === 'set' && row.elements.length === rows[i]!.length
      ? matchInOrder('matrix', rows[i]!.map(expression), row.elements, recurse)
      : null,
  );
  return parts.every((part) => part !== null) ? allOf('matrix', parts) : null;
}

/** `2i + 3j` against a tuple, ⟨…⟩ or an ambiguous pair. */
export function compareUnitVector(
  vector: ExpressionAnswer,
  items: readonly Answer[] | null,
  context: Context,
  recurse: Compare,
): Finding | null {
  if (items === null) return null;
  const coordinates = unitVectorItems(vector.expr, items.length, context);
  return coordinates === null ? null : matchInOrder(RULE, coordinates, items, recurse);
}

/** A matrix against an expression: a vector in i, j, k, or a matrix of one entry. */
export function compareMatrixWithExpression(
  matrix: MatrixAnswer,
  value: ExpressionAnswer,
  context: Context,
  recurse: Compare,
): Finding | null {
  const entries = entriesOf(matrix);
  if (entries.length === 1) return recurse(entries[0]!, value);
  if (isNamedIdentity(value.expr, matrix)) return entrywise(matrix, identity(matrix.rows.length), recurse);
  const coordinates = isVector(matrix) ? unitVectorItems(value.expr, entries.length, context) : null;
  return coordinates === null ? null : matchInOrder(RULE, entries, coordinates, recurse);
}

/** `I`, or `I_n` of the right size. */
const isNamedIdentity = (expr: Expr, { rows }: MatrixAnswer): boolean =>
  expr.node === 'symbol' &&
  rows.length === rows[0]?.length &&
  (expr.name === 'I' || expr.name === `I_${rows.length}`);

const identity = (size: number): MatrixAnswer => ({
  kind: 'matrix',
  rows: Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j): Expr => ({ node: 'number', num: i === j ? 1n : 0n, den: 1n })),
  ),
});

/** `3i − 4j` with plain letters against the same with bold or hatted ones; null when neither is so marked. */
export function compareUnitVectors(a: Expr, b: Expr, context: Context, recurse: Compare): Finding | null {
  if (!hasMarkedUnit(a) && !hasMarkedUnit(b)) return null;
  const [left, right] = [unitVectorItems(a, 3, context), unitVectorItems(b, 3, context)];
  return left === null || right === null ? null : matchInOrder(RULE, left, right, recurse);
}
