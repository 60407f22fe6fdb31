import type { Answer, IntervalAnswer, TupleAnswer } from '../../../answer.js';
import type { Context } from '../../../context.js';
import { divide, subtract } from '../../../exact/build.js';
import { type Expr, integer } from '../../../expr.js';
import type { Finding } from '../../../verdict.js';
import { exactValue, freeSymbols, mentions, substitute } from '../../rules/index.js';
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

/** True where an index occurs in a sum, with constant factors, and in the exponent of −1 or of e. */
function isLinearIn(expr: Expr, name: string): boolean {
  if (!mentions(expr, name)) return true;
  const head = headOf(expr);
  const args = argsOf(expr);
  switch (head) {
    case null:
      return true;
    case 'Add':
    case 'Negate':
    case 'Degree':
    case 'PlusMinus':
    case 'MinusPlus':
      return args.every((arg) => isLinearIn(arg, name));
    case 'Multiply':
      return args.filter((arg) => mentions(arg, name)).length === 1
        ? args.every((arg) => isLinearIn(arg, name))
        : false;
    case 'Divide':
      return !mentions(args[1]!, name) && isLinearIn(args[0]!, name);
    case 'Power':
      return isTurning(args[0]!) && isLinearIn(args[1]!, name);
    default:
      return false;
  }
}

const isTurning = (base: Expr): boolean =>
  (base.node === 'symbol' && base.name === 'e') || rationalIs(base, -1n);

const rationalIs = (expr: Expr, value: bigint): boolean =>
  headOf(expr) === 'Negate'
    ? rationalIs(argsOf(expr)[0]!, -value)
    : expr.node === 'number' && expr.num === value && expr.den === 1n;

/**
 * The index of `π/2 + kπ` and its like: values that repeat with a rational multiple of π (or of iπ) as their only
 * letter, an index, goes through ℤ. `sin(nπ/2)` is none: it is a function of n.
 */
function repeatingIndex(expr: Expr, context: Context): string | null {
  const [name, ...others] = freeSymbols(expr);
  if (name === undefined || others.length > 0 || !INDEX_LETTERS.has(name)) return null;
  if (!mentions(expr, 'pi') && !hasDegrees(expr)) return null;
  if (!isLinearIn(expr, name)) return null;
  return headOf(expr) === 'Power' || turns(expr, name, context) ? name : null;
}

/** True when two steps of the index add a rational multiple of π, or of iπ. */
function turns(expr: Expr, name: string, context: Context): boolean {
  const at = (value: number): Expr => substitute(expr, new Map([[name, integer(value)]]));
  const step = divide(subtract(at(2), at(0)), PI);
  return exactValue(step, context) !== null || exactValue(divide(step, I), context) !== null;
}

const PI: Expr = { node: 'symbol', name: 'pi' };
const I: Expr = { node: 'symbol', name: 'i' };

const hasDegrees = (expr: Expr): boolean => headOf(expr) === 'Degree' || argsOf(expr).some(hasDegrees);

/** `π/2 + kπ` and `π/2 + nπ` without a word about k and n. Null for any other pair. */
export function compareImpliedIndices(a: Expr, b: Expr, context: Context, recurse: Compare): Finding | null {
  const left = repeatingIndex(a, context);
  const right = left === null ? null : repeatingIndex(b, context);
  if (left === null || right === null) return null;
  const read = (expr: Expr, name: string): ReturnType<typeof impliedFamily> =>
    impliedFamily({ kind: 'expression', expr }, parameters([name], 'integer'), context);
  return compareFamilies(read(a, left), read(b, right), context, recurse);
}
