import type { Answer, IntervalAnswer, TupleAnswer } from '../../../answer.js';
import type { Context } from '../../../context.js';
import type { Expr } from '../../../expr.js';
import type { Finding } from '../../../verdict.js';
import { freeSymbols, mentions } from '../../rules/index.js';
import type { Compare } from '../../table.js';
import { argsOf, headOf } from '../shared/parts.js';
import { compareFamilies } from './compare.js';
import { type Domain, INDEX_LETTERS, impliedFamily, PARAMETER_LETTERS, symbolsOf } from './view.js';

/** Symbols that only one of two answers has, when both have as many and all may be parameters. */
function ownParameters(
  a: readonly string[],
  b: readonly string[],
  letters: ReadonlySet<string>,
): readonly [readonly string[], readonly string[]] | null {
  const [x, y] = [a.filter((name) => !b.includes(name)), b.filter((name) => !a.includes(name))];
  const fits =
    x.length > 0 && x.length === y.length && x.length <= 2 && [...x, ...y].every((name) => letters.has(name));
  return fits ? [x, y] : null;
}

const parameters = (names: readonly string[], domain: Domain): ReadonlyMap<string, Domain> =>
  new Map(names.map((name) => [name, domain]));

/** `(k, 2k, 3k)` and `(m, 2m, 3m)`: points whose parameters have different names. Null when they have not. */
export function compareImpliedPoints(
  a: TupleAnswer | IntervalAnswer,
  b: TupleAnswer | IntervalAnswer,
  context: Context,
  recurse: Compare,
): Finding | null {
  const names = ownParameters(symbolsOf(a), symbolsOf(b), PARAMETER_LETTERS);
  if (names === null) return null;
  const read = (answer: Answer, own: readonly string[]): ReturnType<typeof impliedFamily> =>
    impliedFamily(answer, parameters(own, 'real'), context);
  return compareFamilies(read(a, names[0]), read(b, names[1]), context, recurse);
}

/** True for `kπ` and its like: an index letter in a solution that repeats with a multiple of π or of degrees. */
const isPeriodic = (expr: Expr): boolean =>
  (mentions(expr, 'pi') || hasDegrees(expr)) && freeSymbols(expr).length === 1;

const hasDegrees = (expr: Expr): boolean => headOf(expr) === 'Degree' || argsOf(expr).some(hasDegrees);

/** `π/2 + kπ` and `π/2 + nπ` without a word about k and n. Null for any other pair. */
export function compareImpliedIndices(a: Expr, b: Expr, context: Context, recurse: Compare): Finding | null {
  if (!isPeriodic(a) || !isPeriodic(b)) return null;
  const [left, right] = [freeSymbols(a)[0]!, freeSymbols(b)[0]!];
  if (!INDEX_LETTERS.has(left) || !INDEX_LETTERS.has(right)) return null;
  const read = (expr: Expr, name: string): ReturnType<typeof impliedFamily> =>
    impliedFamily({ kind: 'expression', expr }, parameters([name], 'integer'), context);
  return compareFamilies(read(a, left), read(b, right), context, recurse);
}
