import type { Answer, IntervalAnswer, MatrixAnswer, RelationAnswer, TupleAnswer } from '../../../answer.js';
import type { Context } from '../../../context.js';
import { divide, subtract } from '../../../exact/build.js';
import { type Expr, integer } from '../../../expr.js';
import type { Finding } from '../../../verdict.js';
import {
  compareExpressions,
  exactValue,
  freeSymbols,
  mentions,
  sameTree,
  substitute,
} from '../../rules/index.js';
import type { Compare } from '../../table.js';
import type { Stated } from '../relation/value.js';
import { statedValue } from '../relation/value.js';
import { argsOf, headOf } from '../shared/parts.js';
import { compareFamilies } from './compare.js';
import { replaceIn } from './replace.js';
import {
  type Domain,
  type Family,
  familyOf,
  INDEX_LETTERS,
  impliedFamily,
  PARAMETER_LETTERS,
  symbolsOf,
} from './view.js';

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
  a: TupleAnswer | IntervalAnswer | MatrixAnswer,
  b: TupleAnswer | IntervalAnswer | MatrixAnswer,
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

/** A number of a class, `n = 4k + 1`, under an index of its own; null when it is none. */
function classIndex({ label, value }: Stated): string | null {
  if (label?.node !== 'symbol' || !INDEX_LETTERS.has(label.name)) return null;
  const [name, ...others] = freeSymbols(value);
  return name !== undefined && others.length === 0 && INDEX_LETTERS.has(name) ? name : null;
}

/** `n = 4k + 1` and `n = 4m + 1`: the same numbers, the index under another name. Null when nothing says so. */
export function compareRenamedClass(a: Stated, b: Stated, context: Context): Finding | null {
  const [x, y] = [classIndex(a), classIndex(b)];
  if (x === null || y === null || x === y || !sameTree(a.label!, b.label!)) return null;
  const renamed = substitute(b.value, new Map([[y, { node: 'symbol', name: x }]]));
  const finding = compareExpressions(a.value, renamed, context);
  return finding.kind === 'equal' ? finding : null;
}

/** `n ≡ 1 (mod 4)` and `n = 4k + 1`; null for any other pair. */
export function compareCongruenceWithForm(
  a: RelationAnswer,
  b: RelationAnswer,
  context: Context,
  recurse: Compare,
): Finding | null {
  const [congruence, equation] = a.modulus === undefined ? [b, a] : [a, b];
  if (congruence.modulus === undefined || equation.modulus !== undefined) return null;
  const stated = statedValue(equation, context);
  if (stated === null || stated === 'contradiction' || stated.label === null) return null;
  const index = freeSymbols(stated.value);
  const classes = familyOf(congruence, context);
  if (!sameTree(stated.label, congruence.sides[0]!) || classes === null) return null;
  if (index.length !== 1 || !INDEX_LETTERS.has(index[0]!)) return null;
  const form = impliedFamily(
    { kind: 'expression', expr: stated.value },
    parameters(index, 'integer'),
    context,
  );
  return congruence === a
    ? compareFamilies(classes, form, context, recurse)
    : compareFamilies(form, classes, context, recurse);
}

/** The bodies of an answer that all go through ℤ by an index of theirs, the indices under one name. */
function repeating(answer: Answer, context: Context): Family | null {
  const { bodies } = impliedFamily(answer, new Map(), context);
  const moved: Answer[] = [];
  for (const body of bodies) {
    const name = body.kind === 'expression' ? repeatingIndex(body.expr, context) : null;
    if (name === null) return null;
    moved.push(replaceIn(body, new Map([[name, { node: 'symbol', name: 'k' }]])));
  }
  return moved.length === 0 ? null : { bodies: moved, parameters: parameters(['k'], 'integer') };
}

/** `π/4 + kπ/2` against `π/4 + kπ, 3π/4 + kπ`: one progression and the parts that make it up. Null for any other pair. */
export function compareImpliedLists(
  a: Answer,
  b: Answer,
  context: Context,
  recurse: Compare,
): Finding | null {
  const left = repeating(a, context);
  const right = left === null ? null : repeating(b, context);
  return left === null || right === null ? null : compareFamilies(left, right, context, recurse);
}
