import type { Answer, RelationAnswer, RelationOperator } from '../../answer.js';
import { type ApplyNode, apply, type Expr, type Head, isApply } from '../../expr.js';
import { Refusal } from '../refusal.js';
import { hasAnyHead, isStructural } from './heads.js';
import { signVariants } from './signs.js';
import { refuse, type Structurer, type Structuring } from './structuring.js';

const OPERATORS: ReadonlyMap<Head, RelationOperator> = new Map<Head, RelationOperator>([
  ['Equal', '='],
  ['NotEqual', '!='],
  ['Less', '<'],
  ['LessEqual', '<='],
  ['Greater', '>'],
  ['GreaterEqual', '>='],
  ['Approx', 'approx'],
]);

const WRITTEN: ReadonlySet<string> = new Set(OPERATORS.values());

/** Names of coordinates: `(x, y)` or `⟨x, y⟩` with only symbols in it. */
function coordinateNames(expr: Expr): readonly string[] | null {
  if (!hasAnyHead(expr, 'Tuple', 'Vector', 'Bracket') || expr.node !== 'apply') return null;
  const names = expr.args.map((arg) => (arg.node === 'symbol' ? arg.name : null));
  return names.includes(null) ? null : (names as string[]);
}

/** `(x, y) = (1, 2)`: the right side as a tuple that knows its names; null when the shapes do not match. */
function namedTuple(names: readonly string[], value: Answer): Answer | null {
  if (value.kind === 'tuple') return value.items.length === names.length ? { ...value, names } : null;
  if (value.kind === 'interval' && value.ambiguous && names.length === 2) {
    const items: readonly Answer[] = [value.low, value.high].map((expr) => ({ kind: 'expression', expr }));
    return { kind: 'tuple', items, notation: value.lowClosed ? 'square' : 'round', names };
  }
  if (value.kind === 'set' || value.kind === 'list') {
    const items = value.kind === 'set' ? value.elements : value.items;
    const named = items.map((item) => namedTuple(names, item));
    return named.includes(null) ? null : { kind: 'list', items: named as Answer[] };
  }
  return null;
}

/** A name before an equals sign, put on what it names where the kind has a place for it. */
function named(name: Expr, value: Answer): Answer {
  const names = coordinateNames(name);
  if (names !== null) return namedTuple(names, value) ?? value;
  if (value.kind === 'ratio' && isApply(name, 'Ratio')) return { ...value, of: name.args };
  if (value.kind !== 'piecewise') return value;
  const head = isApply(name, 'Call') ? name.args[0]! : name;
  return head.node === 'symbol' ? { ...value, name: head.name } : value;
}

/** True for a side that names what comes after it: no structure of its own, or one of names only. */
const isName = (left: Expr, next: Expr): boolean =>
  !isStructural(left) ||
  coordinateNames(left) !== null ||
  isColumnOfNames(left) ||
  isNameOfSets(left) ||
  isRatioOfNames(left, next);

/**
 * `v = (1, 2)`, `A ∩ B = {1}`, `f(x) = cases`: what stands before a set, tuple, matrix or function by cases is its name.
 * Several such sides must all be the same: a relation that carries them as answers. Null when a side after the first is
 * an ordinary value.
 */
function structuredSides(
  sides: readonly Expr[],
  operators: readonly RelationOperator[],
  structuring: Structuring,
): Answer | null {
  if (!operators.every((operator) => operator === '=' || operator === 'approx')) return null;
  const [first, second] = sides as readonly [Expr, Expr];
  // `w = 3u − 2v = (1, 0)`: names and formulas in front, then values only.
  const start = isName(first, second) ? 1 : 0;
  const rest = sides.slice(start + sides.slice(start).findIndex(isStructural));
  if (!sides.slice(start).some(isStructural)) return null;
  if (!rest.every(isStructural)) return null;
  if (sides.some((side) => isPlainNumber(side))) return refuse('a number that is said to be a set or tuple');
  if (isShifted(first)) return refuse('an equation to be solved for a set, tuple or ratio');
  if (rest.length === 1) return named(first, structuring.structure(rest[0]!));
  const values = structuredOrNull(rest, structuring);
  return values === null ? null : { ...plain(sides, operators), values };
}

/** `s + 2`, `s!`: to be solved for s, no name of what follows. */
const isShifted = (expr: Expr): boolean =>
  expr.node === 'apply' &&
  (expr.head === 'Factorial' || (expr.head === 'Add' && expr.args.some((arg) => isPlainNumber(arg))));

/** A number in digits; of a sum such as `1 + 2` a few levels are looked at. */
function isPlainNumber(expr: Expr, depth = 0): boolean {
  if (expr.node !== 'apply') return expr.node === 'number';
  return depth < 4 && !isStructural(expr) && expr.args.every((arg) => isPlainNumber(arg, depth + 1));
}

/** The sides as answers; null when one of them denotes nothing that is handled. */
function structuredOrNull(sides: readonly Expr[], { structure }: Structuring): readonly Answer[] | null {
  try {
    return sides.map(structure);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** `V_1 : V_2 = 11 : 21`: a ratio of names before a ratio of values. */
const isRatioOfNames = (left: Expr, right: Expr): boolean =>
  isApply(left, 'Ratio') &&
  isApply(right, 'Ratio') &&
  left.args.length === right.args.length &&
  left.args.every((arg) => arg.node !== 'number');

/** `[x; y; z] = …`: a matrix with a name in every place. */
const isColumnOfNames = (expr: Expr): boolean =>
  isApply(expr, 'Matrix') &&
  expr.args.every((row) => row.node === 'apply' && row.args.every((entry) => entry.node === 'symbol'));

/** `A ∪ B`: an operation on named sets is itself a name. */
export const isNameOfSets = (expr: Expr): boolean =>
  hasAnyHead(expr, 'Union', 'Intersection', 'SetMinus') &&
  expr.node === 'apply' &&
  expr.args.every((arg) => arg.node === 'symbol' || isNameOfSets(arg));

const plain = (sides: readonly Expr[], operators: readonly RelationOperator[]): RelationAnswer => ({
  kind: 'relation',
  sides,
  operators,
});

/** A relation between two sides. */
export const structureRelation: Structurer = (expr, structuring) => {
  const operators = [OPERATORS.get(expr.head)!];
  const structured = structuredSides(expr.args, operators, structuring);
  return structured ?? alternatives(expr, structuring, (variant) => plain(variant.args, operators));
};

/** One relation, or a list of them where `±` stands for several. */
function alternatives(
  expr: Expr,
  { context }: Structuring,
  build: (variant: { readonly args: readonly Expr[] }) => Answer,
): Answer {
  const variants = signVariants(expr, context.budget).map((variant) =>
    build(variant as { args: readonly Expr[] }),
  );
  return variants.length === 1 ? variants[0]! : { kind: 'list', items: variants };
}

/** `a = b < c …`. */
export const structureChain: Structurer = (expr, structuring) => {
  const sidesOf = (args: readonly Expr[]): readonly Expr[] => args.filter((_, i) => i % 2 === 0);
  const operators = expr.args.flatMap((arg, i) =>
    i % 2 === 1 && arg.node === 'text' && WRITTEN.has(arg.value) ? [arg.value as RelationOperator] : [],
  );
  const structured = structuredSides(sidesOf(expr.args), operators, structuring);
  return structured ?? alternatives(expr, structuring, ({ args }) => plain(sidesOf(args), operators));
};

/** `a ≡ b (mod m)`. */
export const structureCongruence: Structurer = ({ args }) => ({
  kind: 'relation',
  sides: [args[0]!, args[1]!],
  operators: ['congruent'],
  modulus: args[2]!,
});

/** `3 ∣ n` is n ≡ 0 (mod 3); another divisor than a number leaves the statement as it is. */
export const structureDivides: Structurer = (expr) => {
  const [divisor, value] = expr.args as readonly [Expr, Expr];
  if (divisor.node !== 'number' || value.node === 'number') return { kind: 'expression', expr };
  return { kind: 'relation', sides: [value, ZERO], operators: ['congruent'], modulus: divisor };
};

const ZERO: Expr = { node: 'number', num: 0n, den: 1n };

/** What stands before the first value put before each of several: `x = 2, 3`, `x ≠ 1, 2`. */
export const repeatName = (first: ApplyNode, values: readonly Expr[]): readonly Expr[] =>
  values.map((value) => apply(first.head, first.args[0]!, value));
