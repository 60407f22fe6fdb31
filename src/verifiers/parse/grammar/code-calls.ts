import type { Budget } from '../../../support/index.js';
import { type ApplyNode, apply, type Expr, type Head, integer, isApply, symbol, text } from '../../expr.js';
import { readArguments, spreadArguments } from './arguments.js';
import { bind } from './big-operator.js';
import { applyAll, asSet, divide, operand, power, times } from './build.js';
import { noteDependents } from './calls.js';
import { ROUNDING_CALLS } from './code-rounding.js';
import { taylorPolynomial } from './code-taylor.js';
import { type Reader, refuse } from './reader.js';

type Args = readonly Expr[];
/** Builds a call from its arguments; null when it does not take these. */
type Make = (args: Args, budget: Budget) => Expr | null;

/** A head that takes exactly `count` arguments. */
const exactly =
  (head: Head, count: number): Make =>
  (args) =>
    args.length === count ? applyAll(head, args) : null;

const set =
  (head: Head): Make =>
  (args) =>
    args.length === 0 ? null : applyAll(head, args.map(asSet));

const logic =
  (head: Head): Make =>
  (args) =>
    args.length === 0 ? null : args.length === 1 ? args[0]! : applyAll(head, args);

/** `Matrix([[1, 2], [3, 4]])`, `matrix([1, 2], [3, 4])`; a flat list is a column. */
const matrix: Make = (args) => {
  const only = onlyList(args);
  const rows = only?.args.some(isList) === true ? only.args : args;
  if (only !== null && rows === args) return column(spreadArguments(args));
  const read = rows.map((row) => (isList(row) ? applyAll('Row', row.args) : null));
  const width = read[0]?.args.length;
  const even = read.every((row) => row !== null && row.args.length === width);
  return rows.length > 0 && even ? applyAll('Matrix', read as Expr[]) : null;
};

const isList = (expr: Expr): expr is ApplyNode => isApply(expr, 'Bracket') || isApply(expr, 'Tuple');

/** The one argument, when it is a list. */
function onlyList(args: Args): ApplyNode | null {
  const first = args[0];
  return args.length === 1 && first !== undefined && isList(first) ? first : null;
}

const column = (entries: Args): Expr =>
  applyAll(
    'Matrix',
    entries.map((entry) => apply('Row', entry)),
  );

/** Sides that a matrix built by a call may have, at most. */
const MAX_SIDE = 20;

/** `diag(1, 2)`: zeros beside the diagonal; of one value nothing is known, it may be a matrix. */
const diagonal: Make = (args) => {
  const entries = spreadArguments(args);
  if (entries.length < 2) return applyAll('Call', [symbol('diag'), ...entries]);
  if (entries.length > MAX_SIDE) return null;
  const rows = entries.map((entry, i) =>
    applyAll(
      'Row',
      entries.map((_, j) => (i === j ? entry : integer(0))),
    ),
  );
  return applyAll('Matrix', rows);
};

/** `eye(3)`, `IdentityMatrix[3]`. */
const identity: Make = ([side, ...others], budget) => {
  const size = side?.node === 'number' && side.den === 1n ? Number(side.num) : 0;
  if (others.length > 0 || size < 1 || size > MAX_SIDE) return null;
  return size === 1
    ? applyAll('Matrix', [apply('Row', integer(1))])
    : diagonal(Array<Expr>(size).fill(integer(1)), budget);
};

/** `sum(k^2, k, 1, n)` and `Sum(k**2, (k, 1, n))`. */
const big =
  (head: 'Sum' | 'Product'): Make =>
  (args, budget) => {
    const [body, ...rest] = args.length === 2 ? [args[0]!, ...spreadArguments([args[1]!])] : args;
    if (body === undefined || rest.length !== 3 || rest[0]!.node !== 'symbol') return null;
    return apply(head, ...bind(body, rest[0]!, budget), rest[1]!, rest[2]!);
  };

const integral: Make = (args) => {
  const [body, ...rest] = args.length === 2 ? [args[0]!, ...spreadArguments([args[1]!])] : args;
  if (body === undefined || rest[0]?.node !== 'symbol') return null;
  return rest.length === 1 || rest.length === 3 ? apply('Integral', body, ...rest) : null;
};

/** `diff(f, x)`, `diff(f, x, 2)`; a bare `y` depends on the variable. */
const derivative: Make = (args) => {
  const [body, variable, order = integer(1)] = args;
  if (body === undefined || variable?.node !== 'symbol' || args.length > 3) return null;
  if (order.node !== 'number' || order.den !== 1n || order.num < 1n || order.num > 100n) return null;
  const depends = body.node === 'symbol' && body.name !== variable.name;
  return apply('Derivative', depends ? apply('Call', body, variable) : body, variable, order);
};

const interval =
  (head: 'Tuple' | 'Bracket' | 'HalfOpenLeft' | 'HalfOpenRight'): Make =>
  (args) =>
    args.length === 2 ? applyAll(head, args) : null;

const isTrue = (expr: Expr | undefined): boolean =>
  (expr?.node === 'symbol' && expr.name === 'True') ||
  (expr?.node === 'text' && expr.value.toLowerCase() === 'true');

/** `Interval(a, b, left_open, right_open)`. */
const sympyInterval: Make = ([low, high, left, right]) => {
  if (low === undefined || high === undefined) return null;
  const heads = isTrue(left) ? (['HalfOpenLeft', 'Tuple'] as const) : (['Bracket', 'HalfOpenRight'] as const);
  return apply(heads[isTrue(right) ? 1 : 0], low, high);
};

/** `Piecewise((x, x > 0), (0, True))`. */
const piecewise: Make = (args) => {
  const rows = args.map((row) => {
    if (!isApply(row, 'Tuple') || row.args.length !== 2) return null;
    const [value, condition] = row.args as readonly [Expr, Expr];
    return apply('Case', value, isTrue(condition) ? text('otherwise') : condition);
  });
  return rows.length > 0 && rows.every((row) => row !== null) ? applyAll('Cases', rows as Expr[]) : null;
};

/** Two-argument logarithms and the like whose base is in the name. */
const log =
  (base: number): Make =>
  (args) =>
    args.length === 1 ? apply('Log', operand(args[0]!), integer(base)) : null;

/** Calls that rewrite their first argument and keep its value: `expand((x + 1)^2)`. */
const REWRITES =
  'simplify nsimplify expand factor cancel together apart ratsimp fullratsimp radcan trigsimp trigreduce trigexpand trigrat logcontract trigeval ev evaluate N'.split(
    ' ',
  );

const first: Make = (args) => args[0] ?? null;

/** Calls of computer-algebra notation (SymPy, Maxima, Python) by name. */
const CALLS: ReadonlyMap<string, Make> = new Map<string, Make>([
  ...REWRITES.map((name): [string, Make] => [name, first]),
  ...ROUNDING_CALLS,
  ['taylor', taylorPolynomial],
  ['stackunits', (args): Expr | null => (args.length === 2 ? times(args) : null)],
  ['Rational', (args): Expr | null => (args.length === 2 ? divide(args[0]!, args[1]!) : (args[0] ?? null))],
  ['Fraction', (args): Expr | null => (args.length === 2 ? divide(args[0]!, args[1]!) : (args[0] ?? null))],
  ['frac', (args): Expr | null => (args.length === 2 ? divide(args[0]!, args[1]!) : null)],
  ['Integer', first],
  ['real_root', exactly('Root', 2)],
  ['Float', first],
  ['Pow', (args): Expr | null => (args.length === 2 ? power(args[0]!, args[1]!) : null)],
  ['pow', (args): Expr | null => (args.length === 2 ? power(args[0]!, args[1]!) : null)],
  ['Mul', (args): Expr | null => (args.length > 0 ? times(args) : null)],
  ['Add', exactlyAny('Add')],
  ['complex', (args): Expr | null => (args.length === 2 ? complex(args[0]!, args[1]!) : null)],
  ['log10', log(10)],
  ['log2', log(2)],
  ['Matrix', matrix],
  ['matrix', matrix],
  ['array', matrix],
  ['diag', diagonal],
  ['DiagonalMatrix', diagonal],
  ['eye', identity],
  ['IdentityMatrix', identity],
  ['Vector', (args): Expr => applyAll('Vector', spreadArguments(args))],
  ['vector', (args): Expr => applyAll('Vector', spreadArguments(args))],
  ['Tuple', (args): Expr => applyAll('Tuple', args)],
  ['Point', (args): Expr => applyAll('Tuple', spreadArguments(args))],
  ['List', (args): Expr => applyAll('Bracket', args)],
  ['FiniteSet', (args): Expr => applyAll('Set', args)],
  ['Set', (args): Expr => applyAll('Set', spreadArguments(args))],
  ['set', (args): Expr => applyAll('Set', spreadArguments(args))],
  ['Interval', sympyInterval],
  ['Interval_open', interval('Tuple')],
  ['Interval_Lopen', interval('HalfOpenLeft')],
  ['Interval_Ropen', interval('HalfOpenRight')],
  ['oo', interval('Tuple')],
  ['cc', interval('Bracket')],
  ['oc', interval('HalfOpenLeft')],
  ['co', interval('HalfOpenRight')],
  ['Union', set('Union')],
  ['union', set('Union')],
  ['Intersection', set('Intersection')],
  ['intersection', set('Intersection')],
  ['Complement', set('SetMinus')],
  ['setdifference', set('SetMinus')],
  ['Piecewise', piecewise],
  ['Eq', exactly('Equal', 2)],
  ['Ne', exactly('NotEqual', 2)],
  ['Lt', exactly('Less', 2)],
  ['Le', exactly('LessEqual', 2)],
  ['Gt', exactly('Greater', 2)],
  ['Ge', exactly('GreaterEqual', 2)],
  ['And', logic('And')],
  ['Or', logic('Or')],
  ['Not', exactly('Not', 1)],
  ['not', exactly('Not', 1)],
  ['Sum', big('Sum')],
  ['sum', big('Sum')],
  ['Product', big('Product')],
  ['product', big('Product')],
  ['prod', big('Product')],
  ['Integral', integral],
  ['integrate', integral],
  ['int', integral],
  ['Derivative', derivative],
  ['diff', derivative],
  ['Limit', (args): Expr | null => (args.length === 3 ? applyAll('Limit', args) : null)],
  ['limit', (args): Expr | null => (args.length === 3 ? applyAll('Limit', args) : null)],
  ['re', exactly('Re', 1)],
  ['im', exactly('Im', 1)],
  ['realpart', exactly('Re', 1)],
  ['imagpart', exactly('Im', 1)],
  ['gamma', exactly('Gamma', 1)],
  ['transpose', exactly('Transpose', 1)],
  ['norm', exactly('Norm', 1)],
  ['dot', exactly('Dot', 2)],
  ['cross', exactly('Cross', 2)],
  ['ncr', exactly('Binomial', 2)],
  ['npr', exactly('Permutation', 2)],
  ['perm', exactly('Permutation', 2)],
]);

function exactlyAny(head: Head): Make {
  return (args) =>
    args.length === 0 ? null : args.length === 1 ? args[0]! : applyAll(head, args.map(operand));
}

const complex = (re: Expr, im: Expr): Expr => apply('Add', operand(re), times([operand(im), symbol('i')]));

/** Calls inside which `y(x)` is a function of x, never a product. */
const DIFFERENTIATING: ReadonlySet<string> = new Set(['diff', 'Derivative', 'integrate', 'int', 'Integral']);

/** True for the names of such calls. */
export const isCodeCall = (name: string): boolean => CALLS.has(name);

/** A call of computer-algebra notation, or null where `name` is none (it may still be a function's name). */
export function codeCall(reader: Reader, name: string): Expr | null {
  const make = CALLS.get(name);
  if (make === undefined) return null;
  const start = reader.at;
  if (DIFFERENTIATING.has(name)) noteDependents(reader);
  reader.at += 1;
  const built = make(readArguments(reader), reader.shared.budget);
  return built ?? refuse(reader, `these arguments of ${name}`, 'unsupported', start);
}
