import type { Context } from '../../../context.js';
import type { Expr } from '../../../expr.js';
import { different, type Finding } from '../../../verdict.js';
import { freeSymbols } from '../../rules/index.js';
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

/**
 * The constants of two expressions that the kernel found different, when their names and places say that they are
 * arbitrary: the same other symbols on both sides, as many candidates on both, and either other names or names that
 * are nothing but constants. Null: no such reading.
 */
function constantsOf(a: Expr, b: Expr): readonly [readonly string[], readonly string[]] | null {
  const [x, y] = [split(freeSymbols(a)), split(freeSymbols(b))];
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
