import type { Context } from '../../../context.js';
import { add, divide, multiply, subtract, ZERO } from '../../../exact/build.js';
import { apply, type Expr, integer, rational } from '../../../expr.js';
import { different, equal, type Finding } from '../../../verdict.js';
import { compareExpressions, freeSymbols, substitute } from '../../rules/index.js';
import { proportional } from '../relation/equation.js';
import { compareFunctionFamilies } from './functions.js';

/** Names that an arbitrary constant is given without a word: C, c, K, k, A, B, D, with or without a number. */
const CONSTANT_NAME = /^[CcKkABD](?:_\{?\d+\}?)?$/u;

/** Names that nearly always are constants of integration: C, K, and numbered ones. */
const SURE_NAME = /^(?:[CK]|[CcKkABD]_\{?\d+\}?)$/u;

interface Split {
  readonly constants: readonly string[];
  readonly variables: readonly string[];
}

function split(names: readonly string[]): Split {
  const constants = names.filter((name) => CONSTANT_NAME.test(name));
  return { constants, variables: names.filter((name) => !CONSTANT_NAME.test(name)) };
}

const sameNames = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name, i) => name === b[i]);

/** Letters that phases are given. */
const PHASES: ReadonlySet<string> = new Set(['phi', 'varphi', 'theta', 'delta', 'alpha', 'beta', 'psi']);

/** An amplitude and a phase: `A`, `φ`. */
const isWave = (names: readonly string[]): boolean =>
  names.length === 2 &&
  names.some((name) => CONSTANT_NAME.test(name)) &&
  names.some((name) => PHASES.has(name));

/** Numbered constants on one side, as many letters of its own on the other: `C_1 + C_2x` and `a + bx`. */
function ownConstants(
  a: readonly string[],
  b: readonly string[],
): readonly [readonly string[], readonly string[]] | null {
  const [x, y] = [a.filter((name) => !b.includes(name)), b.filter((name) => !a.includes(name))];
  if (x.length < 2 || x.length !== y.length || x.length === a.length) return null;
  const numbered = (names: readonly string[]): boolean => names.every((name) => /^[CcKk]_/u.test(name));
  const letters = (names: readonly string[]): boolean =>
    names.every((name) => /^[A-Za-z]$/u.test(name) || PHASES.has(name));
  if (isWave(x) && isWave(y)) return [x, y];
  return (numbered(x) && letters(y)) || (letters(x) && numbered(y)) ? [x, y] : null;
}

/**
 * The constants of two expressions that the kernel found different, when their names and places say that they are
 * arbitrary: the same other symbols on both sides, as many candidates on both, and either other names or names that
 * are nothing but constants. Null: no such reading.
 */
function constantsOf(a: Expr, b: Expr): readonly [readonly string[], readonly string[]] | null {
  const [names, others] = [freeSymbols(a), freeSymbols(b)];
  const own = ownConstants(names, others);
  if (own !== null) return own;
  const [x, y] = [split(names), split(others)];
  if (x.constants.length === 0 || x.constants.length !== y.constants.length) return null;
  if (x.variables.length === 0 || !sameNames(x.variables, y.variables)) return null;
  const sure = [...x.constants, ...y.constants].every((name) => SURE_NAME.test(name));
  if (sameNames(x.constants, y.constants)) return sure ? [x.constants, y.constants] : null;
  // `kx` against `mx`: with one plain lower-case letter on both sides they are two quantities, not two constants.
  const someSure = [...x.constants, ...y.constants].some((name) => SURE_NAME.test(name));
  return someSure ? [x.constants, y.constants] : null;
}

/** Two expressions as general solutions with arbitrary constants; null when nothing says that they are. */
export function compareWithConstants(a: Expr, b: Expr, context: Context): Finding | null {
  const names = constantsOf(a, b);
  if (names === null) return null;
  const finding = compareFunctionFamilies(a, names[0], b, names[1], context);
  return finding.kind === 'different' ? different(finding.by, finding.certainty) : finding;
}

/** The function whose level curves a zero form that is linear in its constant describes: C = Φ(x, y); null otherwise. */
function levelFunction(form: Expr, name: string, context: Context): Expr | null {
  const at = (value: number): Expr => substitute(form, new Map([[name, integer(value)]]));
  const scale = subtract(at(1), at(0));
  if (compareExpressions(scale, ZERO, context).kind !== 'different') return null;
  const rebuilt = add(at(0), multiply(scale, { node: 'symbol', name }));
  return compareExpressions(form, rebuilt, context).kind === 'equal' ? divide(at(0), scale) : null;
}

const ORIGIN = rational(3n, 7n);

/** Functions that differ by a factor and a constant have the same level curves. */
function sameLevels(a: Expr, b: Expr, context: Context): Finding | null {
  const origin = new Map([...freeSymbols(a), ...freeSymbols(b)].map((name) => [name, ORIGIN]));
  const moved = (form: Expr): Expr => subtract(form, substitute(form, origin));
  const finding = proportional(moved(a), moved(b), context);
  return finding.kind === 'equal' ? equal('constants-of-integration', finding.certainty) : null;
}

const logarithm = (expr: Expr): Expr => apply('Ln', apply('Abs', expr));

/**
 * `x² + y² = C` and `2x² + 2y² + 1 = K`: level curves of the same function; `y = Ce^x` and `ln|y| = x + C` of a
 * function and its logarithm. Null when nothing says that they are.
 */
export function compareLevelCurves(a: Expr, b: Expr, context: Context): Finding | null {
  const names = constantsOf(a, b);
  if (names === null || names[0].length !== 1) return null;
  const [left, right] = [levelFunction(a, names[0][0]!, context), levelFunction(b, names[1][0]!, context)];
  if (left === null || right === null) return null;
  return (
    sameLevels(left, right, context) ??
    sameLevels(logarithm(left), right, context) ??
    sameLevels(left, logarithm(right), context)
  );
}
