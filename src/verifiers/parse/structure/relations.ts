import type { Answer, RelationAnswer, RelationOperator } from '../../answer.js';
import { apply, type Expr, type Head, isApply } from '../../expr.js';
import { hasAnyHead, isStructural } from './heads.js';
import { signVariants } from './signs.js';
import type { Structurer, Structuring } from './structuring.js';

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
  if (value.kind !== 'piecewise') return value;
  const head = isApply(name, 'Call') ? name.args[0]! : name;
  return head.node === 'symbol' ? { ...value, name: head.name } : value;
}

/**
 * `v = (1, 2)`, `A ∩ B = {1}`, `f(x) = cases`: what stands before a set, tuple, matrix or function by cases is its name.
 * Null when the right side is an ordinary value, or the left side is no name but a structure of its own.
 */
function strippedName(left: Expr, right: Expr, { structure }: Structuring): Answer | null {
  if (!isStructural(right)) return null;
  if (
    isStructural(left) &&
    coordinateNames(left) === null &&
    !isNameOfSets(left) &&
    !isRatioOfNames(left, right)
  )
    return null;
  return named(left, structure(right));
}

/** `V_1 : V_2 = 11 : 21`: a ratio of names before a ratio of values. */
const isRatioOfNames = (left: Expr, right: Expr): boolean =>
  isApply(left, 'Ratio') &&
  isApply(right, 'Ratio') &&
  left.args.length === right.args.length &&
  left.args.every((arg) => arg.node !== 'number');

/** `A ∪ B`: an operation on named sets is itself a name. */
const isNameOfSets = (expr: Expr): boolean =>
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
  const [left, right] = expr.args as readonly [Expr, Expr];
  if (expr.head === 'Equal' || expr.head === 'Approx') {
    const value = strippedName(left, right, structuring);
    if (value !== null) return value;
  }
  const operator = OPERATORS.get(expr.head)!;
  return alternatives(expr, structuring, (variant) => plain(variant.args, [operator]));
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

/** `a = b < c …`. A chain that ends in a set, tuple or matrix is its last side. */
export const structureChain: Structurer = (expr, structuring) => {
  const last = expr.args[expr.args.length - 1]!;
  if (
    isStructural(last) &&
    expr.args.every((arg) => arg.node !== 'text' || arg.value === '=' || arg.value === 'approx')
  ) {
    return named(expr.args[0]!, structuring.structure(last));
  }
  return alternatives(expr, structuring, ({ args }) => {
    const operators = args.flatMap((arg) =>
      arg.node === 'text' && WRITTEN.has(arg.value) ? [arg.value as RelationOperator] : [],
    );
    return plain(
      args.filter((_, i) => i % 2 === 0),
      operators,
    );
  });
};

/** `a ≡ b (mod m)`. */
export const structureCongruence: Structurer = ({ args }) => ({
  kind: 'relation',
  sides: [args[0]!, args[1]!],
  operators: ['congruent'],
  modulus: args[2]!,
});

/** The same name before each of several values: `x = 2, 3`. */
export const repeatName = (name: Expr, values: readonly Expr[]): readonly Expr[] =>
  values.map((value) => apply('Equal', name, value));
