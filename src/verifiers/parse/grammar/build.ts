import { type ApplyNode, apply, type Expr, type Head, isApply, NAMED_SETS, symbol } from '../../expr.js';

/** {@link apply} to a list that may be too long to spread. */
export const applyAll = (head: Head, args: readonly Expr[]): ApplyNode => ({ node: 'apply', head, args });

/** Letters whose call with two arguments counts choices: `C(5, 2)`. Alone it may as well name a point. */
const COUNTING: ReadonlyMap<string, 'Binomial' | 'Permutation'> = new Map([
  ['C', 'Binomial'],
  ['P', 'Permutation'],
]);

/**
 * An expression as an operand of arithmetic: square or curly brackets around one item only group there, and
 * `C(n, k)` counts. Left alone, `[x]` stays a list of one and `C(5, 2)` a call, for the structure to settle.
 */
export function operand(expr: Expr): Expr {
  if (expr.node !== 'apply') return expr;
  if ((expr.head === 'Bracket' || expr.head === 'Set') && expr.args.length === 1)
    return operand(expr.args[0]!);
  if (expr.head !== 'Call' || expr.args.length !== 3) return expr;
  const [letter, n, k] = expr.args as readonly [Expr, Expr, Expr];
  const head = letter.node === 'symbol' ? COUNTING.get(letter.name) : undefined;
  return head === undefined ? expr : apply(head, n, k);
}

/** A product of one or more factors, flat. */
export const times = (factors: readonly Expr[]): Expr =>
  factors.length === 1 ? factors[0]! : applyAll('Multiply', factors.map(operand));

/** A sum of one or more terms, flat. */
export const plus = (terms: readonly Expr[]): Expr =>
  terms.length === 1 ? terms[0]! : applyAll('Add', terms.map(operand));

/** −x. */
export const negate = (expr: Expr): Expr => apply('Negate', operand(expr));

/** top / bottom. */
export const divide = (top: Expr, bottom: Expr): Expr => apply('Divide', operand(top), operand(bottom));

/** base ^ exponent. */
export const power = (base: Expr, exponent: Expr): Expr => apply('Power', operand(base), operand(exponent));

/** e^x. */
export const exponential = (exponent: Expr): Expr => power(symbol('e'), exponent);

/** The value of a literal whole number, or of its negation; undefined for anything else. */
export function literalInteger(expr: Expr): bigint | undefined {
  if (expr.node === 'number') return expr.den === 1n ? expr.num : undefined;
  if (!isApply(expr, 'Negate')) return undefined;
  const inner = expr.args[0]!;
  return inner.node === 'number' && inner.den === 1n ? -inner.num : undefined;
}

/** Heads that are statements: true or false, never a value. */
const STATEMENTS: ReadonlySet<string> = new Set(
  'Equal NotEqual Less LessEqual Greater GreaterEqual Chain Approx Element NotElement Subset SubsetEqual And Or Not Implies Iff Congruent Divides Proportional Parallel Perpendicular ForAll'.split(
    ' ',
  ),
);

/** True for what is true or false, never a value. */
export const isStatement = (expr: Expr): boolean => expr.node === 'apply' && STATEMENTS.has(expr.head);

const SET_HEADS: ReadonlySet<string> = new Set(
  'Set SetBuilder Union Intersection SetMinus HalfOpenLeft HalfOpenRight'.split(' '),
);

/** True for what can only be a set; `(a, b)` and `[a, b]` may be, but are not only that. */
export const isSet = (expr: Expr): boolean =>
  expr.node === 'symbol' ? NAMED_SETS.includes(expr.name) : expr.node === 'apply' && SET_HEADS.has(expr.head);

const SET_LETTERS: ReadonlyMap<string, string> = new Map([
  ['R', 'Reals'],
  ['Z', 'Integers'],
  ['Q', 'Rationals'],
  ['N', 'Naturals'],
  ['C', 'Complexes'],
]);

/** After ∈ the letters R, Z, Q, N, C are the number sets. */
export function asSet(expr: Expr): Expr {
  if (expr.node !== 'symbol') return expr;
  const name = SET_LETTERS.get(expr.name);
  return name === undefined ? expr : symbol(name);
}

/** Under ∪, ∩ and ∖ only R, Z and Q are: M ∪ N and B ∩ C are about named sets. */
export const asOperand = (expr: Expr): Expr =>
  expr.node === 'symbol' && (expr.name === 'N' || expr.name === 'C') ? expr : asSet(expr);

/** The set of integers above 0, and the like: a number set cut to one side of 0. */
export const halfOf = (set: Expr, positive: boolean): Expr =>
  apply(
    'Intersection',
    set,
    positive
      ? apply('Tuple', ZERO, symbol('Infinity'))
      : apply('Tuple', apply('Negate', symbol('Infinity')), ZERO),
  );

const ZERO: Expr = { node: 'number', num: 0n, den: 1n };
